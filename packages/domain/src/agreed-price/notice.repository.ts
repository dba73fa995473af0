import type { Prisma } from "../generated/client.ts";
import type { ResultSnapshot as Snapshot } from "../result/index.ts";
import { ResultSnapshot } from "../result/index.ts";
import { toJson } from "../shared/canonical.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { NoticeState } from "./notice.machine.ts";
import { NOT_WITHHELD, WITHHELD_TITLE } from "../shared/withheld.ts";
import { termsOf } from "./notice.terms.ts";

const PARTY = { id: true, name: true, nameEn: true, kind: true, divisionCode: true, state: true } as const;
const WHOLE = { seller: { select: PARTY }, buyer: { select: PARTY }, venue: { select: PARTY }, result: { select: { title: true, versionNo: true, state: true } } } as const satisfies Prisma.PublicNoticeInclude;

export type NoticeRow = Prisma.PublicNoticeGetPayload<{ include: typeof WHOLE }>;

export async function getNotice(db: Pick<Tx, "publicNotice">, id: string): Promise<NoticeRow> {
  return (await db.publicNotice.findUnique({ where: { id }, include: WHOLE })) ?? notFound("notice", id);
}

/** Takes the notice's lock and reads it: the clock is read after, so that an objection in time never loses to the end of the period. */
export async function lockNotice(tx: Tx, id: string): Promise<NoticeRow> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id::text from public_notice where id = ${id}::uuid for update`;
  if (locked.length === 0) notFound("notice", id);
  return getNotice(tx, id);
}

type Change = Prisma.PublicNoticeUncheckedUpdateManyInput;
export type Step = { readonly event: string; readonly effectiveAt: Date; readonly at: Date; readonly reason?: string; readonly endsAt?: Date };

const PUBLISHES_TERMS: ReadonlySet<string> = new Set(["publish", "restart"]);

/** Moves a notice on as it was read, and writes the step into its timeline. */
export async function moveNotice(tx: Tx, notice: NoticeRow, state: NoticeState, change: Change, entry: Step): Promise<void> {
  const { count } = await tx.publicNotice.updateMany({ where: { id: notice.id, state: notice.state, version: notice.version }, data: { ...change, state, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id: notice.id });
  await writeStep(tx, notice.id, entry, PUBLISHES_TERMS.has(entry.event) ? await getNotice(tx, notice.id) : undefined);
}

/** Adds a step to the timeline, with the terms where it is a publication of terms. */
export async function writeStep(tx: Tx, noticeId: string, { event, effectiveAt, at, reason, endsAt }: Step, published?: NoticeRow): Promise<void> {
  const no = (await tx.noticeStep.count({ where: { noticeId } })) + 1;
  await tx.noticeStep.create({
    data: {
      noticeId, no, event, effectiveAt, at,
      ...(reason === undefined ? {} : { reason }),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(published === undefined ? {} : { terms: toJson({ ...termsOf(published), buyer: published.buyer.name, resultVersionNo: published.resultVersionNo }) as Prisma.InputJsonValue }),
    },
  });
}

export async function snapshotOf(db: Pick<Tx, "resultVersion">, resultId: string, no: number): Promise<Snapshot> {
  const version = await db.resultVersion.findUniqueOrThrow({ where: { resultId_no: { resultId, no } } });
  return ResultSnapshot.parse(version.snapshot);
}

/** Names of the results as the notices give them, by notice id. */
export async function titlesOf(db: Pick<Tx, "resultVersion" | "result">, notices: readonly { readonly id: string; readonly resultId: string; readonly resultVersionNo: number }[]): Promise<ReadonlyMap<string, string>> {
  const versions = await db.resultVersion.findMany({ where: { OR: notices.map(({ resultId, resultVersionNo }) => ({ resultId, no: resultVersionNo })) } });
  const titles = new Map(versions.map(({ resultId, no, snapshot }) => [`${resultId}/${no}`, ResultSnapshot.parse(snapshot).title]));
  const withheld = new Set((await db.result.findMany({ where: { id: { in: notices.map(({ resultId }) => resultId) }, NOT: NOT_WITHHELD }, select: { id: true } })).map(({ id }) => id));
  return new Map(notices.map(({ id, resultId, resultVersionNo }) => [id, withheld.has(resultId) ? WITHHELD_TITLE : (titles.get(`${resultId}/${resultVersionNo}`) ?? "")]));
}

export function openObjections(tx: Pick<Tx, "objection">, noticeId: string, exceptId?: string): Promise<number> {
  return tx.objection.count({ where: { noticeId, state: "FILED", ...(exceptId ? { id: { not: exceptId } } : {}) } });
}

/** Deals that rely on the notice and have not come to nothing. */
export function dealsOn(tx: Pick<Tx, "deal">, noticeId: string): Promise<number> {
  return tx.deal.count({ where: { noticeId, state: { notIn: ["ANNULLED", "DEFAULTED"] } } });
}

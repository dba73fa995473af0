import type { Prisma } from "../generated/client.ts";
import { putEntry, renameEntriesAbout, type SearchPart } from "../search/index.ts";
import { toJson } from "../shared/canonical.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import { toYuanText } from "../shared/money.ts";
import type { ResultContent } from "./result.rules.ts";
import type { ResultState } from "./result.machine.ts";
import { ResultDraft, ResultSnapshot } from "./result.schema.ts";

const WHOLE = { owner: { select: { id: true, name: true, nameEn: true, kind: true, divisionCode: true } }, completers: { orderBy: { position: "asc" } }, rights: { orderBy: { position: "asc" } } } as const satisfies Prisma.ResultInclude;

export type ResultRow = Prisma.ResultGetPayload<{ include: typeof WHOLE }>;

export function findResult(db: Pick<Tx, "result">, id: string): Promise<ResultRow | null> {
  return db.result.findUnique({ where: { id }, include: WHOLE });
}

export async function getResult(db: Pick<Tx, "result">, id: string): Promise<ResultRow> {
  return (await findResult(db, id)) ?? notFound("result", id);
}

/** Writes the row as it was read, or loses to whoever wrote it in between. */
export async function changeResult(tx: Tx, { id, state }: ResultRow, version: number, data: Prisma.ResultUpdateManyMutationInput & { state?: ResultState }): Promise<void> {
  const { count } = await tx.result.updateMany({ where: { id, state, version }, data: { ...data, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
}

/** The working copy: what is being written, or, when nothing is, what was published. */
export async function workingCopy(db: Pick<Tx, "resultVersion">, row: ResultRow): Promise<ResultDraft> {
  if (row.draft !== null) return ResultDraft.parse(row.draft);
  const published = await snapshotOf(db, row);
  return published === null ? ResultDraft.parse({ title: row.title }) : draftOf(published);
}

export async function snapshotOf(db: Pick<Tx, "resultVersion">, { id, versionNo }: Pick<ResultRow, "id" | "versionNo">): Promise<ResultSnapshot | null> {
  const version = await db.resultVersion.findUnique({ where: { resultId_no: { resultId: id, no: versionNo } } });
  return version === null ? null : ResultSnapshot.parse(version.snapshot);
}

function draftOf(snapshot: ResultSnapshot): ResultDraft {
  const { askedPriceFen, titleEn, programme, projectNo, completers, rights, ...same } = snapshot;
  return {
    ...same,
    titleEn: titleEn ?? "",
    programme: programme ?? "",
    projectNo: projectNo ?? "",
    askedPrice: askedPriceFen === null ? "" : toYuanText(BigInt(askedPriceFen)),
    completers: completers.map(({ unit, ...completer }) => ({ ...completer, unit: unit ?? "" })),
    rights: rights.map((right) => ({ ...right, number: right.number ?? "", filedOn: right.filedOn ?? "", grantedOn: right.grantedOn ?? "", expiresOn: right.expiresOn ?? "" })),
  };
}

/** Puts a checked content where readers and search find it: the row's parts, the next version, the search vector. */
export async function writePublished(tx: Tx, row: ResultRow, content: ResultContent, at: Date, byId: string | null): Promise<void> {
  const resultId = row.id;
  await tx.resultCompleter.deleteMany({ where: { resultId } });
  await tx.resultCompleter.createMany({ data: content.completers.map((completer, position) => ({ resultId, position, ...completer })) });
  await tx.resultRight.deleteMany({ where: { resultId } });
  await tx.resultRight.createMany({
    data: content.rights.map(({ filedOn, grantedOn, expiresOn, ...right }, position) => ({
      resultId, position, ...right,
      filedOn: filedOn && dateColumn(filedOn), grantedOn: grantedOn && dateColumn(grantedOn), expiresOn: expiresOn && dateColumn(expiresOn),
    })),
  });
  await tx.resultVersion.create({ data: { resultId, no: row.versionNo + 1, snapshot: toJson(content) as Prisma.InputJsonValue, at, byId } });
  await putResultEntry(tx, row, content, row.state === "PUBLISHED" && row.publishedAt !== null ? row.publishedAt : at);
}

type Findable = Pick<ResultRow, "title" | "titleEn" | "summary" | "field" | "divisionCode" | "stage" | "askedPriceFen" | "readinessLevel" | "priceNegotiable"> & {
  readonly tradeModes: readonly string[];
  readonly rights: readonly { readonly title: string; readonly number: string | null }[];
};

/** Puts a published result where it is found, and its new words where its listings are. */
export async function putResultEntry(tx: Tx, { id: resultId, owner }: Pick<ResultRow, "id" | "owner">, content: Findable, at: Date): Promise<void> {
  const found = { title: content.title, titleEn: content.titleEn, text: content.summary, parts: searchParts(content, owner) };
  await putEntry(tx, {
    kind: "RESULT", subjectId: resultId, ...found, owner, field: content.field, divisionCode: content.divisionCode, stage: content.stage, modes: content.tradeModes, priceFen: content.askedPriceFen,
    dueAt: null, at, card: { readinessLevel: content.readinessLevel, priceNegotiable: content.priceNegotiable, rightsCount: content.rights.length },
  });
  await renameEntriesAbout(tx, resultId, found);
}

/** What a result is found by: its title, then its rights, then its owner, then the summary. */
export function searchParts(content: Pick<ResultContent, "title" | "titleEn" | "summary"> & { readonly rights: readonly { readonly title: string; readonly number: string | null }[] }, owner: { readonly name: string; readonly nameEn: string | null }): SearchPart[] {
  return [
    { text: content.title, weight: "A" },
    { text: content.titleEn ?? "", weight: "A" },
    { text: content.rights.map(({ title, number }) => `${title} ${number ?? ""}`).join(" "), weight: "B" },
    { text: owner.name, weight: "C" },
    { text: owner.nameEn ?? "", weight: "C" },
    { text: content.summary, weight: "D" },
  ];
}

/** Rights as they stand on the row, with days for dates. */
export function rightsOf(row: ResultRow) {
  return row.rights.map(({ kind, number, title, status, filedOn, grantedOn, expiresOn }) => ({
    kind, number, title, status,
    filedOn: filedOn && dayOfColumn(filedOn), grantedOn: grantedOn && dayOfColumn(grantedOn), expiresOn: expiresOn && dayOfColumn(expiresOn),
  }));
}

const ON_SALE = ["REVIEW", "ACCEPTED", "LISTED", "SUSPENDED", "AGREE_PRICE", "BIDDING", "AWARDED", "CONTRACTING", "SETTLING"] as const;

/** Whether somebody is offering, publicising or trading it now. */
export async function isOnSale(tx: Tx, resultId: string): Promise<boolean> {
  if ((await tx.listing.count({ where: { resultId, state: { in: [...ON_SALE] } } })) > 0) return true;
  if ((await tx.publicNotice.count({ where: { resultId, state: { in: ["RUNNING", "OBJECTED", "CLEARED"] } } })) > 0) return true;
  return (await tx.deal.count({ where: { resultId, state: { in: ["AWARDED", "CONTRACTING", "SETTLING"] } } })) > 0;
}

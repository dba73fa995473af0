import { calendarFor } from "../reference/index.ts";
import { addNaturalDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, invalidField, notFound, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineQuery, defineUseCase, type Context } from "../shared/use-case.ts";
import { priorityParametersAt } from "./priority-parameters.ts";
import { PRIORITY_MOVES, type PriorityState } from "./priority-right.machine.ts";
import { blockedBy, hadTheirSay, leastDays, rightsArise, stateAt, type PriorityKind } from "./priority-right.rules.ts";
import { AnswerPriorityRightInput, ListPriorityRightsInput, NamePriorityRightInput, NotifyPriorityRightInput } from "./priority-right.schema.ts";

type Subject = { readonly ownerId: string; readonly resultId: string; readonly tradeMode: string; readonly divisionCode: string };

async function subjectOf(db: Pick<Tx, "listing" | "publicNotice">, type: "listing" | "notice", id: string): Promise<Subject> {
  const columns = { sellerId: true, resultId: true, tradeMode: true, divisionCode: true } as const;
  const row = (type === "listing" ? await db.listing.findUnique({ where: { id }, select: columns }) : await db.publicNotice.findUnique({ where: { id }, select: columns })) ?? notFound(type, id);
  return { ownerId: row.sellerId, resultId: row.resultId, tradeMode: row.tradeMode, divisionCode: row.divisionCode };
}

/** The seller names a holder (优先购买权人) in a listing or notice of an assignment. */
export const namePriorityRight = defineUseCase("priority-right.name", NamePriorityRightInput, async (ctx, { subjectType, subjectId, kind, holder, holderId }) => {
  const subject = await subjectOf(ctx.tx, subjectType, subjectId);
  ctx.authorise({ ownerId: subject.ownerId });
  if (!rightsArise(subject.tradeMode)) refuse("PRIORITY_NOT_HERE");
  const known = await ctx.tx.priorityRight.count({ where: { subjectType, subjectId, kind, holder } });
  if (known > 0) invalidField("holder", "PRIORITY_NAMED_ALREADY");
  const { id: rightId } = await ctx.tx.priorityRight.create({ data: { subjectType, subjectId, kind, holder, holderId, resultId: subject.resultId, ownerId: subject.ownerId, createdAt: ctx.clock.now() } });
  ctx.record({ type: subjectType, id: subjectId, divisionCode: subject.divisionCode, after: { priorityRight: rightId, kind, holder } });
  return { rightId };
});

/** The holder is told of the conditions and by when to answer (通知), served or, where he cannot be traced, displayed. */
export const notifyPriorityRight = defineUseCase("priority-right.notify", NotifyPriorityRightInput, async (ctx, { rightId, way, days, proof }) => {
  const right = await lockRight(ctx, rightId);
  const at = ctx.clock.now();
  const least = leastDays(way, await priorityParametersAt(ctx.tx, at));
  if (days < least) invalidField("days", "PRIORITY_DAYS_TOO_FEW", { days: least });
  const dueAt = endOfDay(addNaturalDays(calendarFor(), dayOf(at), days));
  await move(ctx, right, step(PRIORITY_MOVES, right.state, "notify"), { notifiedAt: at, notifiedBy: way, dueAt, proof });
  return { rightId, dueAt };
});

/** What the holder answered (行使、放弃), in time. */
export const answerPriorityRight = defineUseCase("priority-right.answer", AnswerPriorityRightInput, async (ctx, { rightId, answer, proof }) => {
  const right = await lockRight(ctx, rightId);
  const at = ctx.clock.now();
  const state = step(PRIORITY_MOVES, stateAt(right, at), answer);
  await move(ctx, right, state, { answeredAt: at, proof });
  return { rightId, state };
});

/** Rights in a listing or notice, each as it stands now. */
export const listPriorityRights = defineQuery("priority-right.list", ListPriorityRightsInput, async (ctx, { subjectType, subjectId }) => {
  const subject = await subjectOf(ctx.db, subjectType, subjectId);
  ctx.authorise({ ownerId: subject.ownerId });
  const [rows, now] = await Promise.all([ctx.db.priorityRight.findMany({ where: { subjectType, subjectId }, orderBy: [{ createdAt: "asc" }, { holder: "asc" }], take: 100 }), ctx.now()]);
  return {
    arise: rightsArise(subject.tradeMode),
    items: rows.map(({ id, kind, holder, notifiedAt, notifiedBy, dueAt, answeredAt, proof, state }) => ({ id, kind, holder, notifiedAt, notifiedBy, dueAt, answeredAt, proof, state: stateAt({ state, dueAt }, now) })),
    may: { name: ctx.may("priority-right.name", { ownerId: subject.ownerId }) },
  };
});

type Display = { readonly subjectType: "listing" | "notice"; readonly subjectId: string; readonly resultId: string; readonly ownerId: string; readonly holders: readonly string[]; readonly until: Date };

/**
 * The publication itself tells the completers of a service result (公示即通知): each is named and notified by display, and may answer until it ends.
 * Published anew with other terms it asks them again, since the conditions are no longer the same; who has exercised stays where he is.
 */
export async function notifyByDisplay(ctx: Pick<Context, "tx" | "clock">, { holders, until, ...subject }: Display): Promise<void> {
  const at = ctx.clock.now();
  const notified = { state: "NOTIFIED", notifiedAt: at, notifiedBy: "DISPLAYED", dueAt: until, answeredAt: null } as const;
  for (const holder of new Set(holders)) {
    await ctx.tx.priorityRight.createMany({ data: [{ ...subject, kind: "COMPLETER", holder, createdAt: at, ...notified }], skipDuplicates: true });
  }
  await ctx.tx.priorityRight.updateMany({ where: { subjectType: subject.subjectType, subjectId: subject.subjectId, kind: "COMPLETER", state: { not: "EXERCISED" } }, data: { ...notified, version: { increment: 1 } } });
}

type Recognised = { readonly listingId: string; readonly resultId: string; readonly ownerId: string; readonly kind: PriorityKind; readonly holderId: string; readonly holder: string; readonly until: Date };

/**
 * The exchange has recognised a buyer as holder of a right in a listing: it stands in this register under his organisation, where the seller has not
 * named him already. Who has waived is a holder no more. What the bidding takes for a priority right is what stands here.
 */
export async function recogniseHolder(ctx: Pick<Context, "tx" | "clock">, { listingId, holderId, holder, kind, until, ...subject }: Recognised): Promise<void> {
  const at = ctx.clock.now();
  const of = { subjectType: "listing", subjectId: listingId } as const;
  const known = await ctx.tx.priorityRight.findMany({ where: { ...of, OR: [{ holderId }, { holder }] } });
  if (known.some(({ state }) => state === "WAIVED")) refuse("PRIORITY_WAIVED");
  if (known.length === 0) {
    await ctx.tx.priorityRight.create({ data: { ...of, ...subject, kind, holder, holderId, state: "NOTIFIED", notifiedAt: at, notifiedBy: "SERVED", dueAt: until, createdAt: at } });
    return;
  }
  await ctx.tx.priorityRight.updateMany({ where: { id: { in: known.map(({ id }) => id) }, holderId: null }, data: { holderId, version: { increment: 1 } } });
}

/** Organisations that have waived their right in a listing: whatever rank was recognised before, they have none. */
export async function waivedHolders(tx: Pick<Tx, "priorityRight">, listingId: string): Promise<ReadonlySet<string>> {
  const rights = await tx.priorityRight.findMany({ where: { subjectType: "listing", subjectId: listingId, state: "WAIVED", holderId: { not: null } }, select: { holderId: true } });
  return new Set(rights.map(({ holderId }) => holderId!));
}

type Concluded = { readonly buyerId: string; readonly listingId: string | null; readonly noticeId: string | null; /** The bidding let holders match in the hall, or asked them after the close. */ readonly wereHoldersAsked: boolean };

/** Refuses to conclude a deal while a named holder stands before this buyer; for the last signature. Where the bidding asked holders they have had their say. */
export async function demandPrioritySettled(ctx: Pick<Context, "tx" | "clock">, deal: Concluded): Promise<void> {
  const subjects = [...(deal.listingId === null ? [] : [{ subjectType: "listing", subjectId: deal.listingId }]), ...(deal.noticeId === null ? [] : [{ subjectType: "notice", subjectId: deal.noticeId }])];
  if (subjects.length === 0) return;
  const rights = await ctx.tx.priorityRight.findMany({ where: { OR: subjects } });
  const open = rights.filter((right) => !(deal.wereHoldersAsked && right.subjectType === "listing" && hadTheirSay(right)));
  const blocked = blockedBy(open, deal.buyerId, ctx.clock.now());
  if (blocked) refuse("PRIORITY_RIGHT_OPEN", { holder: blocked.holder });
}

type RightRow = NonNullable<Awaited<ReturnType<Tx["priorityRight"]["findUnique"]>>>;

async function lockRight(ctx: Context, id: string): Promise<RightRow> {
  await ctx.tx.$queryRaw`select 1 from priority_right where id = ${id}::uuid for update`;
  const right = (await ctx.tx.priorityRight.findUnique({ where: { id } })) ?? notFound("priority right", id);
  ctx.authorise({ ownerId: right.ownerId });
  return right;
}

type Change = { readonly notifiedAt?: Date; readonly notifiedBy?: string; readonly dueAt?: Date; readonly answeredAt?: Date; readonly proof: string };

async function move(ctx: Context, { id, state, version, subjectType, subjectId, holder }: RightRow, to: PriorityState, change: Change): Promise<void> {
  const { count } = await ctx.tx.priorityRight.updateMany({ where: { id, state, version }, data: { ...change, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
  ctx.record({ type: subjectType, id: subjectId, divisionCode: null, before: { priorityRight: id, state }, after: { state: to, holder, ...change } });
}

import { calendarFor } from "../reference/index.ts";
import { addNaturalDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { priorityParametersAt } from "./priority-parameters.ts";
import { PRIORITY_MOVES } from "./priority-right.machine.ts";
import { lockRight, moveRight, type RightRow } from "./priority-right.repository.ts";
import { blockedBy, hadTheirSay, leastDays, rightsArise, stateAt, type PriorityKind } from "./priority-right.rules.ts";
import { AnswerPriorityRightInput, NamePriorityRightInput, NotifyPriorityRightInput } from "./priority-right.schema.ts";
import { subjectOf } from "./priority-subject.ts";
import { tellAsked, tellRecorded } from "./tell-holder.ts";

/** The seller names a holder (优先购买权人) in a listing or notice of an assignment. */
export const namePriorityRight = defineUseCase("priority-right.name", NamePriorityRightInput, async (ctx, { subjectType, subjectId, kind, holder, holderId }) => {
  const subject = await subjectOf(ctx.tx, subjectType, subjectId);
  ctx.authorise({ ownerId: subject.ownerId });
  if (!rightsArise(subject.tradeMode)) refuse("PRIORITY_NOT_HERE");
  const known = await ctx.tx.priorityRight.count({ where: { subjectType, subjectId, kind, holder } });
  if (known > 0) invalidField("holder", "PRIORITY_NAMED_ALREADY");
  if (holderId !== null && (await ctx.tx.organisation.count({ where: { id: holderId, state: "VERIFIED" } })) === 0) invalidField("holderId", "PRIORITY_HOLDER_UNKNOWN");
  const { id: rightId } = await ctx.tx.priorityRight.create({ data: { subjectType, subjectId, kind, holder, holderId, resultId: subject.resultId, ownerId: subject.ownerId, createdAt: ctx.clock.now() } });
  ctx.record({ type: subjectType, id: subjectId, divisionCode: subject.divisionCode, after: { priorityRight: rightId, kind, holder } });
  return { rightId };
});

/** The holder is told of the conditions and by when to answer (通知), served or, where he cannot be traced, displayed. */
export const notifyPriorityRight = defineUseCase("priority-right.notify", NotifyPriorityRightInput, async (ctx, { rightId, way, days, proof }) => {
  const right = await lockForSeller(ctx, rightId);
  const at = ctx.clock.now();
  const least = leastDays(way, await priorityParametersAt(ctx.tx, at));
  if (days < least) invalidField("days", "PRIORITY_DAYS_TOO_FEW", { days: least });
  const dueAt = endOfDay(addNaturalDays(calendarFor(), dayOf(at), days));
  await moveRight(ctx, right, step(PRIORITY_MOVES, right.state, "notify"), { notifiedAt: at, notifiedBy: way, dueAt, proof });
  await tellAsked(ctx, right, dueAt);
  return { rightId, dueAt };
});

/** What the holder answered on paper (行使、放弃), in time, as the seller records it; one with an account is told. */
export const answerPriorityRight = defineUseCase("priority-right.answer", AnswerPriorityRightInput, async (ctx, { rightId, answer, proof }) => {
  const right = await lockForSeller(ctx, rightId);
  const at = ctx.clock.now();
  const state = step(PRIORITY_MOVES, stateAt(right, at), answer);
  await moveRight(ctx, right, state, { answeredAt: at, answeredById: null, proof });
  await tellRecorded(ctx, right);
  return { rightId, state };
});

export type CompleterHolder = { readonly name: string; readonly personId: string | null };
type Display = { readonly subjectType: "listing" | "notice"; readonly subjectId: string; readonly resultId: string; readonly ownerId: string; readonly holders: readonly CompleterHolder[]; readonly until: Date };

/**
 * The publication itself tells the completers of a service result (公示即通知): each is named and notified by display, and may answer until it ends.
 * Published anew with other terms it asks them again, since the conditions are no longer the same; who has exercised stays where he is.
 */
export async function notifyByDisplay(ctx: Pick<Context, "tx" | "clock" | "config">, { holders, until, ...subject }: Display): Promise<void> {
  const at = ctx.clock.now();
  const notified = { state: "NOTIFIED", notifiedAt: at, notifiedBy: "DISPLAYED", dueAt: until, answeredAt: null, answeredById: null } as const;
  const completers = { subjectType: subject.subjectType, subjectId: subject.subjectId, kind: "COMPLETER" } as const;
  const persons = personsByName(holders);
  for (const [holder, holderPersonId] of persons) {
    await ctx.tx.priorityRight.createMany({ data: [{ ...subject, kind: "COMPLETER", holder, createdAt: at, ...notified }], skipDuplicates: true });
    if (holderPersonId !== null) await ctx.tx.priorityRight.updateMany({ where: { ...completers, holder }, data: { holderPersonId } });
  }
  await ctx.tx.priorityRight.updateMany({ where: { ...completers, state: { not: "EXERCISED" } }, data: { ...notified, version: { increment: 1 } } });
  const asked = await ctx.tx.priorityRight.findMany({ where: { ...completers, state: "NOTIFIED", holderPersonId: { not: null } } });
  for (const right of asked) await tellAsked(ctx, right, until);
}

/** Two completers of one name share a line in the register; neither can then be told to be its holder. */
function personsByName(holders: readonly CompleterHolder[]): ReadonlyMap<string, string | null> {
  const persons = new Map<string, string | null>();
  for (const { name, personId } of holders) persons.set(name, persons.has(name) ? null : personId);
  return persons;
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

async function lockForSeller(ctx: Context, id: string): Promise<RightRow> {
  const right = await lockRight(ctx.tx, id);
  ctx.authorise({ ownerId: right.ownerId });
  return right;
}

import { demandExportStage } from "../export-control/index.ts";
import { requestDeposit } from "../deposit/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { toYuanText, ZERO_FEN } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { admit } from "./admit-intent.ts";
import { announcedRules, currentTerms, demandRunning } from "./announce.ts";
import type { AnnouncedTerms } from "./announced-terms.schema.ts";
import { barringTies } from "./barring-ties.ts";
import { lockIntent, moveIntent, type Intent } from "./intent.repository.ts";
import { depositDeadline, unmetConditions } from "./intent.rules.ts";
import { factsOf, type Listing } from "./listing.repository.ts";
import { QualifyIntentInput, RefuseIntentInput } from "./listing.schema.ts";
import { minuteText, tellBuyer } from "./tell.ts";

type Finding = { readonly condition: number; readonly isMet: boolean; readonly remark: string };

/** The buyer meets every announced condition (资格通过): the deposit is asked for, with reference and deadline. */
export const qualifyIntent = defineUseCase("intent.qualify", QualifyIntentInput, async (ctx, input) => {
  const { intent, listing } = await lockIntent(ctx.tx, input.intentId);
  ctx.authorise(factsOf(listing));
  demandOpen(ctx, listing);
  const buyer = await ctx.tx.organisation.findUniqueOrThrow({ where: { id: intent.buyerId }, select: { id: true, name: true, creditCode: true } });
  if ((await barringTies(ctx.tx, listing, buyer)).length > 0) refuse("BARRED_BY_TIE");
  await demandExportStage(ctx, "NEGOTIATE", listing.resultId, intent.buyerId);
  const terms = await currentTerms(ctx.tx, listing);
  const unmet = judged(terms, input.findings);
  if (unmet.length > 0) refuse("CONDITIONS_UNMET", { conditions: unmet.map((at) => at + 1).join("、") });
  const state = await moveIntent(ctx.tx, intent, "qualify", { decidedById: personIdOf(ctx.actor), decidedAt: ctx.clock.now(), findings: input.findings });
  await askForDeposit(ctx, listing, { ...intent, state, version: intent.version + 1 }, terms);
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { state: intent.state }, after: { state } });
  return { intentId: intent.id, state };
});

/** An announced condition is not met (资格不符): reasons in writing. */
export const refuseIntent = defineUseCase("intent.refuse", RefuseIntentInput, async (ctx, input) => {
  const { intent, listing } = await lockIntent(ctx.tx, input.intentId);
  ctx.authorise(factsOf(listing));
  demandOpen(ctx, listing);
  const unmet = judged(await currentTerms(ctx.tx, listing), input.findings);
  if (unmet.length === 0) refuse("REFUSAL_NEEDS_CONDITION");
  const now = ctx.clock.now();
  const state = await moveIntent(ctx.tx, intent, "refuse", {
    decidedById: personIdOf(ctx.actor),
    decidedAt: now,
    endedAt: now,
    findings: input.findings,
    refusalReason: input.reason,
  });
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { state: intent.state }, after: { state, reason: input.reason } });
  await tellBuyer(ctx, listing, intent.buyerId, "intent.refused", { reason: input.reason });
  return { intentId: intent.id, state };
});

function demandOpen(ctx: Context, listing: Listing): void {
  if (listing.state !== "LISTED") refuse("LISTING_NOT_OPEN");
  demandRunning(ctx, listing);
}

/** Indexes of announced conditions found unmet; each of them must have been judged, and nothing else counts. */
function judged(terms: AnnouncedTerms, findings: readonly Finding[]): number[] {
  const found = new Map(findings.map(({ condition, isMet }) => [String(condition), isMet]));
  const announced = terms.buyerConditions.map((_, at) => String(at));
  if (announced.some((condition) => !found.has(condition))) throw new DomainError("INPUT_INVALID", "invalid", {}, [{ path: "findings", code: "CONDITIONS_NOT_JUDGED" }]);
  return unmetConditions(announced, found).map(Number);
}

async function askForDeposit(ctx: Context, listing: Listing, intent: Intent, terms: AnnouncedTerms): Promise<void> {
  const now = ctx.clock.now();
  if (terms.depositFen === ZERO_FEN) {
    await admit(ctx, listing, intent, now);
    return;
  }
  const venue = await announcedRules(ctx.tx, listing);
  const announcementEndsAt = listing.periodEndsAt!;
  const dueAt = depositDeadline(terms.promise.depositDue, { announcementEndsAt, qualifiedAt: now, closingHour: venue.closingHour }, calendarFor());
  const { reference } = await requestDeposit(ctx, {
    intentId: intent.id,
    payerId: intent.buyerId,
    amountFen: terms.depositFen,
    dueAt,
    // At the end of the period N is counted; that act settles the requests still open.
    expiresByItself: dueAt < announcementEndsAt,
  });
  await tellBuyer(ctx, listing, intent.buyerId, "deposit.requested", { amount: toYuanText(terms.depositFen), dueAt: minuteText(dueAt), reference });
}

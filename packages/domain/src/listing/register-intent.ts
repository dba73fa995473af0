import { organisationOf, personIdOf } from "../shared/actor.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { calendarFor } from "../reference/index.ts";
import { openGateFor } from "../export-control/index.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { announcedRules, demandRunning } from "./announce.ts";
import { barringTies } from "./barring-ties.ts";
import { lockIntent, moveIntent, type Intent } from "./intent.repository.ts";
import { qualificationDueAt, registerRefusal } from "./intent.rules.ts";
import { IntentRegistered } from "./listing.events.ts";
import { factsOf, lockListing, type Listing } from "./listing.repository.ts";
import { CompleteIntentInput, RegisterIntentInput } from "./listing.schema.ts";
import { minuteText, tellVenue } from "./tell.ts";

/** A buyer registers that he intends to acquire (意向登记), within the period and under its verified name. Trading §2.4. */
export const registerIntent = defineUseCase("intent.register", RegisterIntentInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  const buyer = await ctx.tx.organisation.findUniqueOrThrow({ where: { id: organisationOf(ctx.actor)!.id } });
  const now = ctx.clock.now();
  const refusal = registerRefusal({
    listingState: listing.state,
    realNameVerified: buyer.state === "VERIFIED",
    ties: await barringTies(ctx.tx, listing, buyer),
    // Registering tells no technology; a buyer abroad meets the gate when he is to be qualified, since bidding is negotiation.
    gate: "NOT_NEEDED",
    now,
    announcementEndsAt: listing.periodEndsAt ?? now,
  });
  if (refusal) refuse(refusal, refusal === "PERIOD_OVER" ? { endsAt: minuteText(listing.periodEndsAt!) } : {});
  const known = await ctx.tx.intent.findUnique({ where: { listingId_buyerId: { listingId: listing.id, buyerId: buyer.id } }, select: { id: true } });
  if (known) throw new DomainError("INTENT_REGISTERED_ALREADY", "conflict");
  const intent = await ctx.tx.intent.create({
    data: {
      listingId: listing.id,
      buyerId: buyer.id,
      offerFen: input.offer,
      statement: input.statement,
      relations: [...new Set(input.relations)],
      termsNo: listing.termsVersion,
      registeredById: personIdOf(ctx.actor) ?? buyer.id,
      registeredAt: now,
    },
    include: { buyer: { select: { id: true, name: true, creditCode: true } } },
  });
  await openGateFor(ctx, { resultId: listing.resultId, sellerId: listing.sellerId, buyerId: buyer.id, venueId: listing.venueId, divisionCode: listing.divisionCode });
  ctx.emit(IntentRegistered, { type: "intent", id: intent.id }, { intentId: intent.id, listingId: listing.id });
  const state = input.statement === "" ? intent.state : await completeFiles(ctx, listing, intent, input.statement);
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, after: { listing: listing.no, buyerId: buyer.id, state, relations: intent.relations } });
  return { intentId: intent.id, state };
});

/** Hands in what was missing (补齐材料); the venue's time to decide runs from here. */
export const completeIntent = defineUseCase("intent.complete-files", CompleteIntentInput, async (ctx, input) => {
  const { intent, listing } = await lockIntent(ctx.tx, input.intentId);
  ctx.authorise({ ownerId: intent.buyerId });
  if (listing.state !== "LISTED") refuse("LISTING_NOT_OPEN");
  demandRunning(ctx, listing);
  const state = await completeFiles(ctx, listing, intent, input.statement);
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { state: intent.state }, after: { state } });
  return { intentId: intent.id, state };
});

async function completeFiles(ctx: Context, listing: Listing, intent: Intent, statement: string) {
  const filesAt = ctx.clock.now();
  const venue = await announcedRules(ctx.tx, listing);
  const decisionDueAt = qualificationDueAt(filesAt, venue.qualificationDays, calendarFor());
  const state = await moveIntent(ctx.tx, intent, "completeFiles", { statement, filesAt, decisionDueAt });
  await tellVenue(ctx, listing, ["VENUE_REVIEWER"], "intent.registered", { dueAt: minuteText(decisionDueAt) });
  return state;
}

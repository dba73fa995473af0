import { postponeDeposits } from "../deposit/index.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { announceTerms, countPeriod, demandAuctionNotice, demandRunning, termsOf } from "./announce.ts";
import { conditionsIn, planJson } from "./announced-terms.schema.ts";
import { planProblems } from "./bidding.rules.ts";
import { moveIntentsWith } from "./intent.repository.ts";
import { ListingAmended } from "./listing.events.ts";
import { factsOf, lockListing, moveListing, traceOf } from "./listing.repository.ts";
import { AmendListingInput } from "./listing.schema.ts";
import { disclosureProblems, isPriceCutTooDeep, periodRefusal } from "./submit-listing.ts";
import { minuteText, tellSeller } from "./tell.ts";
import { venueParametersAt } from "./venue-parameters.ts";

/**
 * Changes announced terms on the paper of the body that decides (变更公告): a new version, the period starts anew, and whoever was
 * admitted must confirm or leave with the deposit. Trading §2.2, §9.2.
 */
export const amendListing = defineUseCase("listing.amend", AmendListingInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  demandRunning(ctx, listing);
  const { price, buyerConditions, paymentTerms, licenceYears, disclosure, bidding } = input;
  const isEmpty = [price, buyerConditions, paymentTerms, licenceYears, disclosure, bidding, input.workingDays].every((part) => part === undefined);
  if (isEmpty) refuse("AMENDMENT_EMPTY");
  const now = ctx.clock.now();
  const venue = await venueParametersAt(ctx.tx, listing.venueId, now);
  const problems = [...(bidding === undefined ? [] : planProblems(bidding, venue.bidding)), ...(disclosure === undefined ? [] : disclosureProblems({ ...listing, disclosure }, now))];
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, problems);
  const workingDays = input.workingDays ?? listing.workingDays;
  const refusal = periodRefusal(listing, workingDays, venue, now);
  if (refusal) refuse(refusal, { min: venue.announcementMinWorkingDays[listing.sellerClass], max: venue.extensionMaxCycles });
  // The paper named is the fresh approval; without an empty round before it there is no price to be cut.
  if (price !== undefined && isPriceCutTooDeep(listing, price, true, venue)) refuse("PRICE_CUT_NEEDS_APPROVAL");
  const termsNo = listing.termsVersion + 1;
  const terms = termsOf(listing, venue, {
    workingDays,
    reason: input.reason,
    approvalPaper: input.approvalPaper,
    ...(price === undefined ? {} : { priceFen: price }),
    ...(buyerConditions === undefined ? {} : { buyerConditions: conditionsIn(buyerConditions) }),
    ...(paymentTerms === undefined ? {} : { paymentTerms }),
    ...(licenceYears === undefined ? {} : { licenceYears }),
    ...(disclosure === undefined ? {} : { disclosure }),
    ...(bidding === undefined ? {} : { bidding }),
  });
  const period = countPeriod(now, workingDays, venue);
  demandAuctionNotice(terms, now, period.endsAt);
  const state = await moveListing(
    ctx,
    listing,
    "amend",
    {
      termsVersion: termsNo,
      workingDays,
      periodStartedAt: now,
      daysRun: 0,
      cyclesUsed: 0,
      priceFen: terms.priceFen,
      paymentTerms: terms.paymentTerms,
      licenceYears: terms.licenceYears,
      ...(buyerConditions === undefined ? {} : { buyerConditions }),
      ...(disclosure === undefined ? {} : { disclosure }),
      ...(bidding === undefined ? {} : { bidding: planJson(bidding) }),
      parameterVersion: venue.parameterVersion,
    },
    { reason: input.reason, period },
  );
  await announceTerms(ctx, listing.id, termsNo, terms);
  await ctx.due("listing.end-period", listing.id, period.endsAt);
  await postponeDeposits(ctx, listing.id, period.endsAt);
  await moveIntentsWith(ctx, listing, "amend", now);
  ctx.record(traceOf(listing, { state, termsNo, periodEndsAt: period.endsAt, reason: input.reason, approvalPaper: input.approvalPaper }));
  ctx.emit(ListingAmended, { type: "listing", id: listing.id }, { listingId: listing.id, termsNo, periodEndsAt: period.endsAt.toISOString() });
  await tellSeller(ctx, listing, "listing.amended", { endsAt: minuteText(period.endsAt) });
  return { listingId: listing.id, state, termsNo, periodEndsAt: period.endsAt };
});

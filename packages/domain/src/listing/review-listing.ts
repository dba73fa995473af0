import { demandFunderAgrees } from "../project-contract/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { changeListing, factsOf, getListing, moveListing, traceOf } from "./listing.repository.ts";
import { acceptRefusal } from "./listing.rules.ts";
import { AcceptListingInput, ListingIdInput, ReasonedListingInput } from "./listing.schema.ts";
import { tellSeller, tellVenue } from "./tell.ts";

/** Sends a submitted listing back with what has to be put right (退回修改). */
export const returnListing = defineUseCase("listing.return", ReasonedListingInput, async (ctx, input) => {
  const listing = await getListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  const state = await moveListing(ctx, listing, "returnForRework", { reviewReason: input.reason, reviewedById: personIdOf(ctx.actor) });
  ctx.record(traceOf(listing, { state, reason: input.reason }));
  await tellSeller(ctx, listing, "listing.returned", { reason: input.reason });
  return { listingId: listing.id, state };
});

/** For secrecy, a forbidden object or missing title: no rework can help (不予受理). */
export const rejectListing = defineUseCase("listing.reject", ReasonedListingInput, async (ctx, input) => {
  const listing = await getListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  const state = await moveListing(ctx, listing, "reject", { reviewReason: input.reason, reviewedById: personIdOf(ctx.actor), endedAt: ctx.clock.now() });
  ctx.record(traceOf(listing, { state, reason: input.reason }));
  await tellSeller(ctx, listing, "listing.rejected", { reason: input.reason });
  return { listingId: listing.id, state };
});

/** The check by another reviewer that an export-restricted technology needs before it is accepted (§2.3). */
export const secondReviewListing = defineUseCase("listing.second-review", ListingIdInput, async (ctx, input) => {
  const listing = await getListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  if (!listing.declarations.isExportRestricted) refuse("SECOND_REVIEW_NOT_NEEDED");
  if (listing.state !== "REVIEW") refuse("STATE_FORBIDS_EVENT", { state: listing.state });
  const secondReviewerId = personIdOf(ctx.actor);
  await changeListing(ctx, listing, { secondReviewerId });
  ctx.record(traceOf(listing, { secondReviewerId }));
  return { listingId: listing.id };
});

/** Takes a listing on (受理): the material is in order. Nobody accepts what he submitted himself. */
export const acceptListing = defineUseCase("listing.accept", AcceptListingInput, async (ctx, input) => {
  const listing = await getListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  const reviewer = personIdOf(ctx.actor)!;
  const refusal = acceptRefusal({
    submittedBy: listing.submittedById ?? "",
    reviewer,
    ...(listing.secondReviewerId === null ? {} : { secondReviewer: listing.secondReviewerId }),
    restrictedExport: listing.declarations.isExportRestricted,
  });
  if (refusal) refuse(refusal);
  await demandFunderAgrees(ctx.tx, listing.resultId);
  const state = await moveListing(ctx, listing, "accept", { acceptedAt: ctx.clock.now(), reviewedById: reviewer, reviewReason: input.remark });
  ctx.record(traceOf(listing, { state, remark: input.remark }));
  await tellSeller(ctx, listing, "listing.accepted");
  await tellVenue(ctx, listing, ["VENUE_OPERATOR"], "listing.accepted");
  return { listingId: listing.id, state };
});

import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandFunderAgrees } from "../project-contract/index.ts";
import { notifyByDisplay } from "../priority-right/index.ts";
import { announceTerms, countPeriod, demandAuctionNotice, termsOf } from "./announce.ts";
import { ListingPublished } from "./listing.events.ts";
import { factsOf, lockListing, moveListing, traceOf } from "./listing.repository.ts";
import { PublishListingInput } from "./listing.schema.ts";
import { demandRightsFree } from "./rights-on-offer.ts";
import { disclosureProblems, documentIds, materialFacts, periodRefusal } from "./submit-listing.ts";
import { minuteText, tellSeller } from "./tell.ts";
import { venueParametersAt } from "./venue-parameters.ts";

/** Materials that every visitor may read once a listing is public. */
export const PUBLIC_MATERIALS = ["TECHNICAL_DESCRIPTION", "DRAFT_CONTRACT", "BUYER_CONDITIONS"] as const;

/** Puts an accepted listing on the market (正式挂牌) and starts its announcement period. Trading §2.3. */
export const publishListing = defineUseCase("listing.publish", PublishListingInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  const publishedAt = ctx.clock.now();
  const venue = await venueParametersAt(ctx.tx, listing.venueId, publishedAt);
  const workingDays = input.workingDays ?? listing.workingDays;
  const refusal = periodRefusal(listing, workingDays, venue, publishedAt);
  if (refusal) {
    refuse(refusal, {
      min: refusal === "EXTENSION_TOO_SHORT" ? venue.extensionMinWorkingDays : venue.announcementMinWorkingDays[listing.sellerClass],
      max: venue.extensionMaxCycles,
    });
  }
  const [burden] = disclosureProblems(listing, publishedAt);
  if (burden) refuse(burden.code);
  if (listing.state === "ACCEPTED") {
    await demandFunderAgrees(ctx.tx, listing.resultId);
    await demandRightsFree(ctx, { ...listing, territory: listing.licenceTerritory });
  }
  const terms = termsOf(listing, venue, { workingDays });
  const period = countPeriod(publishedAt, workingDays, venue);
  demandAuctionNotice(terms, publishedAt, period.endsAt);
  const state = await moveListing(
    ctx,
    listing,
    "publish",
    { publishedAt, periodStartedAt: publishedAt, workingDays, daysRun: 0, parameterVersion: venue.parameterVersion, basisFen: listing.basisFen ?? listing.priceFen },
    { period },
  );
  await announceTerms(ctx, listing.id, listing.termsVersion, terms);
  await ctx.due("listing.end-period", listing.id, period.endsAt);
  if (materialFacts(listing).hasPriorityHolders) {
    const holders = listing.result.completers;
    await notifyByDisplay(ctx, { subjectType: "listing", subjectId: listing.id, resultId: listing.resultId, ownerId: listing.sellerId, holders, until: period.endsAt });
  }
  const openIds = PUBLIC_MATERIALS.flatMap((code) => listing.materials[code]?.documentId ?? []);
  await ctx.tx.document.updateMany({ where: { id: { in: openIds }, ownerId: listing.sellerId }, data: { audience: "PUBLIC" } });
  ctx.record(traceOf(listing, { state, workingDays, periodEndsAt: period.endsAt, documents: documentIds(listing) }));
  ctx.emit(ListingPublished, { type: "listing", id: listing.id }, {
    listingId: listing.id,
    resultId: listing.resultId,
    publishedAt: publishedAt.toISOString(),
    periodEndsAt: period.endsAt.toISOString(),
  });
  await tellSeller(ctx, listing, "listing.published", { endsAt: minuteText(period.endsAt) });
  return { listingId: listing.id, state, publishedAt, periodEndsAt: period.endsAt };
});

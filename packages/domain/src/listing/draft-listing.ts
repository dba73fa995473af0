import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { invalidField, notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { planJson } from "./announced-terms.schema.ts";
import { sellerClassOf } from "./listing.rules.ts";
import { nextListingNo } from "./listing.repository.ts";
import { DraftListingInput } from "./listing.schema.ts";
import { WHOLE_COUNTRY } from "../terms/index.ts";
import { venueParametersAt } from "./venue-parameters.ts";

/** Begins a listing of a published result at a venue (挂牌申请); everything in it may still be changed. */
export const draftListing = defineUseCase("listing.draft", DraftListingInput, async (ctx, input) => {
  const result = (await ctx.tx.result.findUnique({ where: { id: input.resultId } })) ?? notFound("result", input.resultId);
  ctx.authorise({ ownerId: result.ownerId });
  if (result.state !== "PUBLISHED") invalidField("resultId", "RESULT_NOT_PUBLISHED");
  const venue = await ctx.tx.organisation.findUnique({ where: { id: input.venueId } });
  if (venue?.kind !== "VENUE" || venue.state !== "VERIFIED") invalidField("venueId", "NOT_A_VENUE");
  const priceFen = input.price ?? result.askedPriceFen;
  if (priceFen === null || priceFen === undefined) invalidField("price", "LISTING_PRICE_NEEDED");
  const now = ctx.clock.now();
  const venueRules = await venueParametersAt(ctx.tx, input.venueId, now);
  const { resultId, venueId, price: _price, bidding, workingDays, ...rest } = input;
  const listing = await ctx.tx.listing.create({
    data: {
      ...rest,
      no: await nextListingNo(ctx.tx, dayOf(now).slice(0, 4)),
      resultId,
      venueId,
      licenceTerritory: input.licenceTerritory ?? WHOLE_COUNTRY,
      sellerId: result.ownerId,
      priceFen,
      workingDays: workingDays ?? venueRules.announcementMinWorkingDays[sellerClassOf(organisationOf(ctx.actor)!.kind)],
      bidding: planJson(bidding),
      divisionCode: result.divisionCode,
      createdById: personIdOf(ctx.actor),
      createdAt: now,
      updatedAt: now,
    },
  });
  ctx.record({ type: "listing", id: listing.id, divisionCode: listing.divisionCode, after: { no: listing.no, resultId, venueId, priceFen } });
  return { listingId: listing.id, no: listing.no };
});

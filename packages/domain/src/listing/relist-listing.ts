import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { fen, shareCeil, toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { planJson } from "./announced-terms.schema.ts";
import { factsOf, lockListing, nextListingNo } from "./listing.repository.ts";
import { RelistInput } from "./listing.schema.ts";
import { isPriceCutTooDeep } from "./submit-listing.ts";
import { venueParametersAt } from "./venue-parameters.ts";

/** Begins a new round after an empty one or a default (重新挂牌), linked to the one before; a cut below 90 % of the basis needs approval. */
export const relistListing = defineUseCase("listing.relist", RelistInput, async (ctx, input) => {
  const previous = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(previous));
  if (previous.state !== "LAPSED" && previous.state !== "DEFAULT") refuse("RELIST_NOT_POSSIBLE");
  const successor = await ctx.tx.listing.findFirst({ where: { previousId: previous.id, state: { not: "REJECTED" } }, select: { no: true } });
  if (successor) refuse("RELISTED_ALREADY", { no: successor.no });
  const now = ctx.clock.now();
  const venue = await venueParametersAt(ctx.tx, previous.venueId, now);
  const wasBidOn = (await ctx.tx.auction.count({ where: { listingId: previous.id } })) > 0;
  const lowest = shareCeil(fen(previous.priceFen), 10_000 - venue.rerunCutMaxBp);
  // Court practice: each further bidding starts at most a fifth below the one before (trading §5.10).
  if (wasBidOn && input.price < lowest) invalidField("price", "RERUN_CUT_TOO_DEEP", { lowest: toYuanText(lowest), cut: venue.rerunCutMaxBp / 100 });
  const basisFen = fen(previous.basisFen ?? previous.priceFen);
  if (isPriceCutTooDeep({ ...previous, previousId: previous.id, basisFen }, input.price, input.freshApproval, venue)) {
    invalidField("price", "PRICE_CUT_NEEDS_APPROVAL", { basis: toYuanText(basisFen), floor: venue.priceCutFloorBp / 100 });
  }
  const { resultId, sellerId, venueId, tradeMode, licenceKind, licenceYears, licenceTerritory, workingDays, extensionCycles, extensionDays, buyerConditions, paymentTerms, disclosure } = previous;
  const listing = await ctx.tx.listing.create({
    data: {
      resultId, sellerId, venueId, tradeMode, licenceKind, licenceYears, licenceTerritory, workingDays, extensionCycles, extensionDays, buyerConditions, paymentTerms, disclosure,
      no: await nextListingNo(ctx.tx, dayOf(now).slice(0, 4)),
      priceFen: input.price,
      // An approved price is the basis of later cuts.
      basisFen: input.freshApproval ? input.price : basisFen,
      bidding: planJson(previous.bidding),
      promise: previous.promise,
      declarations: { ...previous.declarations, hasFreshApproval: input.freshApproval, isTruthful: false },
      materials: previous.materials,
      relatedParties: previous.relatedParties,
      previousId: previous.id,
      divisionCode: previous.divisionCode,
      createdById: personIdOf(ctx.actor),
      createdAt: now,
      updatedAt: now,
    },
  });
  ctx.record({ type: "listing", id: listing.id, divisionCode: listing.divisionCode, after: { no: listing.no, previous: previous.no, priceFen: listing.priceFen } });
  return { listingId: listing.id, no: listing.no };
});

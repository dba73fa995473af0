import { DomainError } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { planJson } from "./announced-terms.schema.ts";
import { changeListing, factsOf, getListing, traceOf } from "./listing.repository.ts";
import { EditListingInput } from "./listing.schema.ts";

/** Changes a draft; parts that are left out stay as they are. */
export const editListing = defineUseCase("listing.edit", EditListingInput, async (ctx, input) => {
  const listing = await getListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  if (listing.state !== "DRAFT") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: listing.state, event: "edit" });
  const { listingId, price, basis, bidding, ...rest } = input;
  await changeListing(ctx, listing, {
    ...rest,
    ...(price === undefined ? {} : { priceFen: price }),
    ...(basis === undefined ? {} : { basisFen: basis }),
    ...(bidding === undefined ? {} : { bidding: planJson(bidding) }),
  });
  ctx.record(traceOf(listing, { changed: Object.keys(input).filter((key) => key !== "listingId") }));
  return { listingId, version: listing.version + 1 };
});

import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { reserveRefusal } from "./bidding.rules.ts";
import type { ListingState } from "./listing.machine.ts";
import { changeListing, factsOf, lockListing, traceOf } from "./listing.repository.ts";
import { SetReserveInput } from "./listing.schema.ts";
import { sealReserve } from "./reserve.ts";
import { venueParametersAt } from "./venue-parameters.ts";

const STILL_OPEN: ReadonlySet<ListingState> = new Set<ListingState>(["DRAFT", "REVIEW", "ACCEPTED", "LISTED"]);

/** The seller seals the reserve (保留价), an hour before the period ends at the latest. From here on nobody reads the amount. */
export const setReserve = defineUseCase("listing.set-reserve", SetReserveInput, async (ctx, input) => {
  const listing = await lockListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  if (!STILL_OPEN.has(listing.state)) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: listing.state, event: "setReserve" });
  const now = ctx.clock.now();
  const { bidding: rules } = await venueParametersAt(ctx.tx, listing.venueId, listing.publishedAt ?? now);
  const facts = {
    hasReserve: listing.bidding.hasReserve,
    periodEndsAt: listing.state === "LISTED" ? listing.periodEndsAt : null,
    now,
    reserveFen: input.reserve,
    startFen: listing.priceFen,
  };
  const refusal = reserveRefusal(facts, rules);
  if (refusal) refuse(refusal, { minutes: rules.reserveClosesMinutes });
  const { sealed, hash } = sealReserve(ctx.config.secretKey, listing.no, input.reserve);
  await changeListing(ctx, listing, { reserveSealed: sealed, reserveHash: hash });
  ctx.record(traceOf(listing, { reserveHash: hash }));
  return { listingId: listing.id, reserveHash: hash };
});

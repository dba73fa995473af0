import { openBidDesk, type BidDesk } from "@ttx/domain/auction";
import type { Deps } from "@ttx/domain/shared/database";

const desks = new WeakMap<Deps, BidDesk>();

/** The process's one bid desk for a database: bids of a lot meet in one queue. */
export function deskOf(deps: Deps): BidDesk {
  let desk = desks.get(deps);
  if (!desk) {
    desk = openBidDesk(deps);
    desks.set(deps, desk);
  }
  return desk;
}

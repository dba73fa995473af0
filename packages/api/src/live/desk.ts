import { openBidDesk, type BidDesk, type BidReceipt } from "@ttx/domain/auction";
import type { RecalledActor } from "@ttx/domain/identity";
import type { Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import type { Origin } from "@ttx/domain/shared/origin";
import { hubOf } from "./hub.ts";

export type BidAnswer = { readonly status: 200 | 201; readonly receipt: BidReceipt };

const desks = new WeakMap<Deps, BidDesk>();

/** The process's one bid desk for a database: bids of a lot meet in one queue. */
function deskOf(deps: Deps): BidDesk {
  let desk = desks.get(deps);
  if (!desk) desks.set(deps, (desk = openBidDesk(deps)));
  return desk;
}

/** Takes a bid as it was sent and answers with its receipt; who follows the lot here hears of it at once. */
export async function placeBid(deps: Deps, bidder: Actor | RecalledActor, auctionId: string | undefined, sent: unknown, origin: Origin): Promise<BidAnswer> {
  const input = typeof sent === "object" && !Array.isArray(sent) ? Object.assign(sent ?? {}, { auctionId }) : { auctionId };
  const receipt = await deskOf(deps).place(bidder, input, origin);
  if (receipt.verdict === "REFUSED") return { status: 200, receipt };
  hubOf(deps).wake();
  return { status: 201, receipt };
}

import { randomUUID } from "node:crypto";
import type { BidDesk } from "../src/auction/bid-desk.ts";
import type { BidReceipt } from "../src/auction/bid-receipt.ts";
import type { Actor } from "../src/shared/actor.ts";
import { anOrigin } from "./origin.ts";

/** Bids so many ten thousand yuan, with a number of its own for the bid unless one is given. */
export function bidInWan(desk: BidDesk, { auctionId }: { readonly auctionId: string }, actor: Actor, amountInWan: number, requestId: string = randomUUID()): Promise<BidReceipt> {
  return desk.place(actor, { auctionId, amount: String(amountInWan * 10_000), requestId }, anOrigin());
}

import { REMEMBERED_MS } from "../shared/remembered-change.ts";
import type { BidderRow } from "./bid-batch.decide.ts";

export type RememberedBidder = BidderRow & { readonly intentId: string };

/** What a process knows of a lot and its bidders. `seen` is the snapshot in which it last asked what has changed; null before the first time. */
export type LotMemory = {
  readonly bidders: Map<string, RememberedBidder>;
  seen: string | null;
  checkedAt: number;
  /** Batches of which the requests are looked up before anything is written, because one that the log knew already has come. */
  doubtedBatches: number;
  /** Limits up to which the platform bids were found at the last look, and are asked for with the next. */
  hadProxies: boolean;
};

/** What a look into the database says: the bidders that were asked for, and the intents of which something has changed since the look before. */
export type LotLook = { readonly seen: string; readonly at: Date; readonly changed: ReadonlySet<string>; readonly loaded: readonly RememberedBidder[] };

const MOST_LOTS = 2_000;
const MOST_BIDDERS_OF_A_LOT = 1_000;

export type BidderMemory = { of(auctionId: string): LotMemory };

/** Bidders and deposits, remembered by a process lot by lot; the longest unused lots are forgotten first. */
export function rememberBidders(): BidderMemory {
  const lots = new Map<string, LotMemory>();
  return {
    of: (auctionId) => {
      const lot = lots.get(auctionId) ?? { bidders: new Map<string, RememberedBidder>(), seen: null, checkedAt: 0, doubtedBatches: 0, hadProxies: false };
      lots.delete(auctionId);
      lots.set(auctionId, lot);
      if (lots.size > MOST_LOTS) lots.delete(lots.keys().next().value!);
      return lot;
    },
  };
}

/**
 * Brings the memory of a lot up to the snapshot of a look. What was read in that very snapshot is as it is now; what was remembered before is kept
 * unless something of it has changed, or the look before was so long ago that changes may have been cleared away.
 */
export function recall(lot: LotMemory, { seen, at, changed, loaded }: LotLook): void {
  if (at.getTime() - lot.checkedAt > REMEMBERED_MS || lot.bidders.size > MOST_BIDDERS_OF_A_LOT) lot.bidders.clear();
  else if (changed.size > 0) for (const [buyerId, { intentId }] of lot.bidders) if (changed.has(intentId)) lot.bidders.delete(buyerId);
  for (const bidder of loaded) lot.bidders.set(bidder.buyerId, bidder);
  [lot.seen, lot.checkedAt] = [seen, at.getTime()];
}

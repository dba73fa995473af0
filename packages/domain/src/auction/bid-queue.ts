import type { Actor } from "../shared/actor.ts";
import type { Fen } from "../shared/money.ts";
import type { Origin } from "../shared/origin.ts";
import type { BidReceipt } from "./bid-receipt.ts";

/** A bid that waits for its place. `stands`: whether its bidder is still who he was when he was last asked about; null where he was asked about for this bid. */
export type PendingBid = { readonly actor: Actor; readonly stands: ((at: Date) => boolean) | null; readonly origin: Origin; readonly amountFen: Fen; readonly requestId: string };
export type WaitingBid = PendingBid & { settle(receipt: BidReceipt): void; fail(error: unknown): void };

/** A lot with bids that wait. While some of them are on their way, the rest can only follow on the same connection, which `holder` stands for. */
export type Queue<Holder> = { readonly auctionId: string; readonly bids: WaitingBid[]; holder: Holder | undefined; batchesOnTheirWay: number; bidsOnTheirWay: number };
export type Taken<Holder> = { readonly queue: Queue<Holder>; readonly bids: readonly WaitingBid[] };

/** Bids of a lot in one commit; past this nothing is gained. */
const MOST_OF_ONE_LOT = 128;
/** While one half of a crowd is being committed, the other is answered and asks again. A crowd smaller than two of these is not halved: a commit costs the same for few as for many. */
const LEAST_HALF = 32;
/** Of several lots together; what a transaction costs apart from its bids is shared by more of them. */
const MOST_TOGETHER = 256;

/** The bids that wait, lot by lot, in the order in which lots came to have some. */
export type BidQueues<Holder> = {
  add(auctionId: string, bid: WaitingBid): void;
  /** Takes what a holder may send now: bids that follow its own, then those of lots that nobody holds. */
  take(holder: Holder): readonly Taken<Holder>[];
  /** Whether so many wait that a holder may take. */
  wait(holder: Holder, atLeast: number): boolean;
  /** Whether bids wait that anybody may take. */
  isAnyFree(): boolean;
  /** What follows waits for this one holder. */
  pass(queue: Queue<Holder>, holder: Holder): void;
  /** A batch of the lot has ended. */
  giveBack(taken: Taken<Holder>): void;
};

export function bidQueues<Holder>(): BidQueues<Holder> {
  const all = new Map<string, Queue<Holder>>();
  const free = new Set<Queue<Holder>>();
  const following = new Map<Holder, Set<Queue<Holder>>>();

  const placeOf = (holder: Holder | undefined): Set<Queue<Holder>> => {
    if (holder === undefined) return free;
    let place = following.get(holder);
    if (!place) following.set(holder, (place = new Set()));
    return place;
  };

  function move(queue: Queue<Holder>, holder: Holder | undefined): void {
    placeOf(queue.holder).delete(queue);
    queue.holder = holder;
    if (queue.bids.length > 0) placeOf(holder).add(queue);
  }

  return {
    add: (auctionId, bid) => {
      let queue = all.get(auctionId);
      if (!queue) all.set(auctionId, (queue = { auctionId, bids: [], holder: undefined, batchesOnTheirWay: 0, bidsOnTheirWay: 0 }));
      queue.bids.push(bid);
      placeOf(queue.holder).add(queue);
    },
    take: (holder) => {
      const taken: Taken<Holder>[] = [];
      let room = MOST_TOGETHER;
      for (const place of [placeOf(holder), free]) {
        for (const queue of [...place]) {
          if (room === 0) return taken;
          const half = Math.max(LEAST_HALF, Math.ceil((queue.bidsOnTheirWay + queue.bids.length) / 2));
          const bids = queue.bids.splice(0, Math.min(room, half, MOST_OF_ONE_LOT));
          room -= bids.length;
          queue.batchesOnTheirWay += 1;
          queue.bidsOnTheirWay += bids.length;
          move(queue, holder);
          taken.push({ queue, bids });
        }
      }
      return taken;
    },
    wait: (holder, atLeast) => {
      let waiting = 0;
      for (const place of [placeOf(holder), free]) {
        for (const { bids } of place) {
          waiting += bids.length;
          if (waiting >= atLeast) return true;
        }
      }
      return false;
    },
    isAnyFree: () => free.size > 0,
    pass: move,
    giveBack: ({ queue, bids }) => {
      queue.batchesOnTheirWay -= 1;
      queue.bidsOnTheirWay -= bids.length;
      if (queue.batchesOnTheirWay > 0) return;
      move(queue, undefined);
      if (queue.bids.length === 0) all.delete(queue.auctionId);
    },
  };
}

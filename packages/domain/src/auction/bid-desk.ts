import { z } from "zod";
import type { Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { parseInput } from "../shared/execute.ts";
import { Id, YuanText } from "../shared/input.ts";
import type { Fen } from "../shared/money.ts";
import type { Origin } from "../shared/origin.ts";
import { isRetryable } from "../shared/retry.ts";
import { commitBatch } from "./bid-batch.ts";
import type { BidReceipt } from "./bid-receipt.ts";

export const BidInput = z.object({
  auctionId: Id,
  amount: YuanText,
  /** The bidder's own number for this bid: sent again, it gets the same answer and has no second effect. */
  requestId: z.string().regex(/^[\w.:-]{8,100}$/),
});

/** A bid that waits for its place. */
export type PendingBid = { readonly actor: Actor; readonly origin: Origin; readonly amountFen: Fen; readonly requestId: string };
type Waiting = PendingBid & { settle(receipt: BidReceipt): void; fail(error: unknown): void };

/** Bids in one commit. Past this nothing is gained: while one half of a crowd is being committed, the other is answered and asks again. */
const BATCH_LIMIT = 128;
const MAX_ATTEMPTS = 4;

export type BidDesk = { place(actor: Actor, rawInput: unknown, origin: Origin): Promise<BidReceipt> };

/**
 * The one way to bid. While the last commit of a lot is in flight its bids queue up; then one transaction locks the lot's row, reads
 * the clock after, decides all of them in order, and writes log, audit and events at once. Every bid keeps its own outcome. Between
 * processes the row lock orders the batches, so there is one order of bids whoever receives them.
 */
export function openBidDesk(deps: Deps): BidDesk {
  const queues = new Map<string, Waiting[]>();

  async function drain(auctionId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH_LIMIT);
      try {
        const outcomes = await withRetries(() => commitBatch(deps, auctionId, batch));
        outcomes.forEach((outcome, i) => (outcome instanceof DomainError ? batch[i]!.fail(outcome) : batch[i]!.settle(outcome)));
      } catch (error) {
        for (const bid of batch) bid.fail(error);
      }
    }
    queues.delete(auctionId);
  }

  return {
    place: (actor, rawInput, origin) => {
      const { auctionId, amount, requestId } = parseInput(BidInput, rawInput);
      return new Promise((settle, fail) => {
        const waiting: Waiting = { actor, origin, amountFen: amount, requestId, settle, fail };
        const queue = queues.get(auctionId);
        if (queue) {
          queue.push(waiting);
          return;
        }
        const opened = [waiting];
        queues.set(auctionId, opened);
        // Bids that arrive in this turn of the event loop share the first commit.
        setImmediate(() => void drain(auctionId, opened));
      });
    },
  };
}

async function withRetries<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

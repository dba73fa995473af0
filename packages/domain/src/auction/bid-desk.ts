import pg from "pg";
import { z } from "zod";
import type { Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { parseInput } from "../shared/execute.ts";
import { Id, YuanText } from "../shared/input.ts";
import type { Fen } from "../shared/money.ts";
import type { Origin } from "../shared/origin.ts";
import { isRetryable } from "../shared/retry.ts";
import { commitBatch, type BidOutcome, type LotBids } from "./bid-batch.ts";
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

/** Bids of a lot in one commit. Past this nothing is gained: while one half of a crowd is being committed, the other is answered and asks again. */
const MOST_OF_ONE_LOT = 128;
/** Of several lots together; what a transaction costs apart from its bids is shared by more of them. */
const MOST_TOGETHER = 256;
/** Commits on their way at once that wait for nobody: while one is being written, the next is decided. */
const LANES = 2;
const MAX_ATTEMPTS = 4;

export type BidDesk = { place(actor: Actor, rawInput: unknown, origin: Origin): Promise<BidReceipt> };

/** A lot with bids that wait. While some of them are being committed, the others stay. */
type Queue = { readonly auctionId: string; readonly bids: Waiting[]; isTaken: boolean };
type Taken = { readonly queue: Queue; readonly bids: readonly Waiting[] };

/**
 * The one way to bid. While the last commit of a lot is in flight its bids queue up; then one transaction locks the rows of all lots that have
 * bids waiting, reads the clock after, decides every bid in the order of arrival, and writes log, audit and events. Every bid keeps its own
 * outcome. A lot that somebody else holds is left out and waited for alone, so that it keeps no other lot waiting. Between processes the row
 * lock orders the batches, so there is one order of bids whoever receives them.
 */
export function openBidDesk(deps: Deps): BidDesk {
  const queues = new Map<string, Queue>();
  /** Lots that have bids and are not being committed, in the order in which they came. */
  const ready = new Set<Queue>();
  let busyLanes = 0;
  let isWoken = false;

  function wake(): void {
    if (isWoken) return;
    isWoken = true;
    // Bids that arrive in this turn of the event loop share a commit.
    setImmediate(() => {
      isWoken = false;
      while (ready.size > 0 && busyLanes < LANES) {
        busyLanes += 1;
        void commitTogether(takeReady()).finally(() => {
          busyLanes -= 1;
          wake();
        });
      }
    });
  }

  function takeReady(): Taken[] {
    const taken: Taken[] = [];
    let room = MOST_TOGETHER;
    for (const queue of ready) {
      if (room === 0) break;
      const bids = queue.bids.splice(0, Math.min(room, MOST_OF_ONE_LOT));
      room -= bids.length;
      ready.delete(queue);
      queue.isTaken = true;
      taken.push({ queue, bids });
    }
    return taken;
  }

  function giveBack(queue: Queue): void {
    queue.isTaken = false;
    if (queue.bids.length > 0) ready.add(queue);
    else queues.delete(queue.auctionId);
    wake();
  }

  async function commitTogether(taken: readonly Taken[]): Promise<void> {
    const answers = await withRetries(() => commitBatch(deps, taken.map(lotBids), "skip")).catch((error: unknown) => {
      if (taken.length > 1 && error instanceof pg.DatabaseError) return taken.map(() => "held" as const); // what spoils one lot spoils no other
      return error instanceof Error ? error : new Error(String(error));
    });
    for (const [i, { queue, bids }] of taken.entries()) {
      const answer = answers instanceof Error ? answers : answers[i]!;
      if (answer === "held") void commitAlone({ queue, bids });
      else settle(queue, bids, answer);
    }
  }

  /** Waits for whoever holds the lot. */
  async function commitAlone({ queue, bids }: Taken): Promise<void> {
    const answer = await withRetries(() => commitBatch(deps, [lotBids({ queue, bids })], "wait")).then(
      ([outcomes]) => outcomes as BidOutcome[],
      (error: unknown) => error as Error,
    );
    settle(queue, bids, answer);
  }

  function settle(queue: Queue, bids: readonly Waiting[], answer: BidOutcome[] | Error): void {
    for (const [i, bid] of bids.entries()) {
      const outcome = answer instanceof Error ? answer : answer[i]!;
      if (outcome instanceof Error) bid.fail(outcome);
      else bid.settle(outcome);
    }
    giveBack(queue);
  }

  return {
    place: (actor, rawInput, origin) => {
      const { auctionId, amount, requestId } = parseInput(BidInput, rawInput);
      return new Promise((settle, fail) => {
        let queue = queues.get(auctionId);
        if (!queue) queues.set(auctionId, (queue = { auctionId, bids: [], isTaken: false }));
        queue.bids.push({ actor, origin, amountFen: amount, requestId, settle, fail });
        if (queue.isTaken) return;
        ready.add(queue);
        wake();
      });
    },
  };
}

function lotBids({ queue, bids }: Taken): LotBids {
  return { auctionId: queue.auctionId, bids };
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

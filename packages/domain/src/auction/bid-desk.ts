import pg from "pg";
import { z } from "zod";
import { callerLook, type RecalledActor } from "../identity/index.ts";
import type { Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { parseInput } from "../shared/execute.ts";
import { Id, REQUEST_FORM, YuanText } from "../shared/input.ts";
import type { Origin } from "../shared/origin.ts";
import { isRetryable, isUniqueViolation } from "../shared/retry.ts";
import { sendBatch, type BidOutcome, type LotBids, type SentBatch } from "./bid-batch.ts";
import { openLane, type Lane } from "./bid-lane.ts";
import { bidQueues, type Taken } from "./bid-queue.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { rememberBidders } from "./remembered-bidders.ts";

export const BidInput = z.object({
  auctionId: Id,
  amount: YuanText,
  /** The bidder's own number for this bid: sent again, it gets the same answer and has no second effect. */
  requestId: z.string().regex(REQUEST_FORM),
});

/** Commits on their way at once that wait for nobody: while one is being written, the next is decided. */
const LANES = 2;
const MAX_ATTEMPTS = 4;
/** After a request that the log knew already others may follow, which would make a batch anew each time: in so many batches of the lot requests are looked up first. */
const DOUBTED_BATCHES = 100;

/**
 * A bidder may be somebody whom the process recalls without having asked: whether he is still who he was is then asked with everything else under the lot's lock. Rejected with
 * {@link BidderUnsure} where something of him has changed; nothing has come of the bid then, and it may be placed again by whoever he is found to be.
 */
export type BidDesk = { place(bidder: Actor | RecalledActor, rawInput: unknown, origin: Origin): Promise<BidReceipt> };

/** Who waits alone for a lot that somebody else holds, or whose batch has to be made anew. */
const ALONE = "alone";
type Holder = Lane | typeof ALONE;

/**
 * The one way to bid. While the last commit of a lot is in flight its bids queue up; then one transaction locks the rows of all lots that have
 * bids waiting, reads the clock after, decides every bid in the order of arrival, and writes log, audit and events. Every bid keeps its own
 * outcome. A lot that somebody else holds is left out and waited for alone, so that it keeps no other lot waiting. Between processes the row
 * lock orders the batches, so there is one order of bids whoever receives them.
 */
export function openBidDesk(deps: Deps): BidDesk {
  const queues = bidQueues<Holder>();
  const known = { memory: rememberBidders(), callers: callerLook(deps) };
  const { memory } = known;
  const lanes = Array.from({ length: LANES }, () => openLane<Taken<Holder>>(deps, { take: queues.take, hasWaiting: queues.wait, send, answer, wake }));
  let isWoken = false;

  function wake(): void {
    if (isWoken) return;
    isWoken = true;
    // Bids that arrive in this turn of the event loop share a commit.
    setImmediate(() => {
      isWoken = false;
      for (const lane of lanes) lane.look();
      if (queues.isAnyFree()) lanes.find((lane) => !lane.isRunning())?.run();
    });
  }

  function send(client: pg.PoolClient, taken: readonly Taken<Holder>[]): Promise<SentBatch> {
    const doubted = taken.map(({ queue }) => memory.of(queue.auctionId)).filter(({ doubtedBatches }) => doubtedBatches > 0);
    for (const lot of doubted) lot.doubtedBatches -= 1;
    return sendBatch(client, deps.config, known, taken.map(lotBids), { held: "skip", earlier: doubted.length > 0 ? "look-up" : "trust" });
  }

  function answer(taken: readonly Taken<Holder>[], answers: readonly (BidOutcome[] | "held")[] | Error): void {
    if (answers instanceof Error) {
      // What spoils one lot spoils no other, and a request that the log knows already is looked up.
      if (answers instanceof pg.DatabaseError) return taken.forEach((one) => void commitAlone(one, answers));
      return taken.forEach((one) => settle(one, answers));
    }
    for (const [i, one] of taken.entries()) {
      const outcomes = answers[i]!;
      if (outcomes === "held") void commitAlone(one);
      else settle(one, outcomes);
    }
  }

  /** Waits for whoever holds the lot; whatever the batch depended on is asked for anew. */
  async function commitAlone(taken: Taken<Holder>, cause?: Error): Promise<void> {
    queues.pass(taken.queue, ALONE);
    if (isUniqueViolation(cause)) memory.of(taken.queue.auctionId).doubtedBatches = DOUBTED_BATCHES;
    const outcomes = await withRetries(() => commitOne(taken)).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    settle(taken, outcomes);
  }

  async function commitOne(taken: Taken<Holder>): Promise<BidOutcome[]> {
    const client = await deps.lookUps.connect();
    let isSpoiled = true;
    try {
      const { committed } = await sendBatch(client, deps.config, known, [lotBids(taken)], { held: "wait", earlier: "look-up" });
      const [outcomes] = await committed;
      isSpoiled = false;
      return outcomes as BidOutcome[];
    } finally {
      client.release(isSpoiled);
    }
  }

  function settle(taken: Taken<Holder>, answer: BidOutcome[] | Error): void {
    queues.giveBack(taken);
    wake();
    for (const [i, bid] of taken.bids.entries()) {
      const outcome = answer instanceof Error ? answer : answer[i]!;
      if (outcome instanceof Error) bid.fail(outcome);
      else bid.settle(outcome);
    }
  }

  return {
    place: (bidder, rawInput, origin) => {
      const { auctionId, amount, requestId } = parseInput(BidInput, rawInput);
      const { actor, stands } = "stands" in bidder ? bidder : { actor: bidder, stands: null };
      return new Promise((settle, fail) => {
        queues.add(auctionId, { actor, stands, origin, amountFen: amount, requestId, settle, fail });
        wake();
      });
    },
  };
}

function lotBids({ queue, bids }: Taken<Holder>): LotBids {
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

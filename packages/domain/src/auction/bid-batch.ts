import type { PoolClient } from "pg";
import { decide } from "../authorisation/decide.ts";
import { organisationOf, SYSTEM } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import type { Origin } from "../shared/origin.ts";
import { judgeBatch, type BatchJudge, type DecidedBid } from "./bid-batch.decide.ts";
import { lockLots, readFacts, type Facts, type LotFacts, type LotRow } from "./bid-batch.read.ts";
import { moveLots, writeBids, type Decided, type DecidedLot } from "./bid-batch.write.ts";
import type { PendingBid } from "./bid-desk.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { isOpenAscending } from "./procedure-terms.schema.ts";

export type LotBids = { readonly auctionId: string; readonly bids: readonly PendingBid[] };
/** The receipt, or the refusal that has no place in the log (not permitted, not a bidder of this lot, no such lot). */
export type BidOutcome = BidReceipt | DomainError;

/** Bids decided at one go: while PostgreSQL writes them, the next are decided. */
const PIECE = 64;

/**
 * Decides the bids that wait on some lots in one transaction and answers lot by lot, bid by bid. With "skip", lots that somebody else has locked are
 * left out and answered with "held". Throws when nothing was kept. PostgreSQL is sent everything it can do without another word from here, so
 * that a batch waits for it twice: for the locks and the facts, and for the commit.
 */
export async function commitBatch(deps: Deps, asked: readonly LotBids[], held: "wait" | "skip"): Promise<(BidOutcome[] | "held")[]> {
  const client = await deps.lookUps.connect();
  let failure: unknown = true;
  try {
    const [, locked, facts] = await Promise.all([client.query("begin"), lockLots(client, asked.map(({ auctionId }) => auctionId), held), readFacts(client, deps.config, asked)]);
    const lots = new Map(locked.map((lot) => [lot.id, lot]));
    const written: Promise<unknown>[] = [];
    const outcomes = await decideAndWrite(client, asked, lots, facts, written);
    const [committed] = await Promise.all([client.query("commit"), ...written]);
    if (committed.command !== "COMMIT") throw new Error("A batch of bids was not committed.");
    failure = undefined;
    return asked.map(({ auctionId, bids }) => outcomes.get(auctionId) ?? (held === "skip" ? "held" : bids.map(() => new DomainError("NOT_FOUND", "not-found", { what: "auction", id: auctionId }))));
  } finally {
    client.release(failure !== undefined); // what failed ends with its connection, and so does whatever went out behind it
  }
}

async function decideAndWrite(client: PoolClient, asked: readonly LotBids[], lots: ReadonlyMap<string, LotRow>, { now, ofLots }: Facts, written: Promise<unknown>[]): Promise<Map<string, BidOutcome[]>> {
  const outcomes = new Map<string, BidOutcome[]>();
  const moved: DecidedLot[] = [];
  let piece: DecidedLot[] = [];
  let waiting = 0;
  const send = (writing: Promise<unknown>): void => {
    writing.catch(() => undefined); // its failure is seen with the commit
    written.push(writing);
  };
  const write = (): void => {
    if (waiting > 0) send(writeBids(client, now, piece));
    [piece, waiting] = [[], 0];
  };
  for (const [i, { auctionId, bids }] of asked.entries()) {
    const lot = lots.get(auctionId);
    if (!lot) continue;
    const settle = settler(lot, ofLots[i]!, now);
    const ofLot: BidOutcome[] = [];
    const all: Decided[] = [];
    for (let from = 0; from < bids.length; from += PIECE) {
      const decided: Decided[] = [];
      for (const bid of bids.slice(from, from + PIECE)) ofLot.push(settle(bid, decided));
      if (decided.length === 0) continue;
      all.push(...decided);
      piece.push({ lot, decided });
      waiting += decided.length;
      if (waiting < PIECE) continue;
      write();
      await new Promise((resolve) => setImmediate(resolve)); // others have their turn between two pieces
    }
    outcomes.set(auctionId, ofLot);
    if (all.length > 0) moved.push({ lot, decided: all });
  }
  write();
  if (moved.length > 0) send(moveLots(client, now, moved));
  return outcomes;
}

/** What was answered before is answered so again; who may not bid here is refused; the rest is decided in the order of arrival. */
function settler(lot: LotRow, facts: LotFacts, now: Date): (bid: PendingBid, decided: Decided[]) => BidOutcome {
  const answered = new Map(facts.earlier);
  let judge: BatchJudge | undefined;
  return (bid, decided) => {
    const decision = decide(bid.actor, "bid.place", { ownerId: lot.sellerId });
    if (!decision.allowed) return new DomainError(decision.reason, decision.reason === "NOT_SIGNED_IN" ? "unauthenticated" : "forbidden");
    const bidder = facts.bidders.get(organisationOf(bid.actor)?.id ?? "");
    if (!bidder) return new DomainError("BIDDER_NOT_ADMITTED", "forbidden");
    const earlier = answered.get(bid.requestId);
    if (earlier) {
      const isSame = earlier.amountFen === bid.amountFen && earlier.bidderNo === bidder.bidderNo;
      return isSame ? earlier : new DomainError("IDEMPOTENCY_KEY_REUSED", "conflict", { key: bid.requestId });
    }
    if (!isOpenAscending(lot.format)) return new DomainError("FORMAT_HAS_NO_OPEN_BIDS", "refused");
    judge ??= judgeBatch(lot, now, facts.proxies);
    const own = judge.bid(bidder, bid.amountFen);
    answered.set(bid.requestId, own.receipt);
    decided.push({ bid, decided: own });
    if (own.receipt.verdict !== "REFUSED") for (const answer of judge.answers()) decided.push(automatic(answer, bid.origin));
    return own.receipt;
  };
}

/** What the platform bids by itself is its own act; the bidder's limit stands behind it. */
export function automatic(decided: DecidedBid, origin: Origin): Decided {
  return { bid: { actor: SYSTEM, origin, requestId: null }, decided };
}

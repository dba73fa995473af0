import type { PoolClient } from "pg";
import { decide } from "../authorisation/decide.ts";
import { organisationOf, SYSTEM } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import type { Origin } from "../shared/origin.ts";
import { judgeBatch, type BatchJudge, type DecidedBid } from "./bid-batch.decide.ts";
import { lockLots, readFacts, type LotFacts, type LotRow } from "./bid-batch.read.ts";
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
 * left out and answered with "held". Throws when nothing was kept.
 */
export async function commitBatch(deps: Deps, asked: readonly LotBids[], held: "wait" | "skip"): Promise<(BidOutcome[] | "held")[]> {
  const client = await deps.lookUps.connect();
  try {
    await client.query("begin");
    const locked = new Map((await lockLots(client, asked.map(({ auctionId }) => auctionId), held)).map((lot) => [lot.id, lot]));
    const taken = asked.flatMap(({ auctionId, bids }) => (locked.has(auctionId) ? [{ lot: locked.get(auctionId)!, bids }] : []));
    const outcomes = taken.length > 0 ? await decideAndWrite(client, deps, taken) : new Map<string, BidOutcome[]>();
    await client.query("commit");
    return asked.map(({ auctionId, bids }) => outcomes.get(auctionId) ?? (held === "skip" ? "held" : bids.map(() => new DomainError("NOT_FOUND", "not-found", { what: "auction", id: auctionId }))));
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function decideAndWrite(client: PoolClient, { config }: Deps, taken: readonly { readonly lot: LotRow; readonly bids: readonly PendingBid[] }[]): Promise<Map<string, BidOutcome[]>> {
  const { now, ofLots } = await readFacts(client, config, taken);
  const outcomes = new Map<string, BidOutcome[]>();
  const moved: DecidedLot[] = [];
  let piece: DecidedLot[] = [];
  let waiting = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (waiting === 0) return;
    await writing;
    writing = writeBids(client, now, piece);
    writing.catch(() => undefined); // awaited below; until then nobody asks
    [piece, waiting] = [[], 0];
    await new Promise((resolve) => setImmediate(resolve)); // the piece goes out before the next is decided
  };
  for (const [i, { lot, bids }] of taken.entries()) {
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
      if (waiting >= PIECE) await write();
    }
    outcomes.set(lot.id, ofLot);
    if (all.length > 0) moved.push({ lot, decided: all });
  }
  await write();
  await writing;
  if (moved.length > 0) await moveLots(client, now, moved);
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

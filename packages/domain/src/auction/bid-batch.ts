import type { PoolClient } from "pg";
import { decide } from "../authorisation/decide.ts";
import { organisationOf, SYSTEM } from "../shared/actor.ts";
import type { Config } from "../shared/config.ts";
import { DomainError } from "../shared/errors.ts";
import { inOnePacket } from "../shared/one-packet.ts";
import type { Origin } from "../shared/origin.ts";
import { together } from "../shared/together.ts";
import { judgeBatch, type BatchJudge, type DecidedBid } from "./bid-batch.decide.ts";
import { lockLots, readFacts, requestOf, type EarlierRequests, type Facts, type LotFacts, type LotRow, type Remembered } from "./bid-batch.read.ts";
import { moveLots, writeBids, type Decided, type DecidedLot } from "./bid-batch.write.ts";
import type { PendingBid } from "./bid-queue.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { isOpenAscending } from "./procedure-terms.schema.ts";

export type LotBids = { readonly auctionId: string; readonly bids: readonly PendingBid[] };
/** Something of a bidder has changed since he was last asked about: who he is has to be asked anew. */
export class BidderUnsure extends Error {}
/** The receipt, or the refusal that has no place in the log (not permitted, not a bidder of this lot, no such lot, not surely who he was). */
export type BidOutcome = BidReceipt | DomainError | BidderUnsure;

/** Bids decided at one go: while PostgreSQL writes them, the next are decided. */
const PIECE = 64;

export type BatchOptions = {
  /** Lots that somebody else has locked are waited for, or left out and answered with "held". */
  readonly held: "wait" | "skip";
  readonly earlier: EarlierRequests;
};

/** A batch of which everything has been sent. */
export type SentBatch = { readonly committed: Promise<(BidOutcome[] | "held")[]> };

/**
 * Decides the bids that wait on some lots in one transaction and answers lot by lot, bid by bid. PostgreSQL is sent everything it can do without
 * another word from here, so that a batch waits for it twice: for the locks and the facts, and for the commit. Resolves when the commit has been sent: the next batch
 * can be sent behind it on the same connection. Where nothing was kept, this or `committed` is rejected; no transaction is left open then.
 */
export async function sendBatch(client: PoolClient, config: Config, known: Remembered, asked: readonly LotBids[], { held, earlier }: BatchOptions): Promise<SentBatch> {
  const written: Promise<unknown>[] = [];
  const send = (writing: Promise<unknown>): void => {
    writing.catch(() => undefined); // its failure is seen with the commit
    written.push(writing);
  };
  try {
    const [, locked, facts] = await inOnePacket(client, () =>
      together(client, (first) => Promise.all([first.query("begin"), lockLots(first, asked.map(({ auctionId }) => auctionId), held), readFacts(first, config, known, asked, earlier)])),
    );
    const { outcomes, moved, rest } = decideAndWrite(client, asked, new Map(locked.map((lot) => [lot.id, lot])), facts, send);
    const ended = inOnePacket(client, (leave) => {
      together(client, (last) => {
        if (rest.length > 0) send(writeBids(last, facts, rest, leave));
        if (moved.length > 0) send(moveLots(last, facts.now, moved));
      });
      return commit(client, written);
    });
    const committed = ended.then(() =>
      asked.map(({ auctionId, bids }) => outcomes.get(auctionId) ?? (held === "skip" ? "held" : bids.map(() => new DomainError("NOT_FOUND", "not-found", { what: "auction", id: auctionId })))),
    );
    committed.catch(() => undefined);
    return { committed };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Of several failures the first is the cause; a transaction that failed is rolled back by its commit. */
async function commit(client: PoolClient, written: readonly Promise<unknown>[]): Promise<void> {
  const [ended, ...writes] = await Promise.allSettled([client.query("commit"), ...written]);
  const failed = writes.find((write) => write.status === "rejected") ?? (ended.status === "rejected" ? ended : undefined);
  if (failed) throw failed.reason;
  if (ended.status === "fulfilled" && ended.value.command !== "COMMIT") throw new Error("A batch of bids was not committed.");
}

type Decisions = { readonly outcomes: ReadonlyMap<string, BidOutcome[]>; readonly moved: readonly DecidedLot[]; /** Decided and not yet written. */ readonly rest: readonly DecidedLot[] };

/** Decides all, and has all but the last piece written meanwhile. */
function decideAndWrite(client: PoolClient, asked: readonly LotBids[], lots: ReadonlyMap<string, LotRow>, { now, askedAt, ofLots }: Facts, send: (writing: Promise<unknown>) => void): Decisions {
  const outcomes = new Map<string, BidOutcome[]>();
  const moved: DecidedLot[] = [];
  let piece: DecidedLot[] = [];
  let waiting = 0;
  for (const [i, { auctionId, bids }] of asked.entries()) {
    const lot = lots.get(auctionId);
    if (!lot) continue;
    const settle = settler(lot, ofLots[i]!, now, askedAt);
    const ofLot: BidOutcome[] = [];
    const all: Decided[] = [];
    for (let from = 0; from < bids.length; from += PIECE) {
      if (waiting >= PIECE) {
        send(inOnePacket(client, (leave) => together(client, (written) => writeBids(written, { now, askedAt }, piece, leave))));
        [piece, waiting] = [[], 0];
      }
      const decided: Decided[] = [];
      for (const bid of bids.slice(from, from + PIECE)) ofLot.push(settle(bid, decided));
      if (decided.length === 0) continue;
      all.push(...decided);
      piece.push({ lot, decided });
      waiting += decided.length;
    }
    outcomes.set(auctionId, ofLot);
    if (all.length > 0) moved.push({ lot, decided: all });
  }
  return { outcomes, moved, rest: piece };
}

/** What was answered before is answered so again; who may not bid here is refused; the rest is decided in the order of arrival. */
function settler(lot: LotRow, facts: LotFacts, now: Date, askedAt: Date): (bid: PendingBid, decided: Decided[]) => BidOutcome {
  const answered = new Map(facts.earlier);
  let judge: BatchJudge | undefined;
  return (bid, decided) => {
    if (bid.stands?.(askedAt) === false) return new BidderUnsure();
    const decision = decide(bid.actor, "bid.place", { ownerId: lot.sellerId });
    if (!decision.allowed) return new DomainError(decision.reason, decision.reason === "NOT_SIGNED_IN" ? "unauthenticated" : "forbidden");
    const bidder = facts.bidders.get(organisationOf(bid.actor)?.id ?? "");
    if (!bidder) return new DomainError("BIDDER_NOT_ADMITTED", "forbidden");
    const request = requestOf(bidder.bidderNo, bid.requestId);
    const earlier = answered.get(request);
    if (earlier) return earlier.amountFen === bid.amountFen ? earlier : new DomainError("IDEMPOTENCY_KEY_REUSED", "conflict", { key: bid.requestId });
    if (!isOpenAscending(lot.format)) return new DomainError("FORMAT_HAS_NO_OPEN_BIDS", "refused");
    judge ??= judgeBatch(lot, now, facts.proxies);
    const own = judge.bid(bidder, bid.amountFen);
    answered.set(request, own.receipt);
    decided.push({ bid, decided: own });
    if (own.receipt.verdict !== "REFUSED") for (const answer of judge.answers()) decided.push(automatic(answer, bid.origin));
    return own.receipt;
  };
}

/** What the platform bids by itself is its own act; the bidder's limit stands behind it. */
export function automatic(decided: DecidedBid, origin: Origin): Decided {
  return { bid: { actor: SYSTEM, origin, requestId: null }, decided };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf, type Call, type LotRecord } from "../../testing/bid-history.ts";
import { anAnnouncement, rechained } from "../../testing/histories.ts";
import { fen } from "../shared/money.ts";
import { initialEnd } from "./auction-clock.rules.ts";
import { judgeBid, type BidStanding } from "./bid.rules.ts";
import type { Announcement, BidEntry } from "./replay.rules.ts";

const FAULTS = ["LOST_UPDATE", "LATE_BID_TAKEN", "REFUSED_BID_EXTENDS", "DOUBLE_CLOSE", "ACKNOWLEDGED_THEN_LOST", "SERVED_OUT_OF_ORDER", "TAKEN_TWICE", "DEPOSIT_KEPT", "CHAIN_FORGED"] as const;
type Fault = (typeof FAULTS)[number];

type Plan = { readonly bidderNo: string; readonly steps: number; readonly afterMs: number };
const somePlans = fc.array(fc.record({ bidderNo: fc.constantFrom("101", "102", "103"), steps: fc.integer({ min: 0, max: 3 }), afterMs: fc.integer({ min: 1_000, max: 90_000 }) }), { minLength: 12, maxLength: 40 });
const anOpenAnnouncement = anAnnouncement.map((one): Announcement => ({ ...one, clockForm: "TWO_PHASE", allowTopUpByLeader: true, incrementMode: "AT_LEAST", priorityMode: "NONE", priorityRanks: {}, hardStop: undefined }));

/** An engine in memory that does what the real one does, or one thing wrong on purpose. Every fault happens at the first chance there is. */
function run(announcement: Announcement, plans: readonly Plan[], fault?: Fault): { calls: Call[]; lot: LotRecord; happened: boolean } {
  let standing: BidStanding = { endsAt: initialEnd(announcement) };
  let now = announcement.freeStart.getTime();
  let happened = false;
  const once = (which: Fault): boolean => fault === which && !happened && (happened = true);
  const calls: Call[] = [];
  let log: (BidEntry & { requestId: string })[] = [];
  const place = (bidderNo: string, amount: bigint, requestId: string, at: Date): BidEntry & { requestId: string } => {
    const bid = { bidderNo, amountFen: fen(amount), receivedAt: at };
    const bidder = { isAdmitted: true, isDepositLocked: true, isBarred: false };
    const before = standing;
    let verdict = judgeBid(announcement, standing, bidder, bid, true);
    const isLate = verdict.kind === "REFUSED" && verdict.reason === "LATE";
    if (isLate && amount > (before.currentFen ?? 0n) + 1_000n && once("LATE_BID_TAKEN")) verdict = { kind: "ACCEPTED", standing: { ...before, currentFen: fen(amount), leader: bidderNo } };
    standing = verdict.standing;
    const extended = new Date(at.getTime() + announcement.windowSeconds * 1_000);
    if (verdict.kind === "REFUSED" && !isLate && extended > before.endsAt && once("REFUSED_BID_EXTENDS")) standing = { ...before, endsAt: extended };
    return { kind: "BID", sequence: log.length + 1, at, endsAt: standing.endsAt, bidderNo, amountFen: fen(amount), verdict: verdict.kind, requestId, ...(verdict.kind === "REFUSED" ? { reason: verdict.reason } : {}) };
  };
  for (const [i, { bidderNo, steps, afterMs }] of plans.entries()) {
    now += afterMs;
    const amount = (standing.currentFen ?? announcement.startPriceFen) + BigInt(steps) * 500n;
    const requestId = `request-${i}`;
    const beforeBoth = standing;
    const entry = place(bidderNo, amount, requestId, new Date(now));
    log.push(entry);
    calls.push({ requestId, bidderNo, amountFen: fen(amount), askedAt: now, answered: { at: now + 5, sequence: entry.sequence, verdict: entry.verdict, hash: "" } });
    if (entry.verdict !== "ACCEPTED") continue;
    if (once("LOST_UPDATE")) {
      // Another process read the lot before this bid was written, and writes what it made of it over it.
      standing = beforeBoth;
      const twin = { ...place("103", amount, `${requestId}-twin`, new Date(now + 1)), sequence: entry.sequence };
      log = [...log.slice(0, -1), twin];
      calls.push({ requestId: `${requestId}-twin`, bidderNo: "103", amountFen: fen(amount), askedAt: now, answered: { at: now + 6, sequence: entry.sequence, verdict: twin.verdict, hash: "" } });
    } else if (once("TAKEN_TWICE")) {
      log.push({ ...place(bidderNo, amount, requestId, new Date(now + 1)) });
    } else if (log.length > 2 && once("SERVED_OUT_OF_ORDER")) {
      const [a, b] = [calls.at(-2)!, calls.at(-1)!];
      calls[calls.length - 2] = { ...a, askedAt: b.answered!.at + 10, answered: { ...a.answered!, at: b.answered!.at + 20 } };
    }
  }
  const chained = rechained(announcement, log).map((line, i) => ({ ...line, requestId: log[i]!.requestId }));
  const kept = fault === "ACKNOWLEDGED_THEN_LOST" && chained.length > 0 ? chained.slice(0, (happened = true) ? -1 : 0) : chained;
  const head = kept.at(-1);
  const accepted = kept.filter((line) => line.kind === "BID" && line.verdict === "ACCEPTED") as (BidEntry & { hash: string })[];
  const leader = accepted.at(-1);
  const row = { leaderNo: leader?.bidderNo ?? null, currentFen: leader?.amountFen ?? null, endsAt: head?.endsAt ?? initialEnd(announcement), sequence: kept.length, chainHead: head?.hash ?? "" };
  const close = { effectiveAt: row.endsAt, winner: row.leaderNo, priceFen: row.currentFen };
  const forged = kept.map((line, i) => (i === 1 && kept.length > 2 && once("CHAIN_FORGED") ? { ...line, previousHash: "0".repeat(64) } : line));
  const deposits = ["101", "102", "103"].map((bidderNo) => ({ bidderNo, state: bidderNo === row.leaderNo || (bidderNo !== row.leaderNo && once("DEPOSIT_KEPT")) ? "LOCKED" : "REFUNDING" }));
  return {
    happened: happened || fault === "DOUBLE_CLOSE",
    calls: calls.map((call) => ({ ...call, ...(call.answered ? { answered: { ...call.answered, hash: chained[call.answered.sequence - 1]?.hash ?? "" } } : {}) })),
    lot: { announcement, log: forged, row, closes: fault === "DOUBLE_CLOSE" ? [close, close] : [close], deposits },
  };
}

describe("T2 auction: the checker of bid histories", () => {
  it("T2 auction: it finds nothing in what a right engine did", () => {
    fc.assert(
      fc.property(anOpenAnnouncement, somePlans, (announcement, plans) => {
        const { calls, lot } = run(announcement, plans);
        expect(faultsOf(calls, lot)).toEqual([]);
      }),
    );
  });

  it("T2 auction: a bid that was never answered may be in the log or not", () => {
    fc.assert(
      fc.property(anOpenAnnouncement, somePlans, fc.nat(), (announcement, plans, pick) => {
        const { calls, lot } = run(announcement, plans);
        const silent = calls.map((call, i) => (i === pick % calls.length ? { ...call, answered: undefined } : call));
        expect(faultsOf([...silent, { requestId: "never-arrived", bidderNo: "101", amountFen: 1n, askedAt: 0 }], lot)).toEqual([]);
      }),
    );
  });

  it.each(FAULTS)("T2 auction: it fails an engine with the fault %s, every time the fault had a chance", (fault) => {
    let seen = 0;
    fc.assert(
      fc.property(anOpenAnnouncement, somePlans, (announcement, plans) => {
        const { calls, lot, happened } = run(announcement, plans, fault);
        if (!happened) return;
        seen += 1;
        expect(faultsOf(calls, lot)).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(5);
  });
});

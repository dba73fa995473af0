import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAnnouncement, historyOf, someActs } from "../../testing/histories.ts";
import { endAfterBid } from "./auction-clock.rules.ts";
import { judgeBid, type Bid, type BiddingTerms, type BidRefusal, type BidStanding, type BidVerdict } from "./bid.rules.ts";
import { replay, type Announcement, type LogEntry } from "./replay.rules.ts";

/**
 * The rules of trading §5.4 and §5.5 once more, as small as they go: numbers for instants, one loop, no helper of the engine. What the engine
 * decided is told to it line by line; it answers what it would have said.
 */
function model(a: Announcement): (entry: LogEntry) => { readonly says: string; readonly end: number; readonly price: number | null } {
  const W = a.windowSeconds * 1_000;
  let free = a.freeEnd.getTime();
  let stop = a.hardStop === undefined ? Infinity : a.hardStop.getTime();
  let end = a.clockForm === "TWO_PHASE" ? free + W : free;
  let price: number | null = null;
  let leader = "";
  let halted: number | null = null;
  const step = (at: number): number => (a.incrementTable.length > 1 && at >= 1_500 ? 250 : 100);
  const say = (entry: LogEntry): string => {
    const t = entry.at.getTime();
    if (entry.kind === "HALTED") {
      halted = t >= end ? free : t; // past E only the pause of the land form halts, and it counts from the free end
      return "HALTED";
    }
    if (entry.kind === "REOPENED") {
      const away = t - halted!;
      const wasFree = halted! < free;
      stop += away;
      end = wasFree ? end + away : Math.max(end, t + W);
      free = wasFree ? free + away : free;
      halted = null;
      return "REOPENED";
    }
    if (entry.kind !== "BID") return "?";
    const bid = Number(entry.amountFen);
    if (halted !== null || t < a.freeStart.getTime()) return "NOT_OPEN";
    if (t >= end) return "LATE";
    if (bid <= 0) return "AMOUNT_NOT_POSITIVE";
    if (entry.bidderNo === leader && !a.allowTopUpByLeader) return "ALREADY_LEADER";
    const matches = a.priorityMode === "IN_HALL" && entry.bidderNo === "P1" && leader !== "P1" && leader !== "" && bid === price;
    const base = price ?? 1_000;
    if (!matches) {
      if (price === null && bid < 1_000) return "BELOW_START";
      if (price !== null && bid < price + step(price)) return "BELOW_MINIMUM";
      if (a.incrementMode === "MULTIPLE" && (bid - base) % step(base) !== 0) return "NOT_A_MULTIPLE";
    }
    price = bid;
    leader = entry.bidderNo;
    if (!(a.clockForm === "CONTEST" && t < free)) end = Math.max(end, Math.min(stop, t + W));
    return matches ? "MATCHED" : "ACCEPTED";
  };
  return (entry) => ({ says: say(entry), end, price });
}

describe("T2 auction: the engine against a tiny model", () => {
  it("T2 auction: clock and validity agree on every act of any history", () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(anAnnouncement, someActs, (announcement, acts) => {
        const ask = model(announcement);
        for (const entry of historyOf(announcement, acts).log) {
          const said = entry.kind === "BID" ? (entry.verdict === "REFUSED" ? entry.reason! : entry.verdict) : entry.kind;
          const { says, end } = ask(entry);
          expect([entry.sequence, said, entry.endsAt.getTime()]).toEqual([entry.sequence, says, end]);
          met.set(says, (met.get(says) ?? 0) + 1);
        }
      }),
      { numRuns: 1_000 },
    );
    // Every verdict was met: an agreement about nothing would prove nothing.
    expect([...met.keys()].sort()).toEqual(["ACCEPTED", "ALREADY_LEADER", "BELOW_MINIMUM", "BELOW_START", "HALTED", "LATE", "MATCHED", "NOT_A_MULTIPLE", "NOT_OPEN", "REOPENED"]);
  });

  type Judge = typeof judgeBid;
  const taken = (terms: BiddingTerms, before: BidStanding, { bidderNo, amountFen, receivedAt }: Bid): BidVerdict => ({ kind: "ACCEPTED", standing: { ...before, currentFen: amountFen, leader: bidderNo, endsAt: endAfterBid(terms, before.endsAt, receivedAt) } });
  const whenRefused = (reason: BidRefusal, instead: (...asked: Parameters<Judge>) => BidVerdict): Judge => (...asked) => {
    const verdict = judgeBid(...asked);
    return verdict.kind === "REFUSED" && verdict.reason === reason ? instead(...asked) : verdict;
  };
  const movingTheEnd = (end: (terms: BiddingTerms, before: BidStanding, at: Date, verdict: BidVerdict) => Date): Judge => (terms, before, bidder, bid, isOpen) => {
    const verdict = judgeBid(terms, before, bidder, bid, isOpen);
    return { ...verdict, standing: { ...verdict.standing, endsAt: end(terms, before, bid.receivedAt, verdict) } } as BidVerdict;
  };
  const renewed = (terms: BiddingTerms, at: Date): Date => new Date(at.getTime() + terms.windowSeconds * 1_000);
  const BROKEN_RULES: [string, Judge][] = [
    ["takes a late bid", whenRefused("LATE", (terms, before, _bidder, bid) => taken(terms, before, bid))],
    ["takes an equal or too low bid", whenRefused("BELOW_MINIMUM", (terms, before, _bidder, bid) => taken(terms, before, bid))],
    ["takes odd amounts where whole multiples were announced", whenRefused("NOT_A_MULTIPLE", (terms, before, _bidder, bid) => taken(terms, before, bid))],
    ["lets the leader top up where that was not announced", whenRefused("ALREADY_LEADER", (terms, before, _bidder, bid) => taken(terms, before, bid))],
    ["takes bids while frozen", whenRefused("NOT_OPEN", (terms, before, _bidder, bid) => taken(terms, before, bid))],
    ["lets a refused bid extend the clock", movingTheEnd((terms, before, at, verdict) => (verdict.kind === "REFUSED" && at < before.endsAt && at >= terms.freeStart ? new Date(Math.max(before.endsAt.getTime(), renewed(terms, at).getTime())) : verdict.standing.endsAt))],
    ["moves the end back", movingTheEnd((terms, _before, at, verdict) => (verdict.kind === "REFUSED" ? verdict.standing.endsAt : renewed(terms, at)))],
    ["forgets to extend", movingTheEnd((_terms, before) => before.endsAt)],
    ["knows no priority", (terms, before, bidder, bid, isOpen) => judgeBid({ ...terms, priorityMode: "NONE" }, before, bidder, bid, isOpen)],
  ];

  /** Two who say small amounts one after the other, one of them with a right to match. */
  const aDuel = fc.array(fc.record({ act: fc.constant("bid" as const), afterMs: fc.integer({ min: 10_000, max: 60_000 }), bidderNo: fc.constantFrom("101", "P1"), steps: fc.integer({ min: 0, max: 2 }), oddFen: fc.constant(0) }), { minLength: 6, maxLength: 14 });

  it.each(BROKEN_RULES)("T2 auction: the model does not agree with an engine that %s", (_fault, broken) => {
    let found = 0;
    fc.assert(
      fc.property(anAnnouncement, fc.oneof(someActs, aDuel), (announcement, acts) => {
        const ask = model(announcement);
        const { log } = historyOf(announcement, acts, broken);
        const differs = log.some((entry) => {
          const { says, end } = ask(entry);
          return end !== entry.endsAt.getTime() || (entry.kind === "BID" && says !== (entry.verdict === "REFUSED" ? entry.reason : entry.verdict));
        });
        if (!differs) return;
        found += 1;
        // And whoever replays the log finds the line.
        expect(replay(announcement, log).firstBadEntry).toBeDefined();
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(3);
  });

  it("T2 auction: the end never comes earlier than it was, and a refusal moves nothing", () => {
    fc.assert(
      fc.property(anAnnouncement, someActs, (announcement, acts) => {
        let before: LogEntry | undefined;
        for (const entry of historyOf(announcement, acts).log) {
          if (before) expect(entry.endsAt.getTime()).toBeGreaterThanOrEqual(before.endsAt.getTime());
          if (before && entry.kind === "BID" && entry.verdict === "REFUSED") expect(entry.endsAt).toEqual(before.endsAt);
          before = entry;
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAnnouncement, historyOf, someActs } from "../../testing/histories.ts";
import type { Announcement, LogEntry } from "./replay.rules.ts";

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

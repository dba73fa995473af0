import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, wan, ZERO_FEN } from "../shared/money.ts";
import { afterHalt, initialEnd } from "./auction-clock.rules.ts";
import { chainEntry, firstBrokenLink, genesisHash, type ChainedEntry } from "./auction.chain.ts";
import { commitment, matchesCommitment } from "./commitment.ts";
import { judgeBid, type BidRefusal, type BidStanding } from "./bid.rules.ts";
import { verifyLog } from "./verify-log.ts";
import { replay, type Announcement, type LogEntry } from "./replay.rules.ts";

const at = (time: string): Date => new Date(`2025-11-10T${time}+08:00`);
const ANNOUNCEMENT: Announcement = {
  procedureId: "P-1",
  clockForm: "TWO_PHASE",
  freeStart: at("09:00:00"),
  freeEnd: at("10:00:00"),
  windowSeconds: 300,
  startPriceFen: wan(200),
  incrementTable: [{ fromFen: ZERO_FEN, stepFen: wan(10) }],
  incrementMode: "AT_LEAST",
  priorityMode: "IN_HALL",
  allowTopUpByLeader: false,
  priorityRanks: { P1: 1 },
};

type Line = [time: string, bidderNo: string, bid: bigint, verdict: "ACCEPTED" | "MATCHED" | "REFUSED", end: string, reason?: BidRefusal];

// The worked log of trading §5.4, line by line; the last line is late, so E stays.
const WORKED_LOG: Line[] = [
  ["09:10:00", "07", 200n, "ACCEPTED", "10:05:00"],
  ["09:58:20", "12", 205n, "REFUSED", "10:05:00", "BELOW_MINIMUM"],
  ["09:58:31", "12", 210n, "ACCEPTED", "10:05:00"],
  ["10:03:30", "07", 230n, "ACCEPTED", "10:08:30"],
  ["10:08:29.900", "P1", 230n, "MATCHED", "10:13:29.900"],
  ["10:10:00", "12", 240n, "ACCEPTED", "10:15:00"],
  ["10:15:00.000", "P1", 240n, "REFUSED", "10:15:00", "LATE"],
];
const LOG: LogEntry[] = WORKED_LOG.map(([time, bidderNo, bid, verdict, end, reason], i) => ({
  kind: "BID",
  sequence: i + 1,
  at: at(time),
  bidderNo,
  amountFen: wan(bid),
  verdict,
  reason,
  endsAt: at(end),
}));

function chained(announcement: Announcement, log: readonly LogEntry[]): ChainedEntry[] {
  let previousHash = genesisHash(announcement);
  return log.map((entry) => {
    const line = chainEntry(previousHash, entry);
    previousHash = line.hash;
    return line;
  });
}

function changed(index: number, change: Partial<LogEntry>): LogEntry[] {
  return LOG.map((entry, i) => (i === index ? ({ ...entry, ...change } as LogEntry) : entry));
}

describe("T2 auction: the worked log (trading §5.4)", () => {
  it("T2 auction: each line is decided as written", () => {
    let standing: BidStanding = { endsAt: initialEnd(ANNOUNCEMENT) };
    for (const [time, bidderNo, bid, expected, end, reason] of WORKED_LOG) {
      const bidder = { isAdmitted: true, isDepositLocked: true, isBarred: false, priorityRank: ANNOUNCEMENT.priorityRanks[bidderNo] };
      const verdict = judgeBid(ANNOUNCEMENT, standing, bidder, { bidderNo, amountFen: wan(bid), receivedAt: at(time) }, true);
      expect(verdict.kind).toBe(expected);
      expect(verdict.kind === "REFUSED" ? verdict.reason : undefined).toBe(reason);
      standing = verdict.standing;
      expect(standing.endsAt).toEqual(at(end));
    }
    expect(standing).toMatchObject({ leader: "12", currentFen: wan(240) });
  });

  it("T2 auction: replay gives bidder 12 at 240 and the end 10:15:00", () => {
    expect(replay(ANNOUNCEMENT, LOG)).toEqual({ winner: "12", priceFen: wan(240), endsAt: at("10:15:00"), firstBadEntry: undefined });
    expect(verifyLog(ANNOUNCEMENT, chained(ANNOUNCEMENT, LOG))).toMatchObject({ winner: "12", firstBadEntry: undefined, brokenLink: undefined });
  });

  it("T2 auction: an empty log has no winner and the initial end", () => {
    expect(replay(ANNOUNCEMENT, [])).toEqual({ winner: undefined, priceFen: undefined, endsAt: at("10:05:00"), firstBadEntry: undefined });
  });
});

describe("T2 auction: a dishonest log is found", () => {
  it.each<[string, LogEntry[], number]>([
    ["a low bid let in", changed(1, { verdict: "ACCEPTED", reason: undefined }), 2],
    ["a good bid refused", changed(3, { verdict: "REFUSED", reason: "BELOW_MINIMUM", endsAt: at("10:05:00") }), 4],
    ["a good bid refused as late", changed(5, { verdict: "REFUSED", reason: "LATE", endsAt: at("10:13:29.900") }), 6],
    ["the late bid let in", changed(6, { verdict: "MATCHED", reason: undefined, endsAt: at("10:20:00") }), 7],
    ["the clock not moved", changed(3, { endsAt: at("10:05:00") }), 4],
    ["a refused bid moves the clock", changed(1, { endsAt: at("10:06:00") }), 2],
    ["a line left out", LOG.filter((_, i) => i !== 2), 3],
    ["a line moved back in time", changed(3, { at: at("09:58:30") }), 4],
    ["an amount raised", changed(5, { amountFen: wan(239) }), 6],
    ["a match by nobody's right", changed(4, { bidderNo: "09" }), 5],
    ["reopened though never halted", [...LOG, { kind: "REOPENED", sequence: 8, at: at("10:16:00"), endsAt: at("10:21:00") }], 8],
    ["halted after the close, to go on", [...LOG, { kind: "HALTED", sequence: 8, at: at("10:15:00"), endsAt: at("10:15:00") }], 8],
  ])("T2 auction: %s", (_name, log, firstBadEntry) => {
    expect(replay(ANNOUNCEMENT, log).firstBadEntry).toBe(firstBadEntry);
  });

  it("T2 auction: every single change of a chained log breaks a link at or before the line", () => {
    const log = chained(ANNOUNCEMENT, LOG);
    expect(firstBrokenLink(ANNOUNCEMENT, log)).toBeUndefined();
    log.forEach((entry, i) => {
      const tampered = log.with(i, { ...entry, at: new Date(entry.at.getTime() + 1) });
      expect(firstBrokenLink(ANNOUNCEMENT, tampered)).toBe(i + 1);
    });
    expect(firstBrokenLink({ ...ANNOUNCEMENT, windowSeconds: 301 }, log)).toBe(1);
    expect(firstBrokenLink(ANNOUNCEMENT, log.toSpliced(3, 1))).toBe(4);
    // Whoever recomputes all hashes after a change is still caught by the rules.
    expect(verifyLog(ANNOUNCEMENT, chained(ANNOUNCEMENT, changed(1, { verdict: "ACCEPTED", reason: undefined })))).toMatchObject({ firstBadEntry: 2 });
  });
});

describe("T2 auction: halts in the log", () => {
  it("T2 auction: a fault in the free phase shifts the end; bids meanwhile are not open", () => {
    const log: LogEntry[] = [
      { kind: "HALTED", sequence: 1, at: at("09:30:00"), endsAt: at("10:05:00") },
      { kind: "BID", sequence: 2, at: at("09:40:00"), bidderNo: "07", amountFen: wan(200), verdict: "REFUSED", reason: "NOT_OPEN", endsAt: at("10:05:00") },
      { kind: "REOPENED", sequence: 3, at: at("09:50:00"), endsAt: at("10:25:00") },
      { kind: "BID", sequence: 4, at: at("10:24:00"), bidderNo: "07", amountFen: wan(200), verdict: "ACCEPTED", endsAt: at("10:29:00") },
    ];
    expect(replay(ANNOUNCEMENT, log)).toEqual({ winner: "07", priceFen: wan(200), endsAt: at("10:29:00"), firstBadEntry: undefined });
    expect(afterHalt(ANNOUNCEMENT, at("10:05:00"), { haltedAt: at("09:30:00"), reopensAt: at("09:50:00") }).endsAt).toEqual(at("10:25:00"));
  });

  describe("T2 auction: the land form (Fujian 33, 40–42)", () => {
    const land: Announcement = { ...ANNOUNCEMENT, clockForm: "CONTEST" };
    const bid = (sequence: number, time: string, bidderNo: string, amount: bigint, end: string): LogEntry => ({ kind: "BID", sequence, at: at(time), bidderNo, amountFen: wan(amount), verdict: "ACCEPTED", endsAt: at(end) });
    const contest = [bid(1, "09:20:00", "12", 200n, "10:00:00"), bid(2, "09:59:00", "07", 210n, "10:00:00")];
    const halted = (sequence: number, time: string): LogEntry => ({ kind: "HALTED", sequence, at: at(time), endsAt: at("10:00:00") });
    const reopened = (sequence: number, time: string, end: string): LogEntry => ({ kind: "REOPENED", sequence, at: at(time), endsAt: at(end) });

    it("T2 auction: after a contest it pauses at the free end, counts down from the reopening, and goes on from the top quote by a step", () => {
      const log = [...contest, halted(3, "10:00:02"), reopened(4, "10:15:00", "10:20:00"), bid(5, "10:19:59", "12", 220n, "10:24:59")];
      expect(replay(land, log)).toMatchObject({ winner: "12", priceFen: wan(220), endsAt: at("10:24:59"), firstBadEntry: undefined });
    });

    it("T2 auction: if nobody bids in the first countdown, the top quote of the free period wins", () => {
      expect(replay(land, [...contest, halted(3, "10:00:00"), reopened(4, "10:15:00", "10:20:00")])).toEqual({ winner: "07", priceFen: wan(210), endsAt: at("10:20:00"), firstBadEntry: undefined });
    });

    it("T2 auction: without a contest there is no pause, and the top quote wins at the free end", () => {
      const alone = [bid(1, "09:59:00", "07", 200n, "10:00:00")];
      expect(replay(land, alone)).toEqual({ winner: "07", priceFen: wan(200), endsAt: at("10:00:00"), firstBadEntry: undefined });
      expect(replay(land, [...alone, halted(2, "10:00:00")]).firstBadEntry).toBe(2);
      const early = [bid(1, "08:59:59.999", "12", 200n, "10:00:00"), bid(2, "09:59:00", "07", 210n, "10:00:00")];
      expect(replay({ ...land, freeStart: at("08:00:00") }, [...early, halted(3, "10:00:00")]).firstBadEntry).toBe(3);
    });

    it("T2 auction: a pause cut short, or a contest without its limited period, is found", () => {
      expect(replay(land, [...contest, halted(3, "10:00:00"), reopened(4, "10:14:59", "10:19:59")]).firstBadEntry).toBe(4);
      const shorter: Announcement = { ...land, procedure: { format: "F1", termsNo: 1, legalRegime: "VENUE_BIDDING", identityMode: "TYPE_AND_REGION", standby: "RESALE_ONLY", proxy: false, reserveHash: null, clock: { pauseSeconds: 600, shortOutageSeconds: 3_600, restartNoticeHours: 24 } } };
      expect(replay(shorter, [...contest, halted(3, "10:00:00"), reopened(4, "10:10:00", "10:15:00")]).firstBadEntry).toBeUndefined();
      expect(replay(land, contest)).toMatchObject({ owesLimitedPeriod: true });
    });
  });
});

describe("T2 auction: against a reference model", () => {
  const NUMBERS = ["07", "12", "P1", "P2"];
  const attempt = fc.record({ bidder: fc.constantFrom(...NUMBERS), rise: fc.integer({ min: -15, max: 40 }), gapMs: fc.integer({ min: 0, max: 500_000 }) });

  /** The rules of §5.4–§5.6 once more, in plain numbers and one loop: 万, seconds in milliseconds, no table, no types. */
  function model(attempts: readonly { bidder: string; amount: number; ms: number }[]): { leader?: string; price?: number; end: number; verdicts: string[] } {
    const ranks: Record<string, number> = { P1: 1, P2: 2 };
    let leader: string | undefined;
    let price: number | undefined;
    let end = 3_900_000;
    const verdicts = attempts.map(({ bidder, amount, ms }) => {
      const mine = ranks[bidder] ?? 99;
      const theirs = leader === undefined ? 99 : (ranks[leader] ?? 99);
      if (ms >= end || bidder === leader || amount <= 0) return "REFUSED";
      const matches = amount === price && mine < theirs;
      const rises = price === undefined ? amount >= 200 : amount >= price + 10;
      if (!matches && !rises) return "REFUSED";
      leader = bidder;
      price = amount;
      end = Math.max(end, ms + 300_000);
      return matches ? "MATCHED" : "ACCEPTED";
    });
    return { leader, price, end, verdicts };
  }

  it("T2 auction: verdicts, winner, price and end agree, and the log replays to them", () => {
    const announcement: Announcement = { ...ANNOUNCEMENT, priorityRanks: { P1: 1, P2: 2 } };
    const start = announcement.freeStart.getTime();
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let ms = 0;
        let standing: BidStanding = { endsAt: initialEnd(announcement) };
        const log: LogEntry[] = [];
        const plain: { bidder: string; amount: number; ms: number }[] = [];
        for (const { bidder, rise, gapMs } of attempts) {
          ms += gapMs;
          const current = standing.currentFen === undefined ? 200 : Number(standing.currentFen / wan(1));
          const amount = current + rise;
          const bid = { bidderNo: bidder, amountFen: wan(amount), receivedAt: new Date(start + ms) };
          const facts = { isAdmitted: true, isDepositLocked: true, isBarred: false, priorityRank: announcement.priorityRanks[bidder] };
          const verdict = judgeBid(announcement, standing, facts, bid, true);
          const raised = standing.currentFen === undefined || (verdict.standing.currentFen ?? ZERO_FEN) > standing.currentFen;
          if (verdict.kind === "ACCEPTED") expect(raised).toBe(true); // §9.5
          expect(verdict.standing.endsAt >= standing.endsAt).toBe(true); // §9.6
          standing = verdict.standing;
          const reason = verdict.kind === "REFUSED" ? verdict.reason : undefined;
          log.push({ kind: "BID", sequence: log.length + 1, at: bid.receivedAt, bidderNo: bidder, amountFen: bid.amountFen, verdict: verdict.kind, reason, endsAt: standing.endsAt });
          plain.push({ bidder, amount, ms });
        }
        const expected = model(plain);
        expect(log.map((entry) => (entry.kind === "BID" ? entry.verdict : entry.kind))).toEqual(expected.verdicts);
        expect(standing.leader).toBe(expected.leader);
        expect(standing.currentFen).toBe(expected.price === undefined ? undefined : wan(expected.price));
        expect(standing.endsAt.getTime() - start).toBe(expected.end);
        expect(verifyLog(announcement, chained(announcement, log))).toEqual({
          winner: standing.leader,
          priceFen: standing.currentFen,
          endsAt: standing.endsAt,
          firstBadEntry: undefined,
          brokenLink: undefined,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("T2 auction: sealed commitments (trading §5.7)", () => {
  const secret = { procedureId: "P-1", bidderNo: "07", amountFen: fen(44_000_000), nonce: "9f86d081884c7d65" };

  it("T2 auction: only what was committed to matches", () => {
    const committed = commitment(secret);
    expect(committed).toMatch(/^[0-9a-f]{64}$/);
    expect(matchesCommitment(committed, secret)).toBe(true);
    expect(matchesCommitment(committed, { ...secret, amountFen: secret.amountFen + 1n })).toBe(false);
    expect(matchesCommitment(committed, { ...secret, bidderNo: "12" })).toBe(false);
    expect(matchesCommitment(committed, { ...secret, procedureId: "P-2" })).toBe(false);
  });

  it("T2 auction: digits cannot move from one part to the next", () => {
    expect(commitment({ ...secret, bidderNo: "1", amountFen: 23n })).not.toBe(commitment({ ...secret, bidderNo: "12", amountFen: 3n }));
    expect(() => commitment({ ...secret, bidderNo: "1\n2" })).toThrow(RangeError);
  });
});

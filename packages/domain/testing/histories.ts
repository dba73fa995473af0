import fc from "fast-check";
import { genesisHash, chainEntry, type ChainedEntry } from "../src/auction/auction.chain.ts";
import { afterHalt, initialEnd } from "../src/auction/auction-clock.rules.ts";
import { judgeBid, type BidStanding } from "../src/auction/bid.rules.ts";
import type { Announcement, LogEntry } from "../src/auction/replay.rules.ts";
import { fen } from "../src/shared/money.ts";

export type History = { readonly announcement: Announcement; readonly log: readonly ChainedEntry[] };

/** Something that somebody does so many milliseconds after the act before. */
export type Act = { readonly afterMs: number } & ({ readonly act: "bid"; readonly bidderNo: string; readonly steps: number; readonly oddFen: number } | { readonly act: "halt" | "reopen" });

const START = Date.parse("2026-03-02T01:00:00.000Z");
const BIDDERS = ["101", "102", "103", "P1"];

export const anAnnouncement: fc.Arbitrary<Announcement> = fc
  .record({
    clockForm: fc.constantFrom("TWO_PHASE", "ONE_PERIOD", "CONTEST"),
    incrementMode: fc.constantFrom("AT_LEAST", "MULTIPLE"),
    priorityMode: fc.constantFrom("NONE", "IN_HALL"),
    allowTopUpByLeader: fc.boolean(),
    windowSeconds: fc.constantFrom(120, 300),
    hardStopAfterMs: fc.option(fc.integer({ min: 600_000, max: 3_000_000 }), { nil: undefined }),
    hasLadder: fc.boolean(),
  })
  .map(({ clockForm, incrementMode, priorityMode, allowTopUpByLeader, windowSeconds, hardStopAfterMs, hasLadder }) => ({
    procedureId: "0198f000-0000-7000-8000-000000000001",
    startPriceFen: fen(1_000n),
    incrementTable: [{ fromFen: fen(0n), stepFen: fen(100n) }, ...(hasLadder ? [{ fromFen: fen(1_500n), stepFen: fen(250n) }] : [])],
    incrementMode: incrementMode as Announcement["incrementMode"],
    clockForm: clockForm as Announcement["clockForm"],
    freeStart: new Date(START),
    freeEnd: new Date(START + 600_000),
    windowSeconds,
    ...(hardStopAfterMs === undefined ? {} : { hardStop: new Date(START + 600_000 + hardStopAfterMs) }),
    priorityMode: priorityMode as Announcement["priorityMode"],
    allowTopUpByLeader,
    priorityRanks: (priorityMode === "NONE" ? {} : { P1: 1 }) as Readonly<Record<string, number>>,
  }));

const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constant("bid" as const), afterMs: fc.oneof(fc.integer({ min: 0, max: 120_000 }), fc.constantFrom(0, 1, 119_999, 120_000, 300_000)), bidderNo: fc.constantFrom(...BIDDERS), steps: fc.integer({ min: -1, max: 4 }), oddFen: fc.constantFrom(0, 0, 0, 1, 50) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom("halt" as const, "reopen" as const), afterMs: fc.integer({ min: 0, max: 200_000 }) }) },
);
export const someActs: fc.Arbitrary<Act[]> = fc.array(anAct, { maxLength: 30 });

/** The log of acts as the engine's rules, or broken ones in their place, decide them, chained. Acts that the procedure does not take (a halt after the end) leave no line. */
export function historyOf(announcement: Announcement, acts: readonly Act[], judge: typeof judgeBid = judgeBid): History {
  let terms = announcement;
  let standing: BidStanding = { endsAt: initialEnd(announcement) };
  let haltedAt: Date | undefined;
  let isPause = false;
  let now = START - 30_000;
  const log: LogEntry[] = [];
  for (const act of acts) {
    now += act.afterMs;
    const at = new Date(now);
    const sequence = log.length + 1;
    if (act.act === "bid") {
      const base = standing.currentFen ?? announcement.startPriceFen;
      const amountFen = fen(base + BigInt(act.steps) * 100n + BigInt(act.oddFen));
      const bidder = { isAdmitted: true, isDepositLocked: true, isBarred: false, priorityRank: terms.priorityRanks[act.bidderNo] };
      const verdict = judge(terms, standing, bidder, { bidderNo: act.bidderNo, amountFen, receivedAt: at }, haltedAt === undefined);
      standing = verdict.standing;
      log.push({ kind: "BID", sequence, at, endsAt: standing.endsAt, bidderNo: act.bidderNo, amountFen, verdict: verdict.kind, ...(verdict.kind === "REFUSED" ? { reason: verdict.reason } : {}) });
    } else if (act.act === "halt" && haltedAt === undefined && (at < standing.endsAt || isPauseDue(terms, standing, log))) {
      isPause = at >= standing.endsAt;
      haltedAt = isPause ? terms.freeEnd : at;
      log.push({ kind: "HALTED", sequence, at, endsAt: standing.endsAt });
    } else if (act.act === "reopen" && haltedAt !== undefined && !(isPause && at.getTime() < terms.freeEnd.getTime() + PAUSE_MS)) {
      const shifted = afterHalt(terms, standing.endsAt, { haltedAt, reopensAt: at });
      terms = shifted.terms;
      standing = { ...standing, endsAt: shifted.endsAt };
      haltedAt = undefined;
      isPause = false;
      log.push({ kind: "REOPENED", sequence, at, endsAt: standing.endsAt });
    }
  }
  return { announcement, log: rechained(announcement, log) };
}

const PAUSE_MS = 900_000;

/** The land form, after a contest in the last hour of its free period. */
function isPauseDue({ clockForm, freeEnd }: Announcement, { endsAt }: BidStanding, log: readonly LogEntry[]): boolean {
  const lastHour = log.filter((entry) => entry.kind === "BID" && entry.verdict !== "REFUSED" && entry.at.getTime() >= freeEnd.getTime() - 3_600_000);
  return clockForm === "CONTEST" && endsAt.getTime() === freeEnd.getTime() && new Set(lastHour.map((entry) => "bidderNo" in entry && entry.bidderNo)).size >= 2;
}

/** The lines chained anew, as a forger would who can compute hashes. */
export function rechained(announcement: Announcement, log: readonly LogEntry[]): ChainedEntry[] {
  let previousHash = genesisHash(announcement);
  return log.map((entry) => {
    const line = chainEntry(previousHash, entry);
    previousHash = line.hash;
    return line;
  });
}

export function aRandomHistory(): fc.Arbitrary<History> {
  return fc.tuple(anAnnouncement, someActs).map(([announcement, acts]) => historyOf(announcement, acts));
}

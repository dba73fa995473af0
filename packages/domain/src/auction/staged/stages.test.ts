import { describe, expect, it } from "vitest";
import { openTerms } from "../../../testing/auctions.ts";
import { HOLDER_KEYS } from "../../../testing/opening-keys.ts";
import { fen } from "../../shared/money.ts";
import { commitment } from "../commitment.ts";
import { fallEnd } from "../procedure-terms.ts";
import type { ActEntry, Announcement, HaltEntry, LogEntry } from "../replay.rules.ts";
import { courseAtStart, type Course, type Stage } from "./course.ts";
import { judgeBest, judgeCommit, judgeReveal, judgeTake, priceNow } from "./judge.ts";
import { advance, followStaged } from "./replay-staged.ts";
import { stageEnd } from "./stage-end.ts";

// Written by hand from trading §5.7–§5.10. An act of a bidder is taken (✓) or refused with its reason; what the rules do not give at all is ".".
const EXPECTED = `
             DESCENDING SEALED   SCORING  REVEAL   BEST     OVER
commit       NOT_OPEN   ✓        NOT_OPEN NOT_OPEN NOT_OPEN LATE
reveal       NOT_OPEN   NOT_OPEN NOT_OPEN ✓        NOT_OPEN LATE
layOpen      .          .        .        ✓        .        .
take         ✓          NOT_OPEN NOT_OPEN NOT_OPEN NOT_OPEN LATE
raiseBest    NOT_OPEN   NOT_OPEN NOT_OPEN NOT_OPEN ✓        LATE
score        .          .        ✓        .        .        .
halt         ✓          ✓        .        ✓        ✓        .
reopen       .          .        .        .        .        .
endTooEarly  .          .        .        .        .        .
endInTime    ✓          ✓        .        ✓        ✓        .
offer        .          .        .        .        .        ✓
answer       .          .        .        .        .        .
bidOpenly    .          .        .        .        .        .`;

const [STAGES = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([act, ...verdicts]) => STAGES.map((stage, column) => ({ act: act!, stage: stage as Stage, verdict: verdicts[column]! })));

const START = new Date("2026-03-02T01:00:00.000Z");
const PRICE = fen(1_000n);
const FALL = { stepSeconds: 60, stepBp: 1_000, maxSteps: 99, floorFen: "500", followUp: "SEALED_AND_BEST" as const, bestSeconds: 300 };
const SEALED = { rounds: 1, roundSeconds: 300, revealSeconds: 300, keys: HOLDER_KEYS };

function announced(format: "F5" | "F6"): Announcement {
  return {
    procedureId: "0198f000-0000-7000-8000-000000000003",
    startPriceFen: PRICE,
    incrementTable: [{ fromFen: fen(0n), stepFen: fen(100n) }],
    incrementMode: "AT_LEAST",
    clockForm: "ONE_PERIOD",
    freeStart: START,
    freeEnd: format === "F6" ? fallEnd(START, PRICE, FALL) : new Date(START.getTime() + 300_000),
    windowSeconds: 300,
    priorityMode: "AFTER",
    allowTopUpByLeader: false,
    priorityRanks: { P1: 1 },
    procedure: { ...openTerms(format), sealed: SEALED, ...(format === "F6" ? { fall: FALL } : { weights: { priceWeightBp: 6_000, items: [{ code: "Q1", name: "方案", weightBp: 4_000 }], scorers: 1 } }) },
  };
}

type Unplaced<Entry> = Entry extends unknown ? Omit<Entry, "sequence" | "endsAt"> : never;

function put(course: Course, entry: Unplaced<ActEntry | HaltEntry>): Course | undefined {
  const numbered = { ...entry, sequence: course.sequence + 1, endsAt: course.endsAt } as LogEntry;
  const advanced = advance(course, numbered);
  return advanced && followStaged(course, { ...numbered, endsAt: advanced.endsAt });
}

const within = (course: Course): Date => new Date(course.startedAt.getTime() + 1_000);
const secretOf = (bidderNo: string, amountFen: bigint) => ({ procedureId: "0198f000-0000-7000-8000-000000000003", bidderNo, amountFen, nonce: `nonce-of-${bidderNo}` });
const said = (course: Course, kind: ActEntry["kind"], bidderNo: string, rest: Partial<ActEntry>): Course => put(course, { kind, at: within(course), bidderNo, verdict: "ACCEPTED", body: {}, ...rest })!;
const commit = (course: Course, bidderNo: string, amountFen: bigint): Course => said(course, "COMMITTED", bidderNo, { body: { commitment: commitment(secretOf(bidderNo, amountFen)) } });
const reveal = (course: Course, bidderNo: string, amountFen: bigint): Course => said(course, "REVEALED", bidderNo, { amountFen: fen(amountFen), body: { nonce: secretOf(bidderNo, amountFen).nonce } });
function ended(course: Course, at = course.endsAt): Course {
  return put(course, { kind: "STAGE_ENDED", at, body: stageEnd(course, at)!.body })!;
}

/** A course in the middle of each stage: two bidders, 101 and 102, who have done whatever came before. */
function courseIn(stage: Stage): Course {
  const falling = courseAtStart(announced("F6"));
  if (stage === "DESCENDING") return falling;
  const above = said(falling, "TAKEN", "101", { amountFen: PRICE });
  if (stage === "SEALED") return above;
  if (stage === "BEST") return ended(reveal(ended(commit(above, "102", 1_200n)), "102", 1_200n));
  const scoring = ended(commit(courseAtStart(announced("F5")), "102", 1_200n));
  if (stage === "SCORING") return scoring;
  const opening = ended(put(scoring, { kind: "SCORED", at: within(scoring), bidderNo: "102", body: { scorer: "s1", "points:Q1": "9000" } })!, within(scoring));
  return stage === "REVEAL" ? opening : ended(reveal(opening, "102", 1_200n));
}

/** The verdict on an act in which everything but its time is right. */
function verdictOn(act: string, course: Course): string {
  const at = course.stage === "OVER" ? new Date(course.overAt!.getTime() + 1_000) : within(course);
  const asGiven = (next: Course | undefined): string => (next ? "✓" : ".");
  const asJudged = (judgement: string): string => (judgement === "ACCEPTED" ? "✓" : judgement);
  switch (act) {
    case "commit":
      return asJudged(judgeCommit(course, "103", commitment(secretOf("103", 1_300n)), at));
    case "reveal":
      return asJudged(judgeReveal(course, "102", { amountFen: 1_200n, nonce: "nonce-of-102" }, at));
    case "layOpen":
      return asGiven(put(course, { kind: "LAID_OPEN", at, body: { holder: "VENUE" } }));
    case "take":
      return asJudged(judgeTake(course, priceNow(course, at) ?? PRICE, at));
    case "raiseBest":
      return asJudged(judgeBest(course, "101", 1_300n, at));
    case "score":
      return asGiven(put(course, { kind: "SCORED", at, bidderNo: "102", body: { scorer: "s1", "points:Q1": "8000" } }));
    case "halt":
      return asGiven(put(course, { kind: "HALTED", at }));
    case "reopen":
      return asGiven(put(course, { kind: "REOPENED", at }));
    case "endTooEarly":
      return asGiven(put(course, { kind: "STAGE_ENDED", at, body: stageEnd(course, at)?.body ?? { stage: "OVER" } }));
    case "endInTime":
      return asGiven(put(course, { kind: "STAGE_ENDED", at: course.endsAt, body: stageEnd(course, course.endsAt)?.body ?? { stage: "OVER" } }));
    case "offer":
      return asGiven(put(course, { kind: "OFFERED", at, body: { to: "P1", dueAt: new Date(at.getTime() + 86_400_000).toISOString() } }));
    case "answer":
      return asGiven(put(course, { kind: "ANSWERED", at, bidderNo: "P1", body: { answer: "ACCEPT" } }));
    default:
      return asGiven(followStaged(course, { kind: "BID", sequence: course.sequence + 1, at, endsAt: course.endsAt, bidderNo: "101", amountFen: fen(5_000n), verdict: "ACCEPTED" }));
  }
}

describe("T2 auction: stages and acts", () => {
  it.each(CELLS)("T2 auction: $act while $stage → $verdict", ({ act, stage, verdict }) => {
    const course = courseIn(stage);
    expect(course.stage).toBe(stage);
    expect(verdictOn(act, course)).toBe(verdict);
  });

  it.each(["DESCENDING", "SEALED", "REVEAL", "BEST"] as const)("T2 auction: while %s is frozen nothing is taken, and at its end every act is late", (stage) => {
    const course = courseIn(stage);
    const act = { DESCENDING: "take", SEALED: "commit", REVEAL: "reveal", BEST: "raiseBest" }[stage];
    const frozen = put(course, { kind: "HALTED", at: within(course) })!;
    expect(verdictOn(act, frozen)).toBe("NOT_OPEN");
    expect(verdictOn("halt", frozen)).toBe(".");
    const reopened = put(frozen, { kind: "REOPENED", at: new Date(within(course).getTime() + 60_000) })!;
    expect(reopened.endsAt.getTime() - course.endsAt.getTime()).toBe(60_000);
    expect(verdictOn(act, reopened)).toBe("✓");
    expect(verdictOn(act, { ...course, endsAt: within(course) })).toBe("LATE");
  });
});

import type { Fen } from "../../shared/money.ts";
import { sha256Hex } from "../commitment.ts";
import { nextMinimum } from "../increment.rules.ts";
import { sealedOutcome } from "../sealed.rules.ts";
import { weightedScores } from "../weighted.rules.ts";
import { currentRound, emptyRound, type Course, type SealedRound, type Stage } from "./course.ts";

const later = (instant: Date, seconds: number): Date => new Date(instant.getTime() + seconds * 1_000);

/** What the end of a stage leads to, and what its line in the log says of it. */
export type StageEnd = { readonly next: Course; readonly body: Readonly<Record<string, string>> };

/** The end of the running stage at an instant; undefined where it does not end then. */
export function stageEnd(course: Course, at: Date): StageEnd | undefined {
  if (course.haltedAt !== undefined || course.overAt !== undefined) return undefined;
  if (course.stage === "SCORING" ? !isScored(course) : at.getTime() !== course.endsAt.getTime()) return undefined;
  switch (course.stage) {
    case "DESCENDING":
      return over(course, at, undefined);
    case "BEST":
      return over(course, at, course.top);
    case "SEALED":
      return endOfSealed(course, at);
    case "SCORING":
      return into(course, at, "REVEAL", course.terms.procedure!.sealed!.revealSeconds);
    case "REVEAL":
      return endOfReveal(course, at);
    case "OVER":
      return undefined;
  }
}

function into(course: Course, at: Date, stage: Stage, seconds: number, said: Readonly<Record<string, string>> = {}): StageEnd {
  return { next: { ...course, stage, startedAt: at, endsAt: later(at, seconds) }, body: { stage, ...said } };
}

export function over(course: Course, at: Date, winner: Course["winner"], said: Readonly<Record<string, string>> = {}): StageEnd {
  const result: Readonly<Record<string, string>> = winner ? { winner: winner.bidderNo, price: String(winner.priceFen) } : {};
  return { next: { ...course, stage: "OVER", endsAt: at, overAt: at, ...(winner ? { winner, top: winner } : {}) }, body: { stage: "OVER", ...result, ...said } };
}

function nextRound(course: Course, at: Date, kind: SealedRound["kind"], floorFen: Fen, among?: readonly string[]): StageEnd {
  const round = emptyRound((currentRound(course)?.no ?? 0) + 1, kind, floorFen, among);
  const end = into(course, at, "SEALED", course.terms.procedure!.sealed!.roundSeconds, { round: String(round.no), kind, floor: String(floorFen), ...(among ? { among: among.join(",") } : {}) });
  return { ...end, next: { ...end.next, rounds: [...course.rounds, round] } };
}

function endOfSealed(course: Course, at: Date): StageEnd {
  if (currentRound(course)!.commits.size === 0) return conclude(course, at);
  if (course.terms.procedure!.format === "F5") return { next: { ...course, stage: "SCORING", startedAt: at }, body: { stage: "SCORING" } };
  return into(course, at, "REVEAL", course.terms.procedure!.sealed!.revealSeconds);
}

/** Every bidder who has committed has been scored by as many scorers as announced. */
export function isScored(course: Course): boolean {
  const { scorers } = course.terms.procedure!.weights!;
  return [...currentRound(course)!.commits.keys()].every((bidderNo) => (course.scores.get(bidderNo)?.size ?? 0) >= scorers);
}

function opened({ commits, reveals }: SealedRound) {
  return [...reveals].map(([bidderNo, { amountFen }]) => ({ bidderNo, amountFen, committedAt: commits.get(bidderNo)!.at, matchesCommitment: true }));
}

function endOfReveal(course: Course, at: Date): StageEnd {
  return course.terms.procedure!.format === "F5" ? over(course, at, ...weightedWinner(course)) : conclude(course, at);
}

/** A sealed round is over: its winner, a further round, the best bid of the descending winner, or nobody. */
function conclude(course: Course, at: Date): StageEnd {
  const round = currentRound(course)!;
  const outcome = sealedOutcome(opened(round), round.floorFen, round.kind === "TIE");
  if (outcome.kind === "TIE_ROUND" && !isFollowed(course, round)) {
    return nextRound({ ...course, top: { bidderNo: "", priceFen: outcome.floorFen } }, at, "TIE", outcome.floorFen, [...outcome.among].sort());
  }
  const found =
    outcome.kind === "WINNER"
      ? { bidderNo: outcome.bidderNo, priceFen: outcome.priceFen }
      : outcome.kind === "TIE_ROUND"
        ? { bidderNo: "", priceFen: outcome.floorFen }
        : outcome.kind === "DRAW"
          ? drawn(course, round, outcome.among, outcome.priceFen)
          : untied(course, round);
  const top = found ?? course.top;
  if (isFollowed(course, round)) {
    return top === undefined ? over(course, at, undefined) : nextRound({ ...course, top }, at, "ROUND", top.priceFen);
  }
  if (course.taken) {
    if (!found) return over(course, at, course.taken);
    return into({ ...course, top: found }, at, "BEST", course.terms.procedure!.fall!.bestSeconds, { leader: found.bidderNo, price: String(found.priceFen), ...drawSaid(found) });
  }
  const last: Found | undefined = top?.bidderNo ? top : lastSole(course);
  return over(course, at, last && { bidderNo: last.bidderNo, priceFen: last.priceFen }, last ? drawSaid(last) : {});
}

const isFollowed = ({ terms }: Course, { kind, no }: SealedRound): boolean => kind === "ROUND" && no < terms.procedure!.sealed!.rounds;

/** Nobody has bid in the round among the tied: the earlier commitment of the round before has it, else the draw. */
function untied(course: Course, round: SealedRound): Found | undefined {
  const before = round.kind === "TIE" ? course.rounds.at(-2) : undefined;
  if (!before) return undefined;
  const tied = opened(before).filter(({ bidderNo }) => round.among!.includes(bidderNo));
  const outcome = sealedOutcome(tied, round.floorFen, true);
  if (outcome.kind === "WINNER") return outcome;
  return outcome.kind === "DRAW" ? drawn(course, before, outcome.among, outcome.priceFen) : undefined;
}

/** A last round without a valid bid: the top of the round before stands; of several the earlier commitment, else the draw. */
function lastSole(course: Course): Found | undefined {
  for (const round of [...course.rounds].reverse()) {
    const outcome = sealedOutcome(opened(round), round.floorFen, true);
    if (outcome.kind === "WINNER") return { bidderNo: outcome.bidderNo, priceFen: outcome.priceFen };
    if (outcome.kind === "DRAW") return drawn(course, round, outcome.among, outcome.priceFen);
  }
  return undefined;
}

type Found = { readonly bidderNo: string; readonly priceFen: Fen; readonly seed?: string };
const drawSaid = ({ seed }: Found): Readonly<Record<string, string>> => (seed === undefined ? {} : { drawSeed: seed });

/**
 * The public draw (公开抽签): the seed is the hash of procedure, round and the nonces of those drawn among, which each fixed by commitment before
 * anybody could know the others'; so nobody chooses it and everybody can recompute it.
 */
function drawn({ terms }: Course, round: SealedRound, among: readonly string[], priceFen: Fen): Found {
  const inOrder = [...among].sort();
  const seed = sha256Hex(["draw", terms.procedureId, String(round.no), ...inOrder.map((bidderNo) => `${bidderNo}:${round.reveals.get(bidderNo)!.nonce}`)].join("\n"));
  return { bidderNo: inOrder[Number(BigInt(`0x${seed}`) % BigInt(inOrder.length))]!, priceFen, seed };
}

/** The best score; of equal ones the higher bid, then the earlier commitment, then the draw (trading §5.8). */
function weightedWinner(course: Course): [Course["winner"], Readonly<Record<string, string>>] {
  const round = currentRound(course)!;
  const bids = opened(round);
  const scores = scoresOf(course);
  const first = scores.filter(({ rank }) => rank === 1).map(({ bidderNo }) => bidderNo);
  const said = Object.fromEntries(scores.map(({ bidderNo, score }) => [`score:${bidderNo}`, String(score)]));
  if (first.length === 0) return [undefined, said];
  const outcome = sealedOutcome(bids.filter(({ bidderNo }) => first.includes(bidderNo)), 0n, true);
  if (outcome.kind === "DRAW") {
    const found = drawn(course, round, outcome.among, outcome.priceFen);
    return [{ bidderNo: found.bidderNo, priceFen: found.priceFen }, { ...said, ...drawSaid(found) }];
  }
  return outcome.kind === "WINNER" ? [{ bidderNo: outcome.bidderNo, priceFen: outcome.priceFen }, said] : [undefined, said];
}

/** Each valid bid's score: the mean of the scorers' points for each item, and the price against the highest one. */
export function scoresOf(course: Course): ReturnType<typeof weightedScores> {
  const { priceWeightBp, items } = course.terms.procedure!.weights!;
  const offers = opened(currentRound(course)!).map(({ bidderNo, amountFen }) => {
    const given = [...(course.scores.get(bidderNo)?.values() ?? [])];
    const mean = (code: string): number => (given.length === 0 ? 0 : Math.floor(given.reduce((sum, points) => sum + (points[code] ?? 0), 0) / given.length));
    return { bidderNo, amountFen, itemPoints: Object.fromEntries(items.map(({ code }) => [code, mean(code)])) };
  });
  return weightedScores({ priceWeightBp, itemWeightsBp: Object.fromEntries(items.map(({ code, weightBp }) => [code, weightBp])) }, offers);
}

/** The price was accepted: the lot is sold, or others may go above it under seal. */
export function takenBy(course: Course, bidderNo: string, priceFen: Fen, at: Date): Course {
  const taken = { bidderNo, priceFen };
  const { fall } = course.terms.procedure!;
  if (fall!.followUp === "NONE") return { ...over(course, at, taken).next, taken };
  const floor = nextMinimum(course.terms.incrementTable, course.terms.startPriceFen, priceFen);
  return nextRound({ ...course, taken, top: taken }, at, "ABOVE", floor).next;
}


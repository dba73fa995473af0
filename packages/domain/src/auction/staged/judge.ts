import { fen, type Fen } from "../../shared/money.ts";
import { commitment } from "../commitment.ts";
import { descendingPrice, descendingStep } from "../descending.rules.ts";
import { nextMinimum } from "../increment.rules.ts";
import { currentRound, type Course, type Stage } from "./course.ts";

export type Judgement = "ACCEPTED" | StagedRefusal;
export type StagedRefusal =
  | "NOT_OPEN"
  | "LATE"
  | "NOT_IN_THIS_ROUND"
  | "COMMITTED_ALREADY"
  | "COMMITMENT_MALFORMED"
  | "NOT_COMMITTED"
  | "REVEALED_ALREADY"
  | "COMMITMENT_MISMATCH"
  | "BELOW_FLOOR"
  | "PRICE_MOVED"
  | "BELOW_MINIMUM";

/** Why an act is not taken in this stage at this instant; undefined when it is its time. */
function untimely({ stage, startedAt, endsAt, haltedAt, overAt }: Course, wanted: Stage, at: Date): "NOT_OPEN" | "LATE" | undefined {
  if (haltedAt !== undefined || at < startedAt) return "NOT_OPEN";
  if (overAt !== undefined) return "LATE";
  if (stage !== wanted) return "NOT_OPEN";
  return at >= endsAt ? "LATE" : undefined;
}

/** A sealed bid is taken once a round from whoever may take part in it; it cannot be replaced (拍卖法 36). */
export function judgeCommit(course: Course, bidderNo: string, committed: string, at: Date): Judgement {
  const round = currentRound(course);
  const problem = untimely(course, "SEALED", at);
  if (problem || !round) return problem ?? "NOT_OPEN";
  if (round.among && !round.among.includes(bidderNo)) return "NOT_IN_THIS_ROUND";
  if (round.kind === "ABOVE" && course.taken?.bidderNo === bidderNo) return "NOT_IN_THIS_ROUND";
  if (round.commits.has(bidderNo)) return "COMMITTED_ALREADY";
  return /^[0-9a-f]{64}$/.test(committed) ? "ACCEPTED" : "COMMITMENT_MALFORMED";
}

/** A bid laid open counts only if it is what was committed to, and not below the round's floor. */
export function judgeReveal(course: Course, bidderNo: string, opened: { readonly amountFen: bigint; readonly nonce: string }, at: Date): Judgement {
  const round = currentRound(course);
  const problem = untimely(course, "REVEAL", at);
  if (problem || !round) return problem ?? "NOT_OPEN";
  const commit = round.commits.get(bidderNo);
  if (!commit) return "NOT_COMMITTED";
  if (round.reveals.has(bidderNo)) return "REVEALED_ALREADY";
  const secret = { procedureId: course.terms.procedureId, bidderNo, amountFen: opened.amountFen, nonce: opened.nonce };
  if (opened.nonce.includes("\n") || commitment(secret) !== commit.commitment) return "COMMITMENT_MISMATCH";
  return opened.amountFen < round.floorFen ? "BELOW_FLOOR" : "ACCEPTED";
}

/** Whether sealed bids are laid open at this instant. */
export const isRevealing = (course: Course, at: Date): boolean => untimely(course, "REVEAL", at) === undefined;

/** The price that stands at an instant of the descending stage. */
export function priceNow({ terms, startedAt }: Course, at: Date): Fen | undefined {
  const fall = terms.procedure?.fall;
  const step = fall && descendingStep({ startsAt: startedAt, stepSeconds: fall.stepSeconds }, at);
  if (fall === undefined || step === undefined) return undefined;
  return descendingPrice({ startPriceFen: terms.startPriceFen, stepBp: fall.stepBp, maxSteps: fall.maxSteps, floorFen: fen(BigInt(fall.floorFen)) }, step);
}

/** The first to accept the standing price has it; who accepted the price of a step before is told that it moved. */
export function judgeTake(course: Course, amountFen: bigint, at: Date): Judgement {
  return untimely(course, "DESCENDING", at) ?? (priceNow(course, at) === amountFen ? "ACCEPTED" : "PRICE_MOVED");
}

/** The descending winner may go above the best sealed bid once, by an increment at least. */
export function judgeBest(course: Course, bidderNo: string, amountFen: bigint, at: Date): Judgement {
  const problem = untimely(course, "BEST", at);
  if (problem) return problem;
  if (course.taken?.bidderNo !== bidderNo) return "NOT_IN_THIS_ROUND";
  return amountFen < bestMinimum(course) ? "BELOW_MINIMUM" : "ACCEPTED";
}

export function bestMinimum({ terms, top }: Course): Fen {
  return nextMinimum(terms.incrementTable, terms.startPriceFen, top?.priceFen);
}

/** Points as an entry says them; undefined where an announced item is missing or out of 0–100. */
export function pointsIn(course: Course, body: Readonly<Record<string, string>>): Readonly<Record<string, number>> | undefined {
  const items = course.terms.procedure?.weights?.items ?? [];
  const points = Object.fromEntries(items.map(({ code }) => [code, Number(body[`points:${code}`] ?? Number.NaN)]));
  return Object.values(points).every((value) => Number.isInteger(value) && value >= 0 && value <= 10_000) ? points : undefined;
}


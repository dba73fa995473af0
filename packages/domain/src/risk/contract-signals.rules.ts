import { daysBetween, type Day } from "../shared/clock.ts";
import type { Signal } from "./signal.rules.ts";

/** R01 duplicate registration (重复登记). */
export type DuplicateFacts = {
  readonly ids: readonly [string, string];
  /** Equal hash of seller, buyer and contract number, or of the normalised text. */
  readonly exact: boolean;
  readonly sameParties: boolean;
  readonly amountsFen: readonly [bigint, bigint];
  readonly signedOn: readonly [Day, Day];
  readonly terms: readonly [{ readonly from: Day; readonly to: Day }, { readonly from: Day; readonly to: Day }];
  /** Bigram Jaccard of title and subject. */
  readonly textSimilarity: number;
};

const NEAR_SIMILARITY = 0.6;
const NEAR_AMOUNT_LOG = 0.02;
const NEAR_DAYS = 30;

export function duplicateSignal(facts: DuplicateFacts): Signal | undefined {
  const { ids, exact, textSimilarity } = facts;
  const evidence = { textSimilarity: Number(textSimilarity.toFixed(3)), amountA: String(facts.amountsFen[0]), amountB: String(facts.amountsFen[1]), signedA: facts.signedOn[0], signedB: facts.signedOn[1] };
  const [a, b] = facts.terms;
  const overlap = a.from <= b.to && b.from <= a.to;
  if (exact) return { ruleVersion: "R01.1", strength: 1, level: "RED", evidence: { ...evidence, match: "exact" }, recordIds: ids };
  const [first, second] = facts.amountsFen;
  const amountsNear = first > 0n && second > 0n && Math.abs(Math.log(Number(first) / Number(second))) <= NEAR_AMOUNT_LOG;
  const near = facts.sameParties && amountsNear && Math.abs(daysBetween(facts.signedOn[0], facts.signedOn[1])) <= NEAR_DAYS && textSimilarity >= NEAR_SIMILARITY;
  if (!near) return undefined;
  // A renewal: the terms do not overlap.
  return { ruleVersion: "R01.1", strength: textSimilarity, level: overlap ? "AMBER" : "INFO", evidence: { ...evidence, match: overlap ? "near" : "renewal" }, recordIds: ids };
}

/** R02 splitting under a threshold (拆分合同): contracts of one pair or related group. */
export type SplitContract = { readonly id: string; readonly signedOn: Day; readonly technicalAmountFen: bigint };

export const SPLIT_WINDOW_DAYS = 60;
const SPLIT_MIN_STRENGTH = 0.5;
const SPLIT_RED_COUNT = 3;

function splitUnder(contracts: readonly SplitContract[], thresholdFen: bigint): Signal | undefined {
  const below = contracts.filter(({ technicalAmountFen }) => technicalAmountFen > 0n && technicalAmountFen < thresholdFen).toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : a.id < b.id ? -1 : 1));
  let strongest: Signal | undefined;
  below.forEach((first, i) => {
    const group = below.slice(i).filter(({ signedOn }) => daysBetween(first.signedOn, signedOn) <= SPLIT_WINDOW_DAYS);
    const sumFen = group.reduce((sum, { technicalAmountFen }) => sum + technicalAmountFen, 0n);
    if (group.length < 2 || sumFen < thresholdFen) return;
    const justBelow = group.filter(({ technicalAmountFen }) => technicalAmountFen * 10n >= thresholdFen * 9n).length;
    const strength = Math.min(1, (Number(sumFen) / Number(thresholdFen)) * (justBelow / group.length));
    if (strength < SPLIT_MIN_STRENGTH || (strongest && strongest.strength >= strength && strongest.recordIds.length >= group.length)) return;
    strongest = {
      ruleVersion: "R02.1",
      strength,
      level: group.length >= SPLIT_RED_COUNT ? "RED" : "AMBER",
      evidence: { thresholdFen: String(thresholdFen), sumFen: String(sumFen), contracts: group.length, justBelow, windowDays: SPLIT_WINDOW_DAYS },
      recordIds: group.map(({ id }) => id),
    };
  });
  return strongest;
}

const LEVEL_RANK = { INFO: 0, YELLOW: 1, AMBER: 2, RED: 3 } as const;

/** n ≥ 2 within 60 days, each below the threshold, together at or above it; the strongest finding over all thresholds. */
export function splitSignal(contracts: readonly SplitContract[], thresholdsFen: readonly bigint[]): Signal | undefined {
  return thresholdsFen
    .map((threshold) => splitUnder(contracts, threshold))
    .filter((signal) => signal !== undefined)
    .toSorted((a, b) => LEVEL_RANK[b.level] - LEVEL_RANK[a.level] || b.strength - a.strength)[0];
}

/** Population test of an office: contracts just below a threshold against those just above. Flag at z ≥ 3. */
export function splitPopulationZ(justBelow: number, justAbove: number): number {
  const all = justBelow + justAbove;
  return all === 0 ? 0 : (justBelow - all / 2) / Math.sqrt(all / 4);
}

export const SPLIT_POPULATION_Z = 3;

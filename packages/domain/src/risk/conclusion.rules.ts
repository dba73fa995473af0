import type { FieldProblem } from "../shared/errors.ts";
import type { AlertLevel, Conclusion, ReferralBody } from "./risk-alert.machine.ts";

/** A red step is cleared with a reason; a shorter one is a signal of its own (I04). */
const NOTE_MIN = 10;
const NOTE_MIN_RED = 20;

export function noteMinimum(level: AlertLevel): number {
  return level === "RED" ? NOTE_MIN_RED : NOTE_MIN;
}

export type ConclusionFacts = {
  readonly level: AlertLevel;
  readonly conclusion: Conclusion;
  readonly note: string;
  readonly referredTo?: ReferralBody | undefined;
  /** States of the contracts that the alert speaks of. */
  readonly contractStates: readonly string[];
};

/** A conclusion says what is so already: 撤销登记 is chosen after a registration was revoked, not instead of it. */
const MUST_BE_SO: Partial<Record<Conclusion, string>> = { REFUSED: "REFUSED", REVOKED: "REVOKED" };

export function conclusionProblems({ level, conclusion, note, referredTo, contractStates }: ConclusionFacts): readonly FieldProblem[] {
  const minimum = noteMinimum(level);
  const state = MUST_BE_SO[conclusion];
  return [
    ...([...note].length < minimum ? [{ path: "note", code: "RISK_NOTE_TOO_SHORT", details: { min: minimum } }] : []),
    ...(state !== undefined && !contractStates.includes(state) ? [{ path: "conclusion", code: `RISK_CONCLUSION_NOT_SO_${conclusion}` }] : []),
    ...(conclusion === "REFERRED" && referredTo === undefined ? [{ path: "referredTo", code: "RISK_REFERRAL_BODY_NEEDED" }] : []),
    ...(conclusion !== "REFERRED" && referredTo !== undefined ? [{ path: "referredTo", code: "RISK_REFERRAL_NOT_CHOSEN" }] : []),
  ];
}

import type { Move, StateOf } from "../shared/machine.ts";
import type { SecrecyDecision } from "./secrecy.schema.ts";

/** A report (涉密反映) from the second in which the content is withheld to the decision. Rights and income §11. */
export const SECRECY_MOVES = [
  // from   event        by         to
  ["OPEN", "NOT_SECRET", "officer", "RESTORED"],
  ["OPEN", "SECRET",     "officer", "SEALED"],
] as const satisfies readonly (readonly ["OPEN", SecrecyDecision, string, string])[] & readonly Move[];
export type SecrecyCaseState = StateOf<typeof SECRECY_MOVES>;

/** Whoever reports takes something from the market at once; so many reports of one person may wait for their decision, no more. */
export const MOST_OPEN_REPORTS = 5;

/**
 * A report takes something from the market and stops bidding at once, so whoever makes one answers for it with a verified organisation. The same person does not withhold
 * the same thing again after nothing was found in it, unless it has changed since.
 */
export function reportRefusal(facts: { readonly isVerified: boolean; readonly openReports: number; readonly clearedAt: Date | null; readonly changedAt: Date }): "REPORTER_NOT_VERIFIED" | "TOO_MANY_REPORTS" | "REPORTED_BEFORE" | undefined {
  if (!facts.isVerified) return "REPORTER_NOT_VERIFIED";
  if (facts.openReports >= MOST_OPEN_REPORTS) return "TOO_MANY_REPORTS";
  return facts.clearedAt !== null && facts.changedAt <= facts.clearedAt ? "REPORTED_BEFORE" : undefined;
}

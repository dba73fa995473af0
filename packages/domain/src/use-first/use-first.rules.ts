import { addDays, type Day } from "../shared/clock.ts";
import type { Fen } from "../shared/money.ts";
import { formulaOf, royaltyDue, type PaymentTerms } from "../terms/index.ts";
import type { UseFirstEvent, UseFirstState } from "./use-first.machine.ts";

export type UseFirstTerms = Extract<PaymentTerms, { readonly form: "USE_FIRST" }>;

/**
 * What may differ by venue and year: days to pay once the fee is due, days of grace, and the least days of a last term (合理期限, 民法典 563) after
 * which the licensor may end the licence. No text fixes them; proposed defaults.
 */
export const DEFAULT_USE_FIRST_PARAMETERS = { version: "default-2026-2", payWithinDays: 30, graceDays: 15, lastTermDays: 15 } as const;
export type UseFirstParameters = { readonly version: string; readonly payWithinDays: number; readonly graceDays: number; readonly lastTermDays: number };

/** What is due when so much was sold in all and so much has been paid. `fee = min(cap, base + royalty% × sales)`. */
export function feeDue(terms: UseFirstTerms, salesFen: bigint, paidFen: bigint): Fen {
  return royaltyDue(formulaOf(terms)!, salesFen, paidFen);
}

export type ReportFacts = {
  readonly state: UseFirstState;
  /** Sales reported and accepted before, and now, both in all. */
  readonly salesBefore: bigint;
  readonly sales: bigint;
  readonly openReports: number;
};

/** A report tells sales in all, which never fall, while the licence runs; one at a time waits for its answer. */
export function reportRefusal(facts: ReportFacts): "USE_FIRST_NOT_RUNNING" | "USE_FIRST_REPORT_OPEN" | "USE_FIRST_SALES_FELL" | undefined {
  if (facts.state !== "TRIAL" && facts.state !== "NORMAL_LICENCE") return "USE_FIRST_NOT_RUNNING";
  if (facts.openReports > 0) return "USE_FIRST_REPORT_OPEN";
  return facts.sales < facts.salesBefore ? "USE_FIRST_SALES_FELL" : undefined;
}

/** What an accepted report does: the trigger makes the fee payable, later sales make more of it payable, all else is only noted. */
export function whenAccepted(facts: { readonly state: UseFirstState; readonly triggerMet: boolean; readonly dueFen: bigint }): Extract<UseFirstEvent, "meetTrigger" | "charge"> | undefined {
  if (facts.dueFen === 0n) return undefined;
  if (facts.state === "TRIAL") return facts.triggerMet ? "meetTrigger" : undefined;
  return facts.state === "NORMAL_LICENCE" ? "charge" : undefined;
}

/**
 * The outer date has come. Where the day itself was the trigger the fee is due; a claim that the trigger was met, made in time, is first answered;
 * else the trial ends without a fee.
 */
export function whenOuterDateComes(facts: { readonly trigger: UseFirstTerms["trigger"]; readonly dueFen: bigint; readonly claimOpen: boolean }): Extract<UseFirstEvent, "meetTrigger" | "expire"> | undefined {
  if (facts.trigger === "DATE" && facts.dueFen > 0n) return "meetTrigger";
  return facts.claimOpen ? undefined : "expire";
}

export function payDueOn(dueSince: Day, parameters: UseFirstParameters = DEFAULT_USE_FIRST_PARAMETERS): Day {
  return addDays(dueSince, parameters.payWithinDays);
}

/** The last day on which payment does not yet suspend the licence. */
export function graceEndsOn(dueOn: Day, parameters: UseFirstParameters = DEFAULT_USE_FIRST_PARAMETERS): Day {
  return addDays(dueOn, parameters.graceDays);
}

/** The first day that a demand may set as the last to pay: so many days after it. */
export function earliestPayBy(claimedOn: Day, parameters: UseFirstParameters = DEFAULT_USE_FIRST_PARAMETERS): Day {
  return addDays(claimedOn, parameters.lastTermDays);
}

/** The licensor may end the licence once the last term has passed without the money; within it the firm still keeps it by paying. */
export function endRefusal(facts: { readonly payBy: Day; readonly today: Day }): "USE_FIRST_TERM_RUNS" | undefined {
  return facts.today <= facts.payBy ? "USE_FIRST_TERM_RUNS" : undefined;
}

import type { EventOf, Move, StateOf } from "../../shared/machine.ts";

/** An appeal against a refusal (不予登记的复议): decided by the province of the office; contract-registration §7, 行政复议法. */
export const APPEAL_MOVES = [
  // from    event       by           to
  ["FILED",  "uphold",   "authority", "UPHELD"],    // the refusal stands
  ["FILED",  "remit",    "authority", "REMITTED"],  // back to the office, which decides anew
  ["FILED",  "withdraw", "applicant", "WITHDRAWN"],
] as const satisfies readonly Move[];

export type AppealState = StateOf<typeof APPEAL_MOVES>;
export type AppealEvent = EventOf<typeof APPEAL_MOVES>;

export const APPEAL_STATE_LABELS: Readonly<Record<AppealState, { readonly zh: string; readonly en: string }>> = {
  FILED: { zh: "复议审理中", en: "Under appeal" },
  UPHELD: { zh: "维持不予登记", en: "Refusal upheld" },
  REMITTED: { zh: "责令重新认定", en: "Sent back to decide anew" },
  WITHDRAWN: { zh: "已撤回复议", en: "Appeal withdrawn" },
};

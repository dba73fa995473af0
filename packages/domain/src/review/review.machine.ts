import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** Provincial review of one registration (省级审核、免税复核). Domain note §4 and §7. */
export const REVIEW_MOVES = [
  // from                event         by           to
  ["PENDING",            "confirm",    "reviewer",  "CONFIRMED"],
  ["PENDING",            "return",     "reviewer",  "RETURNED"],            // the office decides again
  ["PENDING",            "giveNotice", "reviewer",  "REVOCATION_NOTICE"],   // facts and ground served on the party
  ["RETURNED",           "answer",     "registrar", "PENDING"],             // re-decided or explained
  ["RETURNED",           "giveNotice", "reviewer",  "REVOCATION_NOTICE"],   // the office does not answer in time
  ["REVOCATION_NOTICE",  "dropNotice", "reviewer",  "PENDING"],             // the party's statement convinces
  ["REVOCATION_NOTICE",  "revoke",     "authority", "REVOKED"],             // after the statement or its period
  ["CONFIRMED",          "reopen",     "reviewer",  "PENDING"],             // drawn in an inspection, or objection of the tax body
] as const satisfies readonly Move[];

export type ReviewState = StateOf<typeof REVIEW_MOVES>;
export type ReviewEvent = EventOf<typeof REVIEW_MOVES>;

/** One file of a sampling inspection (抽查) of an office. */
export const INSPECTION_MOVES = [
  // from          event            by           to
  ["DRAWN",        "pass",          "inspector", "PASSED"],
  ["DRAWN",        "findDefect",    "inspector", "DEFECT_FOUND"],
  ["DEFECT_FOUND", "remedy",        "registrar", "REMEDIED"],
  ["DEFECT_FOUND", "refer",         "inspector", "REFERRED"],     // to revocation or discipline
  ["REMEDIED",     "acceptRemedy",  "inspector", "CLOSED"],
  ["REMEDIED",     "rejectRemedy",  "inspector", "DEFECT_FOUND"],
] as const satisfies readonly Move[];

export type InspectionState = StateOf<typeof INSPECTION_MOVES>;
export type InspectionEvent = EventOf<typeof INSPECTION_MOVES>;

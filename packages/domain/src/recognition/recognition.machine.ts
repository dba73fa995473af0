import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** Life of a registration file (技术合同认定登记). Domain note contract-registration §4. */
export const RECOGNITION_MOVES = [
  // from           event                 by                to
  ["DRAFT",          "submit",             "seller",         "SUBMITTED"],
  ["DRAFT",          "withdraw",           "seller",         "WITHDRAWN"],
  ["SUBMITTED",      "accept",             "registrar",      "ACCEPTED"],       // complete file: the clock starts
  ["SUBMITTED",      "requestCorrection",  "registrar",      "CORRECTION"],
  ["SUBMITTED",      "withdraw",           "seller",         "WITHDRAWN"],
  ["ACCEPTED",       "requestCorrection",  "registrar",      "CORRECTION"],     // the clock stops
  ["ACCEPTED",       "sendToSecondReview", "system",         "SECOND_REVIEW"],  // large, disputed or by provincial rule
  ["ACCEPTED",       "register",           "registrar",      "REGISTERED"],
  ["ACCEPTED",       "refuse",             "registrar",      "REFUSED"],
  ["CORRECTION",     "submit",             "seller",         "SUBMITTED"],      // acceptance restarts, it does not resume
  ["CORRECTION",     "refuse",             "registrar",      "REFUSED"],        // title still wrong (RF10)
  ["CORRECTION",     "lapse",              "clock",          "REFUSED"],        // deadline over (RF05)
  ["SECOND_REVIEW",  "register",           "secondReviewer", "REGISTERED"],
  ["SECOND_REVIEW",  "refuse",             "secondReviewer", "REFUSED"],
  ["REFUSED",        "remit",              "authority",      "SUBMITTED"],      // an appeal succeeds: the office decides anew
  ["REGISTERED",     "requestChange",      "seller",         "CHANGE_PENDING"],
  ["REGISTERED",     "cancel",             "seller",         "CANCELLED"],      // rescinded, revoked or void
  ["REGISTERED",     "cancelOfOwnMotion",  "registrar",      "CANCELLED"],      // void, and the party does not act
  ["REGISTERED",     "reopen",             "objector",       "RE_REVIEW"],      // tax or finance body, or seller
  ["REGISTERED",     "revoke",             "authority",      "REVOKED"],
  ["CHANGE_PENDING", "approveChange",      "registrar",      "REGISTERED"],     // new version, amount reassessed
  ["CHANGE_PENDING", "rejectChange",       "registrar",      "REGISTERED"],     // the old version stands
  ["RE_REVIEW",      "uphold",             "registrar",      "REGISTERED"],
  ["RE_REVIEW",      "amend",              "registrar",      "REGISTERED"],     // another class or amount: new version
  ["RE_REVIEW",      "revoke",             "authority",      "REVOKED"],
] as const satisfies readonly Move[];

export type RecognitionState = StateOf<typeof RECOGNITION_MOVES>;
export type RecognitionEvent = EventOf<typeof RECOGNITION_MOVES>;

/** States that stand for a valid registration: counted in live statistics and shown as valid by the public check. */
export const STANDING_STATES = ["REGISTERED", "CHANGE_PENDING", "RE_REVIEW"] as const satisfies readonly RecognitionState[];

/** States on a registrar's desk, where the time limit runs. */
export const CLOCK_STATES = ["ACCEPTED", "SECOND_REVIEW"] as const satisfies readonly RecognitionState[];

/** Open files: the same contract may not be filed again elsewhere while one of these stands (M2000 Art. 8). */
export const BLOCKING_STATES = [
  "SUBMITTED", "ACCEPTED", "CORRECTION", "SECOND_REVIEW", "REGISTERED", "CHANGE_PENDING", "RE_REVIEW",
] as const satisfies readonly RecognitionState[];

import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** Life of a result in the library (成果库). What was published stays on record as a version. */
export const RESULT_MOVES = [
  // from        event       by       to
  ["DRAFT",     "publish",  "owner", "PUBLISHED"],
  ["DRAFT",     "withdraw", "owner", "WITHDRAWN"],
  ["PUBLISHED", "publish",  "owner", "PUBLISHED"], // a new version
  ["PUBLISHED", "withdraw", "owner", "WITHDRAWN"],
  ["WITHDRAWN", "publish",  "owner", "PUBLISHED"],
  ["PUBLISHED", "withhold", "reporter", "WITHHELD"], // suspected secrecy: at once, without a question
  ["WITHDRAWN", "withhold", "reporter", "WITHHELD"], // its ended listings are still public
  ["WITHHELD",  "release",  "officer", "PUBLISHED"],
  ["WITHHELD",  "releaseWithdrawn", "officer", "WITHDRAWN"],
  ["WITHHELD",  "seal",     "officer", "SEALED"], // a secret: taken out for good
] as const satisfies readonly Move[];

export type ResultState = StateOf<typeof RESULT_MOVES>;
export type ResultEvent = EventOf<typeof RESULT_MOVES>;

import type { Move, StateOf } from "../shared/machine.ts";

/** How an organisation comes to trade (单位核验). */
export const ORGANISATION_MOVES = [
  // from       event        by               to
  ["PENDING",   "verify",    "administrator", "VERIFIED"],
  ["PENDING",   "reject",    "administrator", "REJECTED"],
  ["PENDING",   "correct",   "organisation",  "PENDING"],
  ["REJECTED",  "correct",   "organisation",  "PENDING"],
  ["VERIFIED",  "suspend",   "administrator", "SUSPENDED"],
  ["SUSPENDED", "reinstate", "administrator", "VERIFIED"],
] as const satisfies readonly Move[];

export type OrganisationState = StateOf<typeof ORGANISATION_MOVES>;

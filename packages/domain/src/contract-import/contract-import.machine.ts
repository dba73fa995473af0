import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** Life of a bulk import of contracts (批量导入). */
export const IMPORT_MOVES = [
  // from      event       by          to
  ["QUEUED",  "begin",    "worker",   "RUNNING"],
  ["QUEUED",  "cancel",   "uploader", "CANCELLED"],
  ["RUNNING", "cancel",   "uploader", "CANCELLED"],  // rows that were taken stay drafts
  ["RUNNING", "fail",     "worker",   "FAILED"],     // no sheet of ours: no row was read
  ["RUNNING", "refuse",   "worker",   "REFUSED"],    // all or none, and a row is bad
  ["RUNNING", "finish",   "worker",   "DONE"],       // good rows only: they were taken as they came
  ["RUNNING", "merge",    "worker",   "MERGING"],    // all or none, and every row is good
  ["MERGING", "finish",   "worker",   "DONE"],
] as const satisfies readonly Move[];

export type ImportState = StateOf<typeof IMPORT_MOVES>;
export type ImportEvent = EventOf<typeof IMPORT_MOVES>;

/** Imports that a worker still has to do with. */
export const OPEN_STATES = ["QUEUED", "RUNNING", "MERGING"] as const satisfies readonly ImportState[];
/** Ended without a row having been kept from coming again. */
export const VOID_STATES = ["REFUSED", "FAILED", "CANCELLED"] as const satisfies readonly ImportState[];

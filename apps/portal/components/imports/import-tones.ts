import type { ImportOutcome, ImportState } from "@ttx/domain/bulk-import/client";
import type { Tone } from "@ttx/ui/status-tag";

export const IMPORT_TONES: Record<ImportState, Tone> = { WAITING: "waiting", RUNNING: "active", DONE: "done", FAILED: "refused" };
export const OUTCOME_TONES: Record<ImportOutcome, Tone> = { WAITING: "waiting", ACCEPTED: "done", REPEATED: "ended", REFUSED: "refused" };

export { IMPORT_OUTCOME_LABELS, IMPORT_STATE_LABELS } from "./bulk-import.labels.ts";
export { IMPORT_OUTCOMES, IMPORT_STATES, type ImportOutcome, type ImportState } from "./bulk-import.schema.ts";

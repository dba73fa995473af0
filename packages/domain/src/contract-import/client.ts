export { IMPORT_STATE_LABELS } from "./contract-import.labels.ts";
export { IMPORT_CHOICES, IMPORT_SIZE_LIMIT_BYTES, type ImportChoice } from "./contract-import.schema.ts";
export type { ImportState } from "./contract-import.machine.ts";

export { EXPORT_GATE_STATE_LABELS, EXPORT_GROUND_LABELS, EXPORT_PAPER_LABELS } from "./export-control.labels.ts";
export type { ExportPaperKind } from "./export-control.rules.ts";
export type { ExportGateState } from "./export-gate.machine.ts";

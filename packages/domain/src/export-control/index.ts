export { contractEffect, demandExportStage, gateState, openGateFor, signedAcrossBorder, type ContractEffect, type Crossing } from "./gate.ts";
export { openGate } from "./open-gate.ts";
export { confirmClass, proposeClass } from "./classify.ts";
export { applyForLicence, recheckGate, recordExportPaper, recordExportRefusal } from "./papers.ts";
export { listExportGates, readExportGate } from "./export-control.queries.ts";
export { groundOf, type ExportStage } from "./export-control.rules.ts";
export { EXPORT_CONTROL_TEXTS } from "./export-control.texts.ts";
export type { ExportGateState } from "./export-gate.machine.ts";
export { EXPORT_GATE_STATE_LABELS, EXPORT_PAPER_LABELS } from "./export-control.labels.ts";

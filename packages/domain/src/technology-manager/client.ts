// The browser's door: shapes and labels.
export { MANAGER_SERVICE_LABELS, MANDATE_SIDE_LABELS, MANDATE_STATE_LABELS, PIPELINE_STAGE_LABELS } from "./mandate.labels.ts";
export { MANAGER_SERVICES, MANDATE_SIDES, MANDATE_TABS, PIPELINE_STAGES, type ManagerService, type PipelineStage } from "./mandate.schema.ts";
export type { MandateState } from "./mandate.machine.ts";

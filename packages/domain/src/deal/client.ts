// The browser's door: labels and shapes.
export { DEAL_ORIGIN_LABELS, DEAL_STATE_LABELS } from "./deal.labels.ts";
export { DEAL_TABS, type DealTab } from "./deal.schema.ts";
export type { DealState } from "./deal.machine.ts";

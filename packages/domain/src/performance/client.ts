// The browser's door.
export { BREACH_KIND_LABELS, BREACH_STATE_LABELS, PERFORMANCE_EVENT_LABELS, PERFORMANCE_STATE_LABELS, ROYALTY_STATE_LABELS } from "./performance.labels.ts";
export { BREACH_KINDS, type BreachKind } from "./performance.machine.ts";
export type { BreachState, PerformanceEvent, PerformanceState, RoyaltyState } from "./performance.machine.ts";

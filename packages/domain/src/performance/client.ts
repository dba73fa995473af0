// The browser's door.
export { BREACH_KIND_LABELS, BREACH_KINDS, BREACH_STATE_LABELS, PERFORMANCE_EVENT_LABELS, PERFORMANCE_STATE_LABELS, ROYALTY_STATE_LABELS, type BreachKind } from "./performance.labels.ts";
export type { BreachState, PerformanceEvent, PerformanceState, RoyaltyState } from "./performance.machine.ts";

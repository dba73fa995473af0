// The browser's door.
export { DEMAND_STATE_LABELS } from "./demand.labels.ts";
export { demandProblems, PROBLEM_MIN, TITLE_MIN, type DemandContent } from "./demand.rules.ts";
export { PROBLEM_MAX, TITLE_MAX } from "./demand.schema.ts";
export { DEMAND_TEXTS } from "./demand.texts.ts";
export type { DemandState } from "./demand.machine.ts";

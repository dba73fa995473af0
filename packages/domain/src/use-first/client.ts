export { USE_FIRST_STATE_LABELS } from "./use-first.labels.ts";
export type { UseFirstState } from "./use-first.machine.ts";

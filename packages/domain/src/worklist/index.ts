export { readWorklist } from "./read-worklist.ts";
export { TODO_LABELS } from "./worklist.labels.ts";
export type { Todo, TodoKind } from "./todo.ts";

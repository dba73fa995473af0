// The browser's door: codes and labels.
export { NOTICE_WAY_LABELS, PRIORITY_KIND_LABELS, PRIORITY_STATE_LABELS } from "./priority-right.labels.ts";
export { NOTICE_WAYS, PRIORITY_KINDS, type NoticeWay, type PriorityKind } from "./priority-right.rules.ts";
export type { PriorityState } from "./priority-right.machine.ts";

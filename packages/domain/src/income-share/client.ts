export { INCOME_SHARE_STATE_LABELS, PERSON_ROLE_LABELS } from "./income-share.labels.ts";
export { INCOME_SHARE_TABS, PERSON_ROLES } from "./income-share.schema.ts";
export type { IncomeShareState } from "./income-share.machine.ts";
export type { PersonRole } from "./income-share.rules.ts";

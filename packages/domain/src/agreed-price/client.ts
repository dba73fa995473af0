// The browser's door: shapes and labels.
export {
  LICENCE_KIND_LABELS, NOTICE_STATE_LABELS, NOTICE_STEP_LABELS, OBJECTION_STATE_LABELS, RELATION_LABELS, RULING_LABELS, TIE_HOLDING_LABELS, TIE_PERSON_LABELS,
} from "./notice.labels.ts";
export { AGREED_TRADE_MODES, LICENCE_KINDS, NOTICE_TABS, RULINGS, TIE_HOLDINGS, TIE_PERSONS, type LicenceKind, type NoticeTab } from "./notice.schema.ts";
export { relatedParty } from "./notice.rules.ts";
export type { NoticeState } from "./notice.machine.ts";

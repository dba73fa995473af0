// The browser's door: codes and labels; no server code behind it.
export { LICENCE_KINDS, PAYMENT_FORMS, ROYALTY_BASES, TERM_TRADE_MODES, USE_FIRST_TRIGGERS, type LicenceKind, type PaymentForm, type TermTradeMode } from "./terms.schema.ts";
export { LICENCE_KIND_LABELS, PAYMENT_FORM_LABELS, ROYALTY_BASE_LABELS, TERM_FIELD_LABELS, TERM_MODE_LABELS, termValueText, USE_FIRST_TRIGGER_LABELS } from "./terms.labels.ts";
export type { TermDifference, TermField, TermLine } from "./terms.fields.ts";

export {
  DealTerms, LICENCE_KINDS, PAYMENT_FORMS, PaymentTerms, ROYALTY_BASES, TERM_TRADE_MODES, USE_FIRST_TRIGGERS, WHOLE_COUNTRY,
  type DealTermsInput, type LicenceKind, type PaymentForm, type TermTradeMode,
} from "./terms.schema.ts";
export { formulaOf, isExpectation, lateRateOf, namedPrice, royaltyDue, royaltyFee, termProblems } from "./terms.rules.ts";
export { percentText, TERM_FIELDS, termDifferences, termLines, type TermDifference, type TermField, type TermLine } from "./terms.fields.ts";
export { LICENCE_KIND_LABELS, TERM_FIELD_LABELS, TERM_MODE_LABELS, termValueText } from "./terms.labels.ts";
export { storedTerms, termsToJson } from "./terms.json.ts";
export { paymentSentence } from "./payment.text.ts";
export { TERMS_TEXTS } from "./terms.texts.ts";

// The browser's door.
export { TAX_NOTE_LABELS } from "./tax-relief.labels.ts";
export { PILOT_ZONES } from "./enterprise-income-tax.rules.ts";
export type { LegalBasis, TaxStep } from "./tax-result.rules.ts";

// The browser's door: pure rules, schemas and labels.
export { amountWorksheet, COST_KINDS, type AmountWorksheet, type CostKind, type Deduction } from "./amounts.rules.ts";
export { SECRECY_KINDS, TAX_CLAIMS, type Material, type TaxClaim } from "./draft.rules.ts";
export { FORM_PROBLEM_LABELS } from "./form-problems.labels.ts";
export { TEXT_FLAG_LABELS } from "./text-proposal.labels.ts";
export { CONTRACT_TEXTS } from "./contract.texts.ts";

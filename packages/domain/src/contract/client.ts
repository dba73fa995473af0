// The browser's door: pure rules, schemas and labels.
export { amountWorksheet, COST_KINDS, type AmountWorksheet, type CarrierKind, type CostKind, type Deduction } from "./amounts.rules.ts";
export { ContractFormInput } from "./contract.schema.ts";
export { draftProblems, materialsOf, SECRECY_KINDS, TAX_CLAIMS, technicalAmountOf, type ContractDraft, type DraftParty, type Material, type TaxClaim } from "./draft.rules.ts";
export { editDraft } from "./edit-draft.rules.ts";
export { FORM_PROBLEM_LABELS } from "./form-problems.labels.ts";
export { TEXT_FLAG_LABELS } from "./assistance/text-flag.labels.ts";
export type { TextProposal } from "./assistance/propose.rules.ts";
export { CONTRACT_TEXTS } from "./contract.texts.ts";
export { TAX_CLAIM_LABELS, SECRECY_LABELS, COST_KIND_LABELS, CARRIER_KIND_LABELS } from "./contract.labels.ts";

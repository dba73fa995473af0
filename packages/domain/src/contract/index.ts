export { draftContract } from "./draft-contract.ts";
export { editContract } from "./edit-contract.ts";
export { openContractFromDeal } from "./open-contract-from-deal.ts";
export { listOwnContracts, readContract } from "./contract.queries.ts";
export { CONTRACT_TEXTS } from "./contract.texts.ts";
export { ContractFormInput } from "./contract.schema.ts";
// For the features after this one: the file as rows and as a form.
export { columnsOf, draftOf, loadContract, writeLists, type ContractFile } from "./contract.repository.ts";
export { applicantIs, comparableFingerprint, materialsOf, onePlaceKey, partyKey, type ContractDraft, type DraftParty } from "./draft.rules.ts";
export { editDraft } from "./edit-draft.rules.ts";
export { checkAttachments, linkParties } from "./draft-references.ts";
export { problemsOfDraft } from "./form-check.ts";
export { amountWorksheet, technicalIncomeFen, type AmountWorksheet, type Deduction } from "./amounts.rules.ts";
export { differences, textSimilarity, type Difference } from "./duplicate.rules.ts";
export { proposeFromText, type TextProposal } from "./text-proposal.rules.ts";
export { TEXT_FLAG_LABELS } from "./text-proposal.labels.ts";

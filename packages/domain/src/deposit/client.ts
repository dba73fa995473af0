export { DEPOSIT_STATE_LABELS } from "./deposit.labels.ts";
export { FORFEIT_GROUND_LABELS, RECEIPT_OUTCOME_LABELS, type ReceiptOutcome } from "./deposit.texts.ts";
export { STATEMENT_COLUMNS } from "./statement.rules.ts";
export type { DepositState } from "./deposit.machine.ts";

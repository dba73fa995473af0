export { SETTLEMENT_STATE_LABELS } from "./settlement.labels.ts";
export type { SettlementState } from "./settlement.machine.ts";

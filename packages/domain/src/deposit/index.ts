export { payDeposit } from "./pay-deposit.ts";
export { receivePayment } from "./receive-payment.ts";
export { loadStatement, type StatementRowReport } from "./load-statement.ts";
export { expireDeposit } from "./expire-deposit.ts";
export { refundDeposit } from "./refund-deposit.ts";
export { confirmRefund } from "./confirm-refund.ts";
export {
  applyDeposit,
  depositsOfLot,
  distributeForfeit,
  forfeitDeposit,
  keepAsReserve,
  lockDeposits,
  pauseDeposits,
  postponeDeposits,
  releaseDeposit,
  requestDeposit,
  takeBackDeposit,
} from "./move-deposits.ts";
export { decideForfeit, openForfeit, type ForfeitOpening } from "./decide-forfeit.ts";
export { appealForfeit, remindOfRuling } from "./appeal-forfeit.ts";
export { ruleForfeit } from "./rule-forfeit.ts";
export { listForfeits, readForfeit } from "./forfeit.queries.ts";
export { announcedSurplus, depositTermsAt, type DepositTerms } from "./deposit-terms.ts";
export { giveBackReceipt, orderDealRefund, takeReceipt, type TakenReceipt } from "./receipts.ts";
export { instantGateway, type PaymentGateway, type Receipt } from "./payment-gateway.ts";
export { depositAccountOf, listPayments, listRefunds, readDeposit, readLotLedger, type DepositAccount } from "./deposit.queries.ts";
export { DepositExpired, DepositHeld, DepositRefunded, PaymentReceived } from "./deposit.events.ts";
export {
  DEFAULT_DEPOSIT_RULE,
  forfeitRefusal,
  forfeitWaterfall,
  requiredDeposit,
  sameName,
  type DefaultLoss,
  type DepositRule,
  type ForfeitGround,
  type ForfeitWaterfall,
} from "./deposit.rules.ts";
export { DEPOSIT_TEXTS, FORFEIT_GROUND_LABELS, RECEIPT_OUTCOME_LABELS, type ReceiptOutcome } from "./deposit.texts.ts";
export { DEPOSIT_STATE_LABELS } from "./deposit.labels.ts";
export type { DepositState } from "./deposit.machine.ts";
export { extendDeposits } from "./extend-deposits.ts";

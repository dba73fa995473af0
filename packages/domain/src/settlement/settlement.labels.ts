import type { SettlementState } from "./settlement.machine.ts";

export const SETTLEMENT_STATE_LABELS: Record<SettlementState, { zh: string; en: string }> = {
  DUE: { zh: "待付款", en: "Due" },
  PART: { zh: "部分付款", en: "Partly paid" },
  FULL: { zh: "已付清", en: "Fully paid" },
  BREACH: { zh: "逾期", en: "Overdue" },
  DEFAULT: { zh: "违约", en: "Default" },
  CERTIFY: { zh: "待出具凭证", en: "To be certified" },
  PAYABLE_TO_SELLER: { zh: "待划转", en: "Payable to the seller" },
  RELEASED: { zh: "已划转", en: "Released" },
  UNWIND: { zh: "恢复原状", en: "Unwinding" },
};

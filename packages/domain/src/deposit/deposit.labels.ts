import type { DepositState } from "./deposit.machine.ts";

export const DEPOSIT_STATE_LABELS: Record<DepositState, { zh: string; en: string }> = {
  REQUESTED: { zh: "待交纳", en: "Requested" },
  CANCELLED: { zh: "未交纳", en: "Never paid" },
  HELD: { zh: "已到账", en: "Held" },
  LOCKED: { zh: "已锁定", en: "Locked" },
  STANDBY: { zh: "备选保留", en: "Standing by" },
  APPLIED: { zh: "已抵作价款", en: "Applied to the price" },
  FORFEITED: { zh: "不予退还", en: "Forfeited" },
  DISTRIBUTED: { zh: "已处置", en: "Distributed" },
  REFUNDING: { zh: "退还中", en: "Being refunded" },
  REFUNDED: { zh: "已退还", en: "Refunded" },
};

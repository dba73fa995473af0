import type { IncomeShareState } from "./income-share.machine.ts";

export const INCOME_SHARE_STATE_LABELS: Record<IncomeShareState, { zh: string; en: string }> = {
  WAITING: { zh: "待到账", en: "Waiting for the receipt" },
  COMPUTED: { zh: "已核算", en: "Computed" },
  NOTICED: { zh: "奖酬公示中", en: "Under public notice" },
  PAYABLE: { zh: "待发放", en: "Payable" },
  PAID: { zh: "已发放", en: "Paid" },
  CLAWBACK: { zh: "追回", en: "Claw-back" },
};

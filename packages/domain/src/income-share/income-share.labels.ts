import type { PersonRole } from "./income-share.rules.ts";
import type { IncomeShareState } from "./income-share.machine.ts";

export const INCOME_SHARE_STATE_LABELS: Record<IncomeShareState, { zh: string; en: string }> = {
  WAITING: { zh: "待到账", en: "Waiting for the receipt" },
  COMPUTED: { zh: "已核算", en: "Computed" },
  NOTICED: { zh: "奖酬公示中", en: "Under public notice" },
  PAYABLE: { zh: "待发放", en: "Payable" },
  PAID: { zh: "已发放", en: "Paid" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
  CLAWBACK: { zh: "追回", en: "Claw-back" },
};

export const PERSON_ROLE_LABELS: Record<PersonRole, { zh: string; en: string }> = {
  MAIN_CONTRIBUTOR: { zh: "主要贡献人", en: "Main contributor" },
  CONTRIBUTOR: { zh: "完成人", en: "Contributor" },
  TRANSFER_STAFF: { zh: "转化服务人员", en: "Transfer staff" },
};

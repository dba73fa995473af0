import type { IntentState } from "./intent.machine.ts";

export const INTENT_STATE_LABELS: Record<IntentState, { zh: string; en: string }> = {
  REGISTERED: { zh: "已登记", en: "Registered" },
  CHECKING: { zh: "资格审核中", en: "Being checked" },
  QUALIFIED: { zh: "资格通过", en: "Qualified" },
  REFUSED: { zh: "资格不符", en: "Refused" },
  ADMITTED: { zh: "取得竞买资格", en: "Admitted" },
  DROPPED: { zh: "逾期未交保证金", en: "Dropped" },
  RECONFIRM: { zh: "待重新确认", en: "To be reconfirmed" },
  RELEASED: { zh: "已解除", en: "Released" },
  LOST: { zh: "未成交", en: "Lost" },
  WON: { zh: "成交", en: "Won" },
};

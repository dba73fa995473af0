import type { IntentState } from "./intent.machine.ts";
import type { IntentRelation } from "./intent.rules.ts";

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

export const INTENT_RELATION_LABELS: Record<IntentRelation, { zh: string; en: string }> = {
  COMPLETER_INTEREST: { zh: "成果完成人在受让方持股、任职或控制受让方", en: "A completer of the result holds shares, office or control in the buyer" },
  RELATIVE_INTEREST: { zh: "完成人的配偶或近亲属在受让方持股、任职或控制受让方", en: "A spouse or near relative of a completer holds shares, office or control in the buyer" },
  DECIDER_INTEREST: { zh: "转让方参与决策的人员与受让方有利害关系", en: "Somebody who decides for the seller has an interest in the buyer" },
  BUYER_FUNDED_PROJECT: { zh: "受让方资助了该成果的研发项目", en: "The buyer funded the project" },
  UNIT_HOLDING_COMPANY: { zh: "受让方是转让方的持股平台公司", en: "The buyer is the seller's holding company" },
};

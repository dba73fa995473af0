import type { BreachKind, BreachState, PerformanceEvent, PerformanceState, RoyaltyState } from "./performance.machine.ts";

type Label = { readonly zh: string; readonly en: string };

export const PERFORMANCE_STATE_LABELS: Readonly<Record<PerformanceState, Label>> = {
  PERFORMING: { zh: "履行中", en: "Being performed" },
  DELIVERED: { zh: "已交付，待验收", en: "Delivered, to be accepted" },
  ACCEPTED: { zh: "已验收", en: "Accepted" },
  COMPLETED: { zh: "履行完毕", en: "Completed" },
  TERMINATED: { zh: "已解除或终止", en: "Ended" },
};

export const PERFORMANCE_EVENT_LABELS: Readonly<Record<PerformanceEvent, Label>> = {
  deliver: { zh: "交付成果", en: "Delivered" },
  accept: { zh: "验收合格", en: "Accepted" },
  recordAcceptance: { zh: "登记买方验收证明", en: "Written acceptance recorded" },
  reject: { zh: "验收不合格，退回", en: "Not accepted" },
  complete: { zh: "履行完毕", en: "Completed" },
  terminate: { zh: "合同解除或终止", en: "Ended" },
};

export const BREACH_STATE_LABELS: Readonly<Record<BreachState, Label>> = {
  CLAIMED: { zh: "待对方答复", en: "Waiting for an answer" },
  ANSWERED: { zh: "对方已答复", en: "Answered" },
  CURED: { zh: "已补救", en: "Made good" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
  DISPUTED: { zh: "已提交诉讼或仲裁", en: "In court or arbitration" },
};

export const ROYALTY_STATE_LABELS: Readonly<Record<RoyaltyState, Label>> = {
  REPORTED: { zh: "待卖方确认", en: "To be confirmed" },
  CONFIRMED: { zh: "已确认", en: "Confirmed" },
  QUESTIONED: { zh: "卖方有疑问", en: "Questioned" },
};

export const BREACH_KIND_LABELS: Readonly<Record<BreachKind, Label>> = {
  LATE_PAYMENT: { zh: "逾期付款", en: "Late payment" },
  LATE_DELIVERY: { zh: "逾期交付", en: "Late delivery" },
  DEFECT: { zh: "交付不符合约定", en: "Not as agreed" },
  SECRECY: { zh: "违反保密义务", en: "Breach of secrecy" },
  OTHER: { zh: "其他", en: "Other" },
};

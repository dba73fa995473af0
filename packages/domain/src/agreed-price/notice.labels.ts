import type { NoticeState } from "./notice.machine.ts";
import type { BuyerTie, RelationNature, Ruling } from "./notice.rules.ts";

export const NOTICE_STATE_LABELS: Record<NoticeState, { zh: string; en: string }> = {
  PREPARED: { zh: "待公示", en: "Prepared" },
  RUNNING: { zh: "公示中", en: "Running" },
  OBJECTED: { zh: "异议处理中", en: "Under objection" },
  CLEARED: { zh: "公示无异议", en: "Cleared" },
  USED: { zh: "已签约", en: "Used" },
  EXPIRED: { zh: "已失效", en: "Expired" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};

type Label = { readonly zh: string; readonly en: string };

export const RELATION_LABELS: Record<RelationNature, Label> = {
  COMPLETER_INTEREST: { zh: "完成人在受让方持股、任职或控制受让方", en: "A completer holds shares, office or control in the buyer" },
  RELATIVE_INTEREST: { zh: "完成人的配偶或近亲属在受让方持股、任职或控制受让方", en: "A spouse or near relative holds shares, office or control in the buyer" },
  DECIDER_INTEREST: { zh: "参与决策人员与受让方有利害关系", en: "Somebody who takes part in the decision has an interest in the buyer" },
  BUYER_FUNDED_PROJECT: { zh: "受让方资助了该成果的研发项目", en: "The buyer funded the project" },
  UNIT_HOLDING_COMPANY: { zh: "受让方是转让方的持股平台公司", en: "The buyer is the unit's holding company" },
};

export const TIE_PERSON_LABELS: Record<BuyerTie["is"], Label> = {
  COMPLETER: { zh: "完成人", en: "Completer" },
  SPOUSE: { zh: "完成人配偶", en: "Spouse of a completer" },
  NEAR_RELATIVE: { zh: "完成人近亲属", en: "Near relative of a completer" },
  DECIDER: { zh: "参与决策人员", en: "Takes part in the decision" },
};

export const TIE_HOLDING_LABELS: Record<BuyerTie["holds"], Label> = {
  SHARES: { zh: "持有受让方股份", en: "Holds shares of the buyer" },
  OFFICE: { zh: "在受让方任职", en: "Holds an office with the buyer" },
  CONTROL: { zh: "控制受让方", en: "Controls the buyer" },
  IS_THE_BUYER: { zh: "本人即受让方", en: "Is the buyer" },
  NOTHING: { zh: "无上述关系", en: "Nothing of these" },
};

export const RULING_LABELS: Record<Ruling, Label> = {
  UNFOUNDED: { zh: "异议不成立，继续公示", en: "Unfounded: the notice goes on" },
  SETTLED: { zh: "已协商解决，继续公示", en: "Settled: the notice goes on" },
  UPHELD_CANCEL: { zh: "异议成立，取消交易", en: "Upheld: the deal is given up" },
  UPHELD_REPRICE: { zh: "异议成立，退回重新定价", en: "Upheld: back to pricing" },
};

export const OBJECTION_STATE_LABELS: Record<"FILED" | "UNFOUNDED" | "SETTLED" | "UPHELD", Label> = {
  FILED: { zh: "处理中", en: "Under examination" },
  UNFOUNDED: { zh: "不成立", en: "Unfounded" },
  SETTLED: { zh: "已协商解决", en: "Settled" },
  UPHELD: { zh: "成立", en: "Upheld" },
};

export { LICENCE_KIND_LABELS } from "../terms/index.ts";

/** Steps of the public timeline. */
export const NOTICE_STEP_LABELS: Readonly<Record<string, Label>> = {
  extend: { zh: "公示期特别延长", en: "Extended by a legal notice" },
  prepare: { zh: "起草公示", en: "Drafted" },
  change: { zh: "修改条款", en: "Terms changed" },
  confirm: { zh: "受让方确认", en: "Confirmed by the buyer" },
  publish: { zh: "发布公示", en: "Published" },
  restart: { zh: "条款变更，重新起算公示期", en: "Terms changed: the period starts again" },
  object: { zh: "收到异议，公示期停止计算", en: "Objection received: the clock stops" },
  rule: { zh: "对一件异议作出处理", en: "One objection ruled on" },
  dismiss: { zh: "异议处理完毕，继续公示", en: "Objection ruled on: the notice goes on" },
  uphold: { zh: "异议成立，取消公示", en: "Objection upheld: notice cancelled" },
  returnToPricing: { zh: "异议成立，退回重新定价", en: "Objection upheld: back to pricing" },
  clear: { zh: "公示期满无异议", en: "Period over, no objection" },
  use: { zh: "双方签约", en: "Contract signed" },
  expire: { zh: "公示结果失效", en: "Validity ended" },
  cancel: { zh: "取消公示", en: "Cancelled" },
  withhold: { zh: "内容屏蔽，公示期停止计算", en: "Withheld: the clock stops" },
  takeOut: { zh: "内容屏蔽，取消公示", en: "Withheld: notice cancelled" },
};

import type { AwardInterest, AwardObjectionGround, AwardRuling } from "./award-objection.rules.ts";

type Label = { readonly zh: string; readonly en: string };

export const AWARD_GROUND_LABELS: Record<AwardObjectionGround, Label> = {
  DESCRIPTION: { zh: "标的说明严重失实", en: "The description is seriously untrue" },
  QUALIFICATION: { zh: "受让方不具备公告的资格条件", en: "The buyer lacks an announced qualification" },
  COLLUSION: { zh: "恶意串通或操纵价格", en: "Collusion, or the price was manipulated" },
  PRIORITY: { zh: "优先购买权受到侵害", en: "A priority right was passed over" },
  PROCEDURE: { zh: "程序违反规定", en: "The procedure broke the rules" },
  OTHER: { zh: "其他", en: "Other" },
};

export const AWARD_INTEREST_LABELS: Record<AwardInterest, Label> = {
  BIDDER: { zh: "意向受让方、竞买人", en: "Intending buyer or bidder" },
  PRIORITY_HOLDER: { zh: "优先购买权人", en: "Holder of a priority right" },
  COMPLETER: { zh: "完成人", en: "Completer" },
  CO_OWNER: { zh: "共有权利人", en: "Co-owner" },
  CREDITOR: { zh: "质权人等债权人", en: "Pledgee or other creditor" },
  OTHER: { zh: "其他利害关系人", en: "Otherwise concerned" },
};

export const AWARD_RULING_LABELS: Record<AwardRuling, Label> = {
  UNFOUNDED: { zh: "异议不成立，继续办理", en: "Unfounded: the deal goes on" },
  SETTLED: { zh: "已协商解决，继续办理", en: "Settled: the deal goes on" },
  UPHELD: { zh: "异议成立，撤销成交", en: "Upheld: the deal is annulled" },
};

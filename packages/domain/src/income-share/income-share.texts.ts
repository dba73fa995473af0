import type { Texts } from "../shared/texts.ts";

export const INCOME_SHARE_TEXTS = {
  INCOME_SHARE_NOT_EQUITY: { zh: "该项目不是作价入股，收益按到账价款分配。", en: "The result was not put in as capital; what is shared is the price received." },
  INCOME_SHARE_NOT_CERTIFIED: { zh: "须先签约并取得有效的交易凭证，才能办理收益分配。", en: "The deal must be signed and hold a valid certificate before its income is shared." },
  INCOME_SHARE_IN_FUTURE: { zh: "日期不能晚于今天。", en: "The day cannot lie in the future." },
  INCOME_SHARE_RECORDED_ALREADY: { zh: "该项目的股权已登记，无需重复登记。", en: "The shares of this deal have been entered already." },
  INCOME_SHARE_PLAN_NOT_FIT: { zh: "分配方案还不能通过，请按提示修改。", en: "The plan cannot be adopted yet; please correct the entries named." },
  INCOME_SHARE_POOL_BELOW_FLOOR: { zh: "奖酬总额低于法定下限（净收入的 {floor}%）。", en: "The reward is below the legal minimum of {floor}% of the net income." },
  INCOME_SHARE_RATE_BELOW_FLOOR: { zh: "比例不得低于法定下限 {floor}%。", en: "The rate cannot be below the legal minimum of {floor}%." },
  INCOME_SHARE_SHARES_DO_NOT_SUM_TO_POOL: { zh: "各人份额合计应等于奖酬总额 {pool}。", en: "The shares must add up to the reward, {pool}." },
  INCOME_SHARE_SHARE_NOT_POSITIVE: { zh: "每人份额应大于 0。", en: "Every share must be more than 0." },
  INCOME_SHARE_PERSON_TWICE: { zh: "同一人不能出现两次，请合并。", en: "Nobody can stand twice; join the lines." },
  INCOME_SHARE_MAIN_CONTRIBUTORS_BELOW_MINIMUM: { zh: "主要贡献人的份额低于本省规定的最低比例。", en: "The main contributors get less than the province prescribes." },
  INCOME_SHARE_TRANSFER_STAFF_BELOW_MINIMUM: { zh: "转化服务人员的份额低于本省规定的最低比例。", en: "The transfer staff get less than the province prescribes." },
  INCOME_SHARE_OWNER_SHARES_IN_INCOME: { zh: "对同一成果，取得所有权的完成人不再参与收益分配：{names}。请从分配名单中删去；如并未取得所有权，请更正所有权人名单。", en: "For one result a completer has ownership or income, not both: {names}. Take them out of the lines, or out of the list of owners where they took none." },
  INCOME_SHARE_BENEFICIARY_DECIDED: { zh: "受益人不得参与决策，请回避后重新决定。", en: "Somebody who gets a share took part in the decision; decide again without him." },
  INCOME_SHARE_BENEFICIARY_ACTS: { zh: "您是受益人之一，须由他人办理。", en: "You get a share yourself; somebody else has to do this." },
  INCOME_SHARE_COSTS_BELOW_KNOWN: { zh: "成本不能低于结算时已扣除的 {known}。", en: "Costs cannot be less than the {known} that the settlement took off." },
  INCOME_SHARE_NOTICE_OVER: { zh: "不在公示期内。如仍有异议，请向单位或主管部门反映。", en: "The notice is not running. Turn to the unit or to its authority." },
  INCOME_SHARE_TERMS_NOT_BACKWARDS: { zh: "须自以后的某一天起施行；已到账的收益按到账时的规定办理。", en: "It has to hold from a day to come; what has been received is dealt with by the rule of its day." },
  INCOME_SHARE_TERMS_NOTICE_TOO_SHORT: { zh: "公示期不得短于本省规定的 {days} 日。", en: "The notice cannot be shorter than the {days} days of the province." },
  INCOME_SHARE_RULED_ALREADY: { zh: "该异议已处理，请刷新查看。", en: "This objection has been ruled on; reload to see it." },
} as const satisfies Texts;

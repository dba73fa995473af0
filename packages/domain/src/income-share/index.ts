export { openIncomeShare, recordShares } from "./open-income-share.ts";
export { adoptPlan } from "./adopt-plan.ts";
export { objectToPlan, ruleShareObjection } from "./object-to-plan.ts";
export { clearShare, fallShareOverdue, payShare } from "./pay-share.ts";
export { clawBackShares } from "./claw-back.ts";
export { listEquityDeals, listIncomeShares, listMyRewards, readIncomeShare, superviseIncomeShares } from "./income-share.queries.ts";
export { INCOME_SHARE_DUE } from "./income-share.due.ts";
export { INCOME_SHARE_TEXTS } from "./income-share.texts.ts";
export type { IncomeShareState } from "./income-share.machine.ts";

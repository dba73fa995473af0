import type { AlertLevel, Conclusion, ReferralBody, RiskAlertState } from "./risk-alert.machine.ts";

type Pair = { readonly zh: string; readonly en: string };

export const RISK_ALERT_STATE_LABELS: Readonly<Record<RiskAlertState, Pair>> = {
  OPEN: { zh: "待处理", en: "Open" },
  EXPLAINING: { zh: "待说明", en: "Explanation asked for" },
  CONCLUDED: { zh: "已办结", en: "Concluded" },
};

export const ALERT_LEVEL_LABELS: Readonly<Record<AlertLevel, Pair>> = {
  INFO: { zh: "提示", en: "Information" },
  YELLOW: { zh: "黄色：请在10个工作日内说明", en: "Yellow: please explain within 10 working days" },
  AMBER: { zh: "橙色：须二次审核", en: "Amber: a second reviewer looks at it" },
  RED: { zh: "红色：须经有权人员核实后继续", en: "Red: a person with authority clears it first" },
};

/** The level in a word, for lists. */
export const ALERT_LEVEL_WORDS: Readonly<Record<AlertLevel, Pair>> = {
  INFO: { zh: "提示", en: "Information" },
  YELLOW: { zh: "黄色", en: "Yellow" },
  AMBER: { zh: "橙色", en: "Amber" },
  RED: { zh: "红色", en: "Red" },
};

export const CONCLUSION_LABELS: Readonly<Record<Conclusion, Pair>> = {
  EXPLAINED: { zh: "已说明", en: "Explained" },
  DATA_ERROR: { zh: "数据有误", en: "Error in the data" },
  CORRECTED: { zh: "已更正", en: "Corrected" },
  WARNED: { zh: "已提醒", en: "Warned" },
  REFUSED: { zh: "不予登记", en: "Refused" },
  REVOKED: { zh: "撤销登记", en: "Revoked" },
  REFERRED: { zh: "移送", en: "Referred" },
};

export const REFERRAL_BODY_LABELS: Readonly<Record<ReferralBody, Pair>> = {
  TAX: { zh: "税务机关", en: "Tax body" },
  DISCIPLINE_INSPECTION: { zh: "纪检监察机关", en: "Discipline inspection" },
  POLICE: { zh: "公安机关", en: "Police" },
};

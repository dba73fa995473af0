import type { EventOf, Move, StateOf } from "../shared/machine.ts";

/** A risk alert (风险预警): a question to a person until a person concludes it. Domain note credit-and-risk B1. */
export const RISK_ALERT_MOVES = [
  // from        event                by         to
  ["OPEN",       "askForExplanation", "handler", "EXPLAINING"],
  ["OPEN",       "conclude",          "handler", "CONCLUDED"],
  ["EXPLAINING", "answer",            "party",   "OPEN"],       // the answer lies on the handler's desk
  ["EXPLAINING", "lapse",             "clock",   "OPEN"],       // no answer within 10 working days
  ["EXPLAINING", "conclude",          "handler", "CONCLUDED"],
  ["CONCLUDED",  "reopen",            "auditor", "OPEN"],       // new facts
] as const satisfies readonly Move[];

export type RiskAlertState = StateOf<typeof RISK_ALERT_MOVES>;
export type RiskAlertEvent = EventOf<typeof RISK_ALERT_MOVES>;

/** Conclusions (处理结论): the labels that calibrate the rules. */
export const CONCLUSIONS = ["EXPLAINED", "DATA_ERROR", "CORRECTED", "WARNED", "REFUSED", "REVOKED", "REFERRED"] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** Conclusions that uphold the alert: they count for the precision of a rule. */
export const UPHOLDING_CONCLUSIONS = ["CORRECTED", "WARNED", "REFUSED", "REVOKED", "REFERRED"] as const satisfies readonly Conclusion[];

/** Where a referral may go. */
export const REFERRAL_BODIES = ["TAX", "DISCIPLINE_INSPECTION", "POLICE"] as const;
export type ReferralBody = (typeof REFERRAL_BODIES)[number];

export const ALERT_LEVELS = ["INFO", "YELLOW", "AMBER", "RED"] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

export const ANSWER_WORKING_DAYS = 10;

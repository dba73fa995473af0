// The browser's door.
export { ALERT_LEVEL_LABELS, ALERT_LEVEL_WORDS, CONCLUSION_LABELS, REFERRAL_BODY_LABELS, RISK_ALERT_STATE_LABELS } from "./risk-alert.labels.ts";
export { ALERT_LEVELS, CONCLUSIONS, REFERRAL_BODIES, type AlertLevel, type Conclusion, type ReferralBody, type RiskAlertState } from "./risk-alert.machine.ts";
export { EXPLANATION_MAX, EXPLANATION_MIN, NOTE_MAX, QUESTION_MAX } from "./risk.schema.ts";

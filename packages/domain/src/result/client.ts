// The browser's door: shapes, labels and the checks that run while somebody types.
export { READINESS_LABELS, RESULT_STAGE_LABELS, RESULT_STATE_LABELS, RIGHT_STATUS_LABELS, TRADE_MODE_LABELS } from "./result.labels.ts";
export { checkResult, statusesOf, SUMMARY_MIN, TITLE_MIN, WHOLE_BP, type ResultCodes } from "./result.rules.ts";
export {
  READINESS_LEVELS, RESULT_STAGES, RIGHT_STATUSES, SECRECY_ANSWERS, SUMMARY_MAX, TITLE_MAX, TRADE_MODES,
  type ResultDraft, type ResultStage, type RightStatus, type TradeMode,
} from "./result.schema.ts";
export { RESULT_TEXTS } from "./result.texts.ts";
export type { ResultState } from "./result.machine.ts";
export { normaliseIpNumber } from "./ip-number.rules.ts";

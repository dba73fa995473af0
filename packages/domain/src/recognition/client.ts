// The browser's door: labels and lists, no server code.
export { RECOGNITION_STATE_LABELS } from "./recognition.labels.ts";
export { REFUSAL_REASON_CODES, type RefusalReasonCode, type SecondReviewGround } from "./decision.rules.ts";
export { CANCELLATION_GROUNDS, QUEUE_GROUPS, type QueueGroup } from "./recognition.schema.ts";
export { ruleSetName } from "./rule-sets.rules.ts";
export type { RecognitionState } from "./recognition.machine.ts";
export { APPEAL_STATE_LABELS, type AppealState } from "./appeal/appeal.machine.ts";
export { EXPERT_OPINION_STATE_LABELS, EXPERT_REVIEW_STATE_LABELS, type ExpertOpinionState, type ExpertReviewState } from "./expert/expert-review.machine.ts";

// The browser's door: labels and shapes.
export { DEAL_ORIGIN_LABELS, DEAL_STATE_LABELS } from "./deal.labels.ts";
export { DEAL_TABS, type DealTab } from "./deal.schema.ts";
export type { DealState } from "./deal.machine.ts";
export { AWARD_INTERESTS, AWARD_OBJECTION_GROUNDS, type AwardInterest, type AwardObjectionGround, type AwardRuling } from "./award-objection.rules.ts";
export { AWARD_GROUND_LABELS, AWARD_INTEREST_LABELS, AWARD_RULING_LABELS } from "./award-objection.labels.ts";

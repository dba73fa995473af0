// The browser's door: labels and lists, no server code.
export { REVIEW_STATE_LABELS } from "./review.labels.ts";
export { CONSEQUENCE_LABELS, DUTY_LABELS } from "./consequence/consequence.labels.ts";
export { WITH_AMOUNT, type ProvinceKind } from "./consequence/consequence.rules.ts";
export { REVOCATION_GROUNDS, type RevocationGround } from "./revocation.rules.ts";
export { TAX_OPINIONS } from "./review.schema.ts";

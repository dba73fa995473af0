// The browser's door: labels and lists, no server code.
export { REVIEW_STATE_LABELS } from "./review.labels.ts";
export { REVOCATION_GROUNDS, type RevocationGround } from "./revocation.rules.ts";
export { TAX_OPINIONS, type TaxOpinion } from "./review.schema.ts";

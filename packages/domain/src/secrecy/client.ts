export { SECRECY_GROUNDS, SECRECY_PARTS, type SecrecyGround, type SecrecyPart, type SeenAs } from "./secrecy.schema.ts";
export type { SecrecyCaseState } from "./secrecy.rules.ts";
export { SECRECY_GROUND_LABELS, SECRECY_PART_LABELS } from "./secrecy.labels.ts";

export { reportSecrecy } from "./report-secrecy.ts";
export { decideSecrecy } from "./decide-secrecy.ts";
export { openSeal } from "./open-seal.ts";
export { listSecrecyCases, readSecrecyCase } from "./secrecy.queries.ts";
export { ContentRestored, ContentSealed, ContentWithheld } from "./secrecy.events.ts";
export { SECRECY_TEXTS } from "./secrecy.texts.ts";
export { SECRECY_CASE_LABELS, SECRECY_DECISION_LABELS, SECRECY_GROUND_LABELS, SECRECY_PART_LABELS, SEEN_AS_LABELS } from "./secrecy.labels.ts";

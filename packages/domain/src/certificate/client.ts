// The browser's door.
export { DEAL_METHOD_LABELS } from "./certificate.labels.ts";
export type { CertifiedFacts } from "./certificate.schema.ts";

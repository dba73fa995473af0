export { sealAudit, type Sealed } from "./seal-audit.ts";
export { verifyAudit, type AuditFault, type AuditVerdict } from "./verify-audit.ts";
export { readAuditEntry, searchAudit } from "./search-audit.ts";
export { readSeals } from "./read-seals.ts";
export type { Change } from "./changes.rules.ts";

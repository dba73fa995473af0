export { issueCertificate } from "./issue-certificate.ts";
export { revokeCertificate, revokeWithDeal } from "./revoke-certificate.ts";
export { printCertificate, verifyCertificate, type CertificateVerdict, type VerifiedCertificate } from "./certificate.queries.ts";
export { CertificateIssued, CertificateRevoked } from "./certificate.events.ts";
export { CertifiedFacts } from "./certificate.schema.ts";
export { DEAL_METHOD_LABELS } from "./certificate.labels.ts";
export { CERTIFICATE_TEXTS } from "./certificate.texts.ts";

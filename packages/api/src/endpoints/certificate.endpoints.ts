import { issueCertificate, revokeCertificate, verifyCertificate } from "@ttx/domain/certificate";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const CERTIFICATE_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/certificates/verify", verifyCertificate, { zh: "验证交易凭证", en: "Verify a transaction certificate" }, { open: true, rate: "credentials" }),
  endpoint("POST", "/deals/{id}/certificate", issueCertificate, { zh: "出具交易凭证", en: "Issue the transaction certificate" }, {
    tag: "certificates",
    status: 201,
    input: ({ params }) => ({ dealId: params["id"] }),
  }),
  endpoint("POST", "/certificates/{id}/revoke", revokeCertificate, { zh: "撤销交易凭证", en: "Revoke a transaction certificate" }, {
    input: ({ params, body }) => ({ ...(body as object | null), certificateId: params["id"] }),
  }),
];

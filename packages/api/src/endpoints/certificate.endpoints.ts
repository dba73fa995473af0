import { issueCertificate, printCertificate, revokeCertificate, verifyCertificate } from "@ttx/domain/certificate";
import { read } from "@ttx/domain/shared/execute";
import { certificatePdf } from "@ttx/domain/shared/pdf";
import { endpoint, rawEndpoint, type Endpoint } from "../door/endpoint.ts";

export const CERTIFICATE_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/certificates/verify", verifyCertificate, { zh: "验证交易凭证", en: "Verify a transaction certificate" }, { open: true, rate: "credentials" }),
  rawEndpoint(
    "GET",
    "/certificates/{code}/pdf",
    ["certificate.verify"],
    { zh: "下载交易凭证（PDF），凭验证码", en: "Download a transaction certificate (PDF) by its verify code" },
    async ({ deps, actor, parts }) => {
      const sheet = await read(deps, printCertificate, actor, { code: parts.params["code"] });
      return new Response(Buffer.from(await certificatePdf(sheet)), {
        headers: { "content-type": "application/pdf", "content-disposition": `inline; filename="${sheet.verifyCode}.pdf"`, "cache-control": "private, no-store" },
      });
    },
    { open: true, rate: "credentials", produces: "application/pdf" },
  ),
  endpoint("POST", "/deals/{id}/certificate", issueCertificate, { zh: "出具交易凭证", en: "Issue the transaction certificate" }, {
    tag: "certificates",
    status: 201,
    input: ({ params, body }) => ({ ...(body as object | null), dealId: params["id"] }),
  }),
  endpoint("POST", "/certificates/{id}/revoke", revokeCertificate, { zh: "撤销交易凭证", en: "Revoke a transaction certificate" }, {
    input: ({ params, body }) => ({ ...(body as object | null), certificateId: params["id"] }),
  }),
];

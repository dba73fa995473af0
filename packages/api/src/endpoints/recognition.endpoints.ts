import {
  acceptFile, askCorrection, askReconsideration, readOfficeScope, recordObjection, setOfficeScope, cancelOfOwnMotion, claimFile, decideChange, listRegistrations, queueCounts, readCertificate, ReadCertificateInput, readFile, reDecide, refuseFile, registerContract, registrationQueue, releaseFile, secondRefuse,
  secondRegister, sendToSecondReview, verifyRegistration,
} from "@ttx/domain/recognition";
import { read } from "@ttx/domain/shared/execute";
import { certificatePdf } from "@ttx/domain/shared/pdf";
import { endpoint, rawEndpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onFile = ({ params, body }: Parts): unknown => ({ ...(body as object | null), contractId: params["id"] });

/** The registrar's desk. A file is a contract on its way to a registration; addresses name it by the contract's id. */
export const RECOGNITION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/registration/files", registrationQueue, { zh: "登记台待办", en: "Files of the registration desk" }),
  endpoint("GET", "/registration/files/counts", queueCounts, { zh: "登记台数量", en: "How much lies on the desk" }),
  endpoint("GET", "/registration/files/{id}", readFile, { zh: "登记申请审阅", en: "One file, side by side" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/claim", claimFile, { zh: "领取申请", en: "Take a file" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/release", releaseFile, { zh: "退回待办", en: "Put a file back" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/accept", acceptFile, { zh: "受理申请", en: "Accept a file" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/correction", askCorrection, { zh: "一次性告知补正", en: "Ask for correction" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/refuse", refuseFile, { zh: "不予登记", en: "Refuse a file" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/register", registerContract, { zh: "认定登记", en: "Register a contract" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/second-review", sendToSecondReview, { zh: "转复审", en: "Send to second review" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/second-register", secondRegister, { zh: "复审登记", en: "Register after second review" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/second-refuse", secondRefuse, { zh: "复审不予登记", en: "Refuse after second review" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/change-decision", decideChange, { zh: "决定变更登记", en: "Decide a change of a registration" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/re-decision", reDecide, { zh: "重新认定", en: "Decide a returned registration again" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/cancel", cancelOfOwnMotion, { zh: "依职权注销登记", en: "Cancel a void registration of its own motion" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/objection", recordObjection, { zh: "登记税务、财政机关的异议", en: "Take down an objection of a tax or finance body" }, { input: onFile }),
  endpoint("POST", "/contracts/{id}/reconsideration", askReconsideration, { zh: "申请复核认定结果", en: "Ask the office to decide a registration again" }, { tag: "contracts", input: onFile }),
  endpoint("GET", "/registration-offices/{officeId}/scope", readOfficeScope, { zh: "登记机构的受理范围", en: "What an office may decide" }, { tag: "registration" }),
  endpoint("POST", "/registration-offices/{officeId}/scope", setOfficeScope, { zh: "设定登记机构的受理范围（委托、下放）", en: "Delegate to an office: classes and amounts" }, { tag: "registration" }),
  endpoint("GET", "/registrations", listRegistrations, { zh: "技术合同登记清单（大额与其他分列）", en: "List of registrations, large ones apart" }, { tag: "registration" }),
  endpoint("GET", "/registrations/verify", verifyRegistration, { zh: "验证登记证明", en: "Verify a registration" }, { open: true, rate: "credentials", tag: "registration" }),
  rawEndpoint(
    "GET",
    "/registrations/{id}/certificate.pdf",
    ["registration.read-certificate"],
    { zh: "下载登记证明（PDF）；edition 指定版次", en: "Download the certificate of registration (PDF); edition asks for an earlier one" },
    async ({ deps, actor, parts }) => {
      const { record, sheet } = await read(deps, readCertificate, actor, { ...parts.query, contractId: parts.params["id"] });
      return new Response(Buffer.from(await certificatePdf(sheet)), {
        headers: { "content-type": "application/pdf", "content-disposition": `inline; filename="${record.registrationNo}-${record.edition}.pdf"`, "cache-control": "private, no-store" },
      });
    },
    { tag: "registration", inputSchema: ReadCertificateInput },
  ),
];

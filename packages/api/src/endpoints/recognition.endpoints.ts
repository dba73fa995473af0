import {
  acceptFile, appealRefusal, askCorrection, askReconsideration, conveneExperts, decideAppeal, declineOpinion, endExpertReview, giveOpinion, listAppeals, listOffices, listOwnExpertReviews, listRevocations, readExpertRule, readOfficeScope, readOwnExpertReview, recordObjection, setExpertRule, setOfficeScope, withdrawAppeal, cancelOfOwnMotion, claimFile, decideChange, listRegistrations, queueCounts, readCertificate, ReadCertificateInput, readFile, reDecide, handOverFile, refuseFile, registerContract, registrationQueue, releaseFile, secondRefuse,
  secondRegister, sendToSecondReview, verifyRegistration,
} from "@ttx/domain/recognition";
import { read } from "@ttx/domain/shared/execute";
import { certificatePdf } from "@ttx/domain/shared/pdf";
import { endpoint, rawEndpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onAppeal = ({ params, body }: Parts): unknown => ({ ...(body as object | null), appealId: params["id"] });
const onExpertReview = ({ params, body }: Parts): unknown => ({ ...(body as object | null), reviewId: params["id"] });
const onFile = ({ params, body }: Parts): unknown => ({ ...(body as object | null), contractId: params["id"] });

/** The registrar's desk. A file is a contract on its way to a registration; addresses name it by the contract's id. */
export const RECOGNITION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/registration/files", registrationQueue, { zh: "登记台待办", en: "Files of the registration desk" }),
  endpoint("GET", "/registration/files/counts", queueCounts, { zh: "登记台数量", en: "How much lies on the desk" }),
  endpoint("GET", "/registration/files/{id}", readFile, { zh: "登记申请审阅", en: "One file, side by side" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/claim", claimFile, { zh: "领取申请", en: "Take a file" }, { input: onFile }),
  endpoint("POST", "/registration/files/{id}/hand-over", handOverFile, { zh: "转交同事办理", en: "Hand a file over to a colleague" }, { input: onFile }),
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
  endpoint("POST", "/contracts/{id}/appeal", appealRefusal, { zh: "对不予登记申请复议", en: "Appeal against a refusal" }, { tag: "contracts", input: onFile, status: 201 }),
  endpoint("GET", "/appeals", listAppeals, { zh: "对不予登记的复议", en: "Appeals against refusals" }, { tag: "registration" }),
  endpoint("POST", "/appeals/{id}/decision", decideAppeal, { zh: "决定复议：维持或责令重新认定", en: "Decide an appeal: the refusal stands, or the office decides anew" }, { tag: "registration", input: onAppeal }),
  endpoint("POST", "/appeals/{id}/withdraw", withdrawAppeal, { zh: "撤回复议", en: "Take an appeal back" }, { tag: "contracts", input: onAppeal }),
  endpoint("POST", "/registration/files/{id}/experts", conveneExperts, { zh: "组织专家评审", en: "Ask experts about a file" }, { input: onFile, status: 201 }),
  endpoint("POST", "/expert-reviews/{id}/end", endExpertReview, { zh: "结束专家评审：结论或终止", en: "Conclude or abandon an expert review" }, { tag: "registration", input: onExpertReview }),
  endpoint("GET", "/expert-reviews", listOwnExpertReviews, { zh: "本人受邀的专家评审", en: "Expert reviews one is asked for" }, { tag: "registration" }),
  endpoint("GET", "/expert-reviews/{id}", readOwnExpertReview, { zh: "专家评审材料", en: "What an expert is asked to judge" }, { tag: "registration", input: onExpertReview }),
  endpoint("POST", "/expert-reviews/{id}/opinion", giveOpinion, { zh: "出具专家意见", en: "Give an expert opinion" }, { tag: "registration", input: onExpertReview }),
  endpoint("POST", "/expert-reviews/{id}/decline", declineOpinion, { zh: "谢绝或回避", en: "Decline to judge" }, { tag: "registration", input: onExpertReview }),
  endpoint("GET", "/expert-rule", readExpertRule, { zh: "专家评审起点（本省）", en: "From which amount the province's offices hear experts" }, { tag: "registration" }),
  endpoint("POST", "/expert-rule", setExpertRule, { zh: "设定专家评审起点", en: "Set from which amount experts are heard" }, { tag: "registration" }),
  endpoint("GET", "/registration-offices", listOffices, { zh: "登记机构与受理范围", en: "Registration offices and what they may decide" }, { tag: "registration" }),
  endpoint("GET", "/registrations/revocations", listRevocations, { zh: "撤销登记公告", en: "Revoked registrations, as published" }, { open: true, tag: "registration" }),
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
    { tag: "registration", inputSchema: ReadCertificateInput, produces: "application/pdf" },
  ),
];

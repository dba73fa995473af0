import { annulDeal, closeDeal, confirmHandover, confirmReceipt, defaultDeal, draftContract, fileAwardObjection, listAwards, listOwnDeals, listVenueDeals, openDeal, openDealFromRoom, payBuyerFee, payDeal, payInterest, proposeContract, readAward, readDeal, ruleAwardObjection, signDeal } from "@ttx/domain/deal";
import { readVenueFees, readVenueRules, setVenueRules } from "@ttx/domain/settlement";
import { evidenceZip, exportEvidence } from "@ttx/domain/evidence";
import { execute } from "@ttx/domain/shared/execute";
import { endpoint, rawEndpoint, type Call, type Endpoint, type Parts } from "../door/endpoint.ts";

const onDeal = ({ params, body }: Parts) => ({ ...(body as object | null), dealId: params["id"] });
const onInstalment = ({ params, body }: Parts) => ({ ...(body as object | null), dealId: params["id"], no: params["no"] });

export const DEAL_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/venue-rules", readVenueRules, { zh: "交易机构的规则与收费标准", en: "Rules and tariff of a venue" }, { open: true, tag: "deals" }),
  endpoint("GET", "/venue-fees", readVenueFees, { zh: "成交价对应的服务费及买卖双方的分担", en: "The fee on a price and what each side bears of it" }, { open: true, tag: "deals" }),
  endpoint("POST", "/venue-rules", setVenueRules, { zh: "公布交易规则的修改", en: "Publish a change of the venue's rules" }, { tag: "deals", status: 201 }),
  endpoint("GET", "/deals", listOwnDeals, { zh: "本单位的成交项目", en: "Deals of one's own organisation" }),
  endpoint("GET", "/venue/deals", listVenueDeals, { zh: "本交易机构结算的成交项目", en: "Deals that one's exchange settles" }, { tag: "deals" }),
  endpoint("GET", "/awards", listAwards, { zh: "成交结果公告", en: "Results of trading" }, { open: true, tag: "deals" }),
  endpoint("GET", "/awards/{id}", readAward, { zh: "查看一项成交结果公告", en: "Read an announced result" }, { open: true, tag: "deals", input: onDeal }),
  endpoint("POST", "/awards/{id}/objections", fileAwardObjection, { zh: "对成交结果提出异议", en: "Object to an announced result" }, { open: true, tag: "deals", rate: "credentials", status: 201, input: onDeal }),
  endpoint("POST", "/award-objections/{id}/rule", ruleAwardObjection, { zh: "处理成交结果异议", en: "Rule on an objection to a result" }, { tag: "deals", input: ({ params, body }) => ({ ...(body as object | null), objectionId: params["id"] }) }),
  endpoint("GET", "/deals/{id}", readDeal, { zh: "查看成交项目", en: "Read a deal" }, { input: onDeal }),
  rawEndpoint("POST", "/deals/{id}/evidence", ["evidence.export"], { zh: "下载成交证据包（ZIP）", en: "Download the evidence of a deal as ZIP" }, evidence, { produces: "application/zip" }),
  endpoint("POST", "/notices/{id}/deal", openDeal, { zh: "据无异议的公示建立成交项目", en: "Open a deal on a cleared notice" }, {
    tag: "deals",
    status: 201,
    input: ({ params, body }) => ({ ...(body as object | null), noticeId: params["id"] }),
  }),
  endpoint("POST", "/negotiations/{id}/deal", openDealFromRoom, { zh: "洽谈结果转入成交项目", en: "Carry what was agreed in talks on to a deal" }, { tag: "negotiations", status: 201, input: ({ params }) => ({ roomId: params["id"] }) }),
  endpoint("POST", "/deals/{id}/contract-proposal", proposeContract, { zh: "按模板生成合同文本", en: "Contract text from the clause template" }, { input: onDeal }),
  endpoint("PUT", "/deals/{id}/contract", draftContract, { zh: "拟定合同", en: "Draft the contract" }, { input: onDeal }),
  endpoint("POST", "/deals/{id}/sign", signDeal, { zh: "签署合同", en: "Sign the contract" }, { input: onDeal }),
  endpoint("POST", "/deals/{id}/payments/{no}/pay", payDeal, { zh: "支付一期价款", en: "Pay an instalment" }, { input: onInstalment }),
  endpoint("POST", "/deals/{id}/fee/pay", payBuyerFee, { zh: "支付受让方承担的服务费", en: "Pay the buyer's part of the fee" }, { input: onDeal }),
  endpoint("POST", "/deals/{id}/interest/pay", payInterest, { zh: "支付逾期利息", en: "Pay the interest on a late price" }, { input: onDeal }),
  endpoint("POST", "/deals/{id}/payments/{no}/confirm", confirmReceipt, { zh: "确认收到一期价款（双方自行结算）", en: "Confirm the receipt of an instalment, where the parties settle themselves" }, { input: onInstalment }),
  endpoint("POST", "/deals/{id}/handover", confirmHandover, { zh: "确认权利和技术移交", en: "Confirm the handover" }, { input: onDeal }),
  endpoint("POST", "/deals/{id}/default", defaultDeal, { zh: "受让方逾期违约，终止交易", en: "End a deal whose buyer is in arrears" }, { input: onDeal }),
  endpoint("POST", "/deals/{id}/annul", annulDeal, { zh: "依裁决撤销成交", en: "Annul a deal by a ruling" }, { input: onDeal }),
  endpoint("POST", "/deals/{id}/release", closeDeal, { zh: "划转价款", en: "Release the price to the seller" }, { input: onDeal }),
];

/** Made for this reader at this moment: never kept on the way. */
async function evidence({ deps, actor, origin, parts }: Call): Promise<Response> {
  const pack = await execute(deps, exportEvidence, actor, { dealId: parts.params["id"] }, origin);
  const zip = await evidenceZip(pack);
  return new Response(zip as unknown as BodyInit, {
    headers: {
      "content-type": "application/zip",
      "content-length": String(zip.byteLength),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`成交证据包-${pack.no}.zip`)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": origin.requestId,
    },
  });
}

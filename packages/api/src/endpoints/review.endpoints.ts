import { listOwnRecords } from "@ttx/domain/credit";
import { askRepair, confirmReview, decideRepair, drawInspection, dropNotice, giveNotice, judgeItem, lateFiles, listInspectableOffices, listInspections, officePerformance, readConsequences, readInspection, recordConsequence, remedyItem, readReview, reportRelief, returnReview, reviewQueue, revoke, stateView, withdrawRecord } from "@ttx/domain/review";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onReview = ({ params, body }: Parts): unknown => ({ ...(body as object | null), reviewId: params["id"] });

const onContract = ({ params, body }: Parts): unknown => ({ ...(body as object | null), contractId: params["id"] });

const onInspection = ({ params: { id, ...params }, body }: Parts): unknown => ({ ...(body as object | null), ...params, inspectionId: id });

export const REVIEW_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/reviews", reviewQueue, { zh: "省级审核待办", en: "Reviews of the province" }),
  endpoint("GET", "/reviews/{id}", readReview, { zh: "省级审核详情", en: "One review" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/confirm", confirmReview, { zh: "审核通过", en: "Confirm a registration" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/return", returnReview, { zh: "退回重新认定", en: "Return a registration to its office" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/notice", giveNotice, { zh: "拟撤销告知", en: "Give notice of an intended revocation" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/statement", stateView, { zh: "当事人陈述", en: "State the party's view" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/drop-notice", dropNotice, { zh: "不予撤销", en: "Drop a notice" }, { input: onReview }),
  endpoint("POST", "/reviews/{id}/revoke", revoke, { zh: "撤销登记", en: "Revoke a registration" }, { input: onReview }),
  endpoint("GET", "/contracts/{id}/consequences", readConsequences, { zh: "撤销登记的后续处理", en: "What followed from a revocation" }, { tag: "reviews", input: onContract }),
  endpoint("POST", "/contracts/{id}/consequences", recordConsequence, { zh: "登记撤销后的函告、追缴、罚款和对机构的措施", en: "Write down what followed: bodies told, reliefs, fines, measures against the office" }, { tag: "reviews", input: onContract, status: 201 }),
  endpoint("POST", "/contracts/{id}/relief-report", reportRelief, { zh: "报告已享受的税收优惠", en: "Report the reliefs taken under a revoked registration" }, { tag: "contracts", input: onContract, status: 201 }),
  endpoint("GET", "/credit/records", listOwnRecords, { zh: "本单位技术市场信用记录", en: "What stands on the record of one's organisation" }, { tag: "contracts" }),
  endpoint("POST", "/contracts/{id}/repair", askRepair, { zh: "申请信用修复", en: "Ask that a record be repaired" }, { tag: "contracts", input: onContract, status: 201 }),
  endpoint("POST", "/contracts/{id}/repair-decision", decideRepair, { zh: "决定信用修复", en: "Decide a repair" }, { tag: "reviews", input: onContract }),
  endpoint("POST", "/contracts/{id}/record-withdrawal", withdrawRecord, { zh: "撤回信用记录（决定被依法撤销）", en: "Withdraw a record whose decision was set aside" }, { tag: "reviews", input: onContract }),
  endpoint("POST", "/inspections", drawInspection, { zh: "抽取登记机构的合同", en: "Draw registrations of an office for inspection" }, { tag: "reviews", status: 201 }),
  endpoint("GET", "/inspections", listInspections, { zh: "抽查清单", en: "Inspections" }, { tag: "reviews" }),
  endpoint("GET", "/inspections/offices", listInspectableOffices, { zh: "可抽查的登记机构", en: "Offices that can be inspected" }, { tag: "reviews" }),
  endpoint("GET", "/inspections/{id}", readInspection, { zh: "抽查详情：种子、名单摘要与逐份记录", en: "One inspection: seed, digest of the list, and each file" }, { tag: "reviews", input: onInspection }),
  endpoint("POST", "/inspections/{id}/items/{no}/judgement", judgeItem, { zh: "对抽中合同作出判断", en: "Judge a drawn file" }, { tag: "reviews", input: onInspection }),
  endpoint("POST", "/inspections/{id}/items/{no}/remedy", remedyItem, { zh: "登记机构整改", en: "The office's remedy" }, { tag: "reviews", input: onInspection }),
  endpoint("GET", "/office-performance/late-files", lateFiles, { zh: "辖区登记机构已超期限的申请", en: "Files past their limit at the offices of the area" }, { tag: "reviews" }),
  endpoint("GET", "/office-performance", officePerformance, { zh: "登记机构履职情况", en: "How the offices of the area do" }, { tag: "reviews" }),
];

import {
  acceptWork, answerBreach, claimBreach, closeBreach, completePerformance, confirmRoyalty, correctReceipt, correctRoyalty, deliverWork, listPerformances, planMilestones, questionRoyalty, reachMilestone,
  readPerformance, recordAcceptance, recordReceipt, rejectWork, reportRoyalty, terminatePerformance,
} from "@ttx/domain/performance";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onContract = ({ params, body }: Parts): unknown => ({ ...(body as object | null), contractId: params["id"] });
const onNumbered = ({ params, body }: Parts): unknown => ({ ...(body as object | null), contractId: params["id"], no: params["no"] });

/** Performance of registered contracts, for both sides. A performance is named by its contract. */
export const PERFORMANCE_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/performances", listPerformances, { zh: "履行中的合同", en: "Contracts in performance" }),
  endpoint("GET", "/performances/{id}", readPerformance, { zh: "合同履行情况", en: "The performance of one contract" }, { input: onContract }),
  endpoint("PUT", "/performances/{id}/milestones", planMilestones, { zh: "制定里程碑计划", en: "Plan milestones" }, { input: onContract }),
  endpoint("POST", "/performances/{id}/milestones/{no}/reach", reachMilestone, { zh: "里程碑完成", en: "A milestone was reached" }, { input: onNumbered }),
  endpoint("POST", "/performances/{id}/receipts", recordReceipt, { zh: "登记到账", en: "Record money received" }, { input: onContract, status: 201 }),
  endpoint("POST", "/performances/{id}/receipts/{no}/correct", correctReceipt, { zh: "冲销到账", en: "Take a receipt back" }, { input: onNumbered }),
  endpoint("POST", "/performances/{id}/royalties", reportRoyalty, { zh: "申报提成", en: "Report a royalty" }, { input: onContract, status: 201 }),
  endpoint("POST", "/performances/{id}/royalties/{no}/confirm", confirmRoyalty, { zh: "确认提成", en: "Confirm a royalty" }, { input: onNumbered }),
  endpoint("POST", "/performances/{id}/royalties/{no}/question", questionRoyalty, { zh: "质询提成", en: "Question a royalty" }, { input: onNumbered }),
  endpoint("POST", "/performances/{id}/royalties/{no}/correct", correctRoyalty, { zh: "更正提成申报", en: "Correct a royalty report" }, { input: onNumbered }),
  endpoint("POST", "/performances/{id}/deliver", deliverWork, { zh: "交付成果", en: "Deliver" }, { input: onContract }),
  endpoint("POST", "/performances/{id}/accept", acceptWork, { zh: "验收合格", en: "Accept what was delivered" }, { input: onContract }),
  endpoint("POST", "/performances/{id}/record-acceptance", recordAcceptance, { zh: "登记买方验收证明", en: "Record a written acceptance" }, { input: onContract }),
  endpoint("POST", "/performances/{id}/reject", rejectWork, { zh: "验收不合格", en: "Reject what was delivered" }, { input: onContract }),
  endpoint("POST", "/performances/{id}/complete", completePerformance, { zh: "履行完毕", en: "Complete the performance" }, { input: onContract }),
  endpoint("POST", "/performances/{id}/terminate", terminatePerformance, { zh: "合同解除或终止", en: "The contract was ended" }, { input: onContract }),
  endpoint("POST", "/performances/{id}/breaches", claimBreach, { zh: "提出违约主张", en: "Claim a breach" }, { input: onContract, status: 201 }),
  endpoint("POST", "/performances/{id}/breaches/{no}/answer", answerBreach, { zh: "答复违约主张", en: "Answer a claim of breach" }, { input: onNumbered }),
  endpoint("POST", "/performances/{id}/breaches/{no}/close", closeBreach, { zh: "了结违约主张", en: "Close a claim of breach" }, { input: onNumbered }),
];

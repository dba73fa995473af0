import { answerReport, claimFee, confirmFee, endUse, giveUpUse, listUseFirst, readUseFirst, reportUse } from "@ttx/domain/use-first";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onLicence = ({ params, body }: Parts) => ({ ...(body as object | null), useFirstId: params["id"] });

export const USE_FIRST_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/use-first", listUseFirst, { zh: "本单位的先使用后付费许可", en: "Licences of one's own that are used first and paid later" }),
  endpoint("GET", "/use-first/{id}", readUseFirst, { zh: "查看先使用后付费许可", en: "Read such a licence" }, { input: onLicence }),
  endpoint("POST", "/use-first/{id}/reports", reportUse, { zh: "提交使用报告", en: "Report the use and whether the trigger was met" }, { status: 201, input: onLicence }),
  endpoint("POST", "/use-first/{id}/reports/{no}/answer", answerReport, { zh: "答复使用报告", en: "Accept or refuse the evidence of a report" }, { input: ({ params, body }) => ({ ...(body as object | null), useFirstId: params["id"], no: params["no"] }) }),
  endpoint("POST", "/use-first/{id}/give-up", giveUpUse, { zh: "触发付费前退出", en: "Give the technology up before a fee is due" }, { input: onLicence }),
  endpoint("POST", "/use-first/{id}/claim", claimFee, { zh: "催告支付逾期许可费", en: "Demand the fee that is overdue" }, { input: onLicence }),
  endpoint("POST", "/use-first/{id}/end", endUse, { zh: "催告期满未付，终止许可", en: "End the licence when the last term has passed" }, { input: onLicence }),
  endpoint("POST", "/use-first/{id}/fees", confirmFee, { zh: "确认收到许可费", en: "Confirm that the fee due has been received" }, { status: 201, input: onLicence }),
];

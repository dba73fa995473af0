import { addManagerTask, answerMandate, endMandate, findAgencies, finishManagerTask, listMandates, readMandate, readPipeline, requestMandate } from "@ttx/domain/technology-manager";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onMandate = ({ params, body }: Parts) => ({ ...(body as object | null), mandateId: params["id"] });

export const MANDATE_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/mandates", listMandates, { zh: "本单位委托或受托的技术经理人委托", en: "Mandates that one's organisation gave or holds" }),
  endpoint("POST", "/mandates", requestMandate, { zh: "申请技术经理人委托", en: "Ask for a technology manager's mandate" }, { status: 201 }),
  endpoint("GET", "/mandates/{id}", readMandate, { zh: "查看委托", en: "Read a mandate" }, { input: onMandate }),
  endpoint("POST", "/mandates/{id}/answer", answerMandate, { zh: "接受或谢绝委托", en: "Accept or decline a mandate" }, { input: onMandate }),
  endpoint("POST", "/mandates/{id}/end", endMandate, { zh: "终止或撤回委托", en: "End or withdraw a mandate" }, { input: onMandate }),
  endpoint("POST", "/mandates/{id}/tasks", addManagerTask, { zh: "添加待办", en: "Note a task" }, { input: onMandate, status: 201 }),
  endpoint("POST", "/manager-tasks/{id}/finish", finishManagerTask, { zh: "完成待办", en: "Finish a task" }, { tag: "mandates", input: ({ params }) => ({ taskId: params["id"] }) }),
  endpoint("GET", "/agencies", findAgencies, { zh: "查找有技术经理人的机构", en: "Find agencies with technology managers" }, { tag: "mandates", rate: "search" }),
  endpoint("GET", "/own/pipeline", readPipeline, { zh: "技术经理人工作台", en: "The technology manager's workspace" }, { tag: "mandates" }),
];

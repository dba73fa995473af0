import { applyForLicence, confirmClass, listExportGates, openGate, proposeClass, readExportGate, recheckGate, recordExportPaper, recordExportRefusal } from "@ttx/domain/export-control";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onGate = ({ params, body }: Parts) => ({ ...(body as object | null), gateId: params["id"] });

export const EXPORT_CONTROL_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/export-gates", listExportGates, { zh: "技术出口事项", en: "Export gates" }),
  endpoint("GET", "/export-gates/{id}", readExportGate, { zh: "查看技术出口事项", en: "Read an export gate" }, { input: onGate }),
  endpoint("POST", "/results/{id}/export-gates", openGate, { zh: "发起技术出口归类", en: "Open an export gate" }, { tag: "export-gates", status: 201, input: ({ params, body }) => ({ ...(body as object | null), resultId: params["id"] }) }),
  endpoint("POST", "/export-gates/{id}/findings", proposeClass, { zh: "提交技术出口自查结论", en: "State one's findings" }, { input: onGate }),
  endpoint("POST", "/export-gates/{id}/second-findings", confirmClass, { zh: "复核技术出口归类", en: "State one's findings as the second person" }, { input: onGate }),
  endpoint("POST", "/export-gates/{id}/application", applyForLicence, { zh: "登记已申请许可意向书", en: "Enter that the letter of intent was applied for" }, { input: onGate }),
  endpoint("POST", "/export-gates/{id}/papers", recordExportPaper, { zh: "登记许可文件", en: "Enter a paper of the authority" }, { status: 201, input: onGate }),
  endpoint("POST", "/export-gates/{id}/refusal", recordExportRefusal, { zh: "登记不予许可", en: "Enter that the authority refused" }, { input: onGate }),
  endpoint("POST", "/export-gates/{id}/recheck", recheckGate, { zh: "主要条款变更，重新归类", en: "Main terms change: check again" }, { input: onGate }),
];

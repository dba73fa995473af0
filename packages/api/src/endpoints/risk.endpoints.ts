import { askExplanation, concludeAlert, explainAlert, listAlerts, listOwnQuestions, readAlert, readOwnQuestion, reopenAlert } from "@ttx/domain/risk";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const ofAlert = ({ params, body }: Parts): unknown => ({ ...(body as object), alertId: params["id"] });

export const RISK_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/risk-alerts", listAlerts, { zh: "本辖区的风险预警", en: "Risk alerts of the caller's area" }),
  endpoint("GET", "/risk-alerts/{id}", readAlert, { zh: "一条预警：依据、所涉合同与办理经过", en: "An alert: evidence, contracts and what was done" }, { input: ofAlert }),
  endpoint("POST", "/risk-alerts/{id}/ask", askExplanation, { zh: "请登记单位说明", en: "Ask the party for an explanation" }, { input: ofAlert }),
  endpoint("POST", "/risk-alerts/{id}/conclude", concludeAlert, { zh: "办结预警", en: "Conclude an alert" }, { input: ofAlert }),
  endpoint("POST", "/risk-alerts/{id}/reopen", reopenAlert, { zh: "重新打开已办结的预警", en: "Reopen a concluded alert" }, { input: ofAlert }),
  endpoint("GET", "/own/explanations", listOwnQuestions, { zh: "本单位需要说明的事项", en: "Questions to the caller's organisation" }, { tag: "risk-alerts" }),
  endpoint("GET", "/own/explanations/{id}", readOwnQuestion, { zh: "一项需要说明的事项", en: "A question to the caller's organisation" }, { tag: "risk-alerts", input: ofAlert }),
  endpoint("POST", "/own/explanations/{id}", explainAlert, { zh: "提交说明", en: "Explain" }, { tag: "risk-alerts", input: ofAlert }),
];

import { listValuations, recordValuation, withdrawValuation } from "@ttx/domain/valuation";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const VALUATION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/results/{id}/valuations", listValuations, { zh: "成果的评估报告", en: "Valuation reports of a result" }, { tag: "valuations", input: ({ params }) => ({ resultId: params["id"] }) }),
  endpoint("POST", "/results/{id}/valuations", recordValuation, { zh: "备案评估报告", en: "Put a valuation report on record" }, { tag: "valuations", status: 201, input: ({ params, body }) => ({ ...(body as object | null), resultId: params["id"] }) }),
  endpoint("POST", "/valuations/{id}/withdraw", withdrawValuation, { zh: "撤回评估报告", en: "Withdraw a valuation report" }, { input: ({ params, body }) => ({ ...(body as object | null), valuationId: params["id"] }) }),
];

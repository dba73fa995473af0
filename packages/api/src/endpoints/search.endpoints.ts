import { findInMarket, suggest } from "@ttx/domain/search";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const SEARCH_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/search", findInMarket, { zh: "全站检索：成果、需求、挂牌", en: "Search results, demands and listings at once" }, { open: true, rate: "search" }),
  endpoint("GET", "/search/suggestions", suggest, { zh: "输入时的检索建议", en: "What may be meant, while it is being typed" }, { open: true, rate: "search" }),
];

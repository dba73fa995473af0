import { readWorklist } from "@ttx/domain/worklist";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const WORKLIST_ENDPOINTS: readonly Endpoint[] = [endpoint("GET", "/my/worklist", readWorklist, { zh: "我的待办", en: "What waits for me" }, { tag: "worklist" })];

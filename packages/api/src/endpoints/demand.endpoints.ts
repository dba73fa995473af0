import { closeDemand, draftDemand, editDemand, listOwnDemands, publishDemand, readOwnDemand, readPublishedDemand, searchDemands } from "@ttx/domain/demand";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const ofDemand = ({ params, body }: Parts): unknown => ({ ...(body as object), demandId: params["id"] });

export const DEMAND_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/demands", searchDemands, { zh: "检索需求", en: "Search demands" }, { open: true, rate: "search" }),
  endpoint("GET", "/demands/{id}", readPublishedDemand, { zh: "需求详情", en: "A published demand" }, { open: true, input: ofDemand }),
  endpoint("GET", "/own/demands", listOwnDemands, { zh: "本单位需求", en: "Demands of the own organisation" }, { tag: "demands" }),
  endpoint("GET", "/own/demands/{id}", readOwnDemand, { zh: "本单位需求的内容与状态", en: "A demand of the own organisation" }, { tag: "demands", input: ofDemand }),
  endpoint("POST", "/demands", draftDemand, { zh: "新建需求草稿", en: "Begin a demand" }, { status: 201, input: ({ body }) => body }),
  endpoint("PATCH", "/demands/{id}", editDemand, { zh: "保存需求", en: "Save what was typed into a demand" }, { input: ofDemand }),
  endpoint("POST", "/demands/{id}/publish", publishDemand, { zh: "发布需求", en: "Publish a demand" }, { input: ofDemand }),
  endpoint("POST", "/demands/{id}/close", closeDemand, { zh: "结束需求", en: "Close a demand" }, { input: ofDemand }),
];

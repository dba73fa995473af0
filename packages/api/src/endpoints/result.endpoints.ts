import { compareResults, draftResult, editResult, findSimilarResults, listOwnResults, publishResult, readOwnResult, readPublishedResult, readResultVersion, searchResults, withdrawResult } from "@ttx/domain/result";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const ofResult = ({ params, body }: Parts): unknown => ({ ...(body as object), resultId: params["id"] });

export const RESULT_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/results", searchResults, { zh: "检索成果", en: "Search results" }, { open: true, rate: "search" }),
  endpoint("GET", "/results/{id}", readPublishedResult, { zh: "成果详情", en: "A published result" }, { open: true, input: ofResult }),
  endpoint("GET", "/results/compare", compareResults, { zh: "对比二至四项成果", en: "Two to four results side by side" }, { open: true }),
  endpoint("GET", "/results/{id}/versions/{no}", readResultVersion, { zh: "一个版本与前一版的差异", en: "What a version changed against the one before" }, { open: true, input: ({ params }) => ({ resultId: params["id"], no: params["no"] }) }),
  endpoint("GET", "/own/results", listOwnResults, { zh: "本单位成果", en: "Results of the own organisation" }, { tag: "results" }),
  endpoint("GET", "/own/results/similar", findSimilarResults, { zh: "填报时的重复提示", en: "What a result that is being typed may double" }, { tag: "results", rate: "search" }),
  endpoint("GET", "/own/results/{id}", readOwnResult, { zh: "本单位成果的草稿与状态", en: "A result of the own organisation with its working copy" }, { tag: "results", input: ofResult }),
  endpoint("POST", "/results", draftResult, { zh: "新建成果草稿", en: "Begin a result" }, { status: 201, input: ({ body }) => body }),
  endpoint("PATCH", "/results/{id}/draft", editResult, { zh: "保存成果草稿", en: "Save what was typed into a result" }, { input: ofResult }),
  endpoint("POST", "/results/{id}/publish", publishResult, { zh: "发布成果或其新版本", en: "Publish a result or a new version" }, { input: ofResult }),
  endpoint("POST", "/results/{id}/withdraw", withdrawResult, { zh: "撤下成果", en: "Withdraw a result" }, { input: ofResult }),
];

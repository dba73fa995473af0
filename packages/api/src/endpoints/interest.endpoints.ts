import { countView, dropSearch, follow, listFollowing, listSavedSearches, readFollowing, readInterest, saveSearch, SubjectInput, unfollow } from "@ttx/domain/interest";
import { answerNothing } from "../door/answer-json.ts";
import { endpoint, rawEndpoint, type Endpoint } from "../door/endpoint.ts";
import { readJson } from "../door/read-parts.ts";

export const INTEREST_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/following", listFollowing, { zh: "我的关注", en: "What one follows" }, { tag: "following" }),
  endpoint("GET", "/following/state", readFollowing, { zh: "是否已关注", en: "Whether one follows something" }, { tag: "following", open: true }),
  endpoint("POST", "/following", follow, { zh: "关注成果、需求或挂牌", en: "Follow a result, demand or listing" }, { tag: "following", input: ({ body }) => body }),
  endpoint("POST", "/following/end", unfollow, { zh: "取消关注", en: "Follow it no longer" }, { tag: "following", input: ({ body }) => body }),
  endpoint("GET", "/saved-searches", listSavedSearches, { zh: "我保存的检索", en: "Searches that one keeps" }, { tag: "following" }),
  endpoint("POST", "/saved-searches", saveSearch, { zh: "保存检索，有新内容时提醒", en: "Keep a search and hear of what is new in it" }, { tag: "following", status: 201, input: ({ body }) => body }),
  endpoint("DELETE", "/saved-searches/{id}", dropSearch, { zh: "删除保存的检索", en: "Keep a search no longer" }, { tag: "following", input: ({ params }) => ({ searchId: params["id"] }) }),
  rawEndpoint(
    "POST",
    "/views",
    ["interest.count-view"],
    { zh: "计一次浏览（每个浏览器会话一次，不记录访问者）", en: "Count a view, once for each session of a browser; nothing of the visitor is kept" },
    async ({ deps, actor, request }) => {
      await countView(deps, actor, await readJson(request));
      return answerNothing();
    },
    { tag: "following", open: true, inputSchema: SubjectInput },
  ),
  endpoint("GET", "/own/interest", readInterest, { zh: "本单位成果、需求与挂牌的关注度", en: "What interest there is in what the own organisation offers" }, { tag: "following" }),
];

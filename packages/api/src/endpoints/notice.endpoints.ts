import {
  cancelNotice, changeNotice, confirmNotice, fileObjection, findParties, listOwnNotices, prepareNotice, prepareNoticeFromRoom, publishNotice, readNotice, readPublishedNotice, ruleObjection, searchNotices,
} from "@ttx/domain/agreed-price";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";

const onNotice = ({ params, body }: Parts) => ({ ...(body as object | null), noticeId: params["id"] });

export const NOTICE_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/notices", searchNotices, { zh: "检索协议定价公示", en: "Search public notices of agreed prices" }, { open: true, rate: "search" }),
  endpoint("GET", "/notices/{id}", readPublishedNotice, { zh: "查看一项公示", en: "Read a public notice" }, { open: true, input: onNotice }),
  endpoint("POST", "/notices/{id}/objections", fileObjection, { zh: "对公示提出异议", en: "Object to a public notice" }, { open: true, rate: "credentials", status: 201, input: onNotice }),
  endpoint("GET", "/own/notices", listOwnNotices, { zh: "本单位的公示", en: "Notices of one's own organisation" }, { tag: "notices" }),
  endpoint("GET", "/own/notices/{id}", readNotice, { zh: "查看本单位的一项公示", en: "Read a notice of one's own organisation" }, { tag: "notices", input: onNotice }),
  endpoint("GET", "/parties", findParties, { zh: "查找已核验的受让方或交易机构", en: "Find verified buyers or exchanges" }, { tag: "notices", rate: "search" }),
  endpoint("POST", "/notices", prepareNotice, { zh: "起草协议定价公示", en: "Draft the notice of an agreed price" }, { status: 201 }),
  endpoint("POST", "/negotiations/{id}/notice", prepareNoticeFromRoom, { zh: "洽谈结果转入协议定价公示", en: "Carry what was agreed in talks on to a notice" }, {
    tag: "negotiations",
    status: 201,
    input: ({ params, body }) => ({ ...(body as object | null), roomId: params["id"] }),
  }),
  endpoint("PUT", "/notices/{id}", changeNotice, { zh: "修改公示（公示中的重新起算）", en: "Change a notice; a running one starts again" }, { input: onNotice }),
  endpoint("POST", "/notices/{id}/confirm", confirmNotice, { zh: "受让方确认条款", en: "The buyer confirms the terms" }, { input: onNotice }),
  endpoint("POST", "/notices/{id}/publish", publishNotice, { zh: "发布公示", en: "Publish a notice" }, { input: onNotice }),
  endpoint("POST", "/notices/{id}/cancel", cancelNotice, { zh: "取消公示", en: "Cancel a notice" }, { input: onNotice }),
  endpoint("POST", "/objections/{id}/rule", ruleObjection, { zh: "处理异议", en: "Rule on an objection" }, {
    tag: "notices",
    input: ({ params, body }) => ({ ...(body as object | null), objectionId: params["id"] }),
  }),
];

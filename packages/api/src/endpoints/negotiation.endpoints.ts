import {
  acceptOffer, bringManager, changeAgreement, closeRoom, exportRecord, listRoomMetadata, listRooms, makeOffer, openRoom, readRoom, recordPdf, refuseOffer, say, showDocument, signAgreement,
  summariseRefusals, viewRoomDocument, withdrawDocument, withdrawOffer,
} from "@ttx/domain/negotiation";
import { execute } from "@ttx/domain/shared/execute";
import { answerJson } from "../door/answer-json.ts";
import { endpoint, rawEndpoint, type Call, type Endpoint, type Parts } from "../door/endpoint.ts";
import { streamRoom } from "../live/stream-room.ts";

const onRoom = ({ params, body }: Parts) => ({ ...(body as object | null), roomId: params["id"] });
const onOffer = ({ params, body }: Parts) => ({ ...(body as object | null), roomId: params["id"], offerNo: params["no"] });
const onDocument = ({ params, body }: Parts) => ({ ...(body as object | null), roomId: params["id"], documentNo: params["no"] });
const TAG = { tag: "negotiations" } as const;

export const NEGOTIATION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/negotiations", listRooms, { zh: "本单位的洽谈", en: "Negotiation rooms of one's own organisation" }),
  endpoint("POST", "/negotiations", openRoom, { zh: "发起洽谈", en: "Open a negotiation room" }, { status: 201 }),
  endpoint("GET", "/negotiations/{id}", readRoom, { zh: "进入洽谈室（签署保密协议前只见邀请和协议）", en: "Read a room; before signing only the invitation and the agreement" }, { input: onRoom }),
  rawEndpoint("GET", "/negotiations/{id}/events", ["room.read"], { zh: "洽谈室实时事件（只报进展序号）", en: "Live events of a room: numbers only" }, streamRoom, { produces: "text/event-stream" }),
  endpoint("PUT", "/negotiations/{id}/agreement", changeAgreement, { zh: "修改保密协议", en: "Change the non-disclosure agreement" }, { input: onRoom }),
  endpoint("POST", "/negotiations/{id}/sign", signAgreement, { zh: "签署保密协议", en: "Sign the non-disclosure agreement" }, { input: onRoom }),
  endpoint("POST", "/negotiations/{id}/managers", bringManager, { zh: "请技术经理人加入", en: "Bring in a technology manager" }, { input: onRoom }),
  endpoint("POST", "/negotiations/{id}/messages", say, { zh: "发言", en: "Say something" }, { input: onRoom, status: 201 }),
  endpoint("POST", "/negotiations/{id}/offers", makeOffer, { zh: "提出条款", en: "Make an offer or counter-offer" }, { input: onRoom, status: 201 }),
  endpoint("POST", "/negotiations/{id}/offers/{no}/accept", acceptOffer, { zh: "接受条款", en: "Accept an offer" }, { input: onOffer }),
  endpoint("POST", "/negotiations/{id}/offers/{no}/refuse", refuseOffer, { zh: "拒绝条款并说明原因", en: "Turn an offer down, saying why" }, { input: onOffer }),
  endpoint("POST", "/negotiations/{id}/offers/{no}/withdraw", withdrawOffer, { zh: "撤回条款", en: "Withdraw an offer" }, { input: onOffer }),
  rawEndpoint("POST", "/negotiations/{id}/documents", ["room.show-document"], { zh: "出示文件并设定查阅方", en: "Show a document to chosen parties" }, show, TAG),
  rawEndpoint("GET", "/negotiations/{id}/documents/{no}", ["room.view-document"], { zh: "查阅文件（按查阅人加水印并记录）", en: "See a document: stamped for the viewer and recorded" }, deliver, { produces: "application/pdf" }),
  endpoint("POST", "/negotiations/{id}/documents/{no}/withdraw", withdrawDocument, { zh: "收回文件", en: "Withdraw a document" }, { input: onDocument }),
  rawEndpoint("POST", "/negotiations/{id}/record", ["room.export-record"], { zh: "导出洽谈记录（PDF）", en: "Export the full record as PDF" }, exported, { produces: "application/pdf" }),
  endpoint("POST", "/negotiations/{id}/close", closeRoom, { zh: "关闭洽谈", en: "Close a room" }, { input: onRoom }),
  endpoint("GET", "/room-records", listRoomMetadata, { zh: "洽谈室登记信息（审计，不含内容）", en: "Rooms as auditors see them: no content" }, TAG),
  endpoint("GET", "/own/refusals", summariseRefusals, { zh: "买方未达成原因汇总", en: "Why buyers said no, summed up" }, TAG),
];

async function show({ deps, actor, origin, parts, request }: Call) {
  const body: unknown = await request.json().catch(() => ({}));
  const shown = await showDocument(deps, actor, { ...(body as object), roomId: parts.params["id"] }, origin);
  return answerJson(shown, origin, 201);
}

/** Stamped for this viewer: never kept on the way, never run as ours. */
async function deliver({ deps, actor, origin, parts }: Call): Promise<Response> {
  const { name, content } = await viewRoomDocument(deps, actor, { roomId: parts.params["id"], documentNo: parts.params["no"] }, origin);
  return pdfAnswer(content, name, "inline");
}

async function exported({ deps, actor, origin, parts }: Call): Promise<Response> {
  const record = await execute(deps, exportRecord, actor, { roomId: parts.params["id"] }, origin);
  return pdfAnswer(await recordPdf(record), `洽谈记录-${record.no}.pdf`, "attachment");
}

function pdfAnswer(content: Uint8Array, name: string, how: "inline" | "attachment"): Response {
  return new Response(content as unknown as BodyInit, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(content.byteLength),
      "content-disposition": `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
}

import type { RoomState } from "./room.machine.ts";
import type { EntryKind, RefusalReason } from "./room.schema.ts";

type Label = { readonly zh: string; readonly en: string };

export const ROOM_STATE_LABELS: Record<RoomState, Label> = {
  INVITED: { zh: "待签保密协议", en: "Agreement to be signed" },
  OPEN: { zh: "洽谈中", en: "In talks" },
  AGREED: { zh: "已达成一致", en: "Agreed" },
  CONCLUDED: { zh: "已转入交易", en: "Carried on" },
  CLOSED: { zh: "已关闭", en: "Closed" },
};

export const ROOM_SIDE_LABELS: Record<"SELLER" | "BUYER", Label> = { SELLER: { zh: "转让方", en: "Seller" }, BUYER: { zh: "受让方", en: "Buyer" } };

export const OFFER_STATE_LABELS: Record<"OPEN" | "COUNTERED" | "ACCEPTED" | "REFUSED" | "WITHDRAWN", Label> = {
  OPEN: { zh: "待答复", en: "Awaiting an answer" },
  COUNTERED: { zh: "已被反要约取代", en: "Countered" },
  ACCEPTED: { zh: "双方已接受", en: "Accepted by both" },
  REFUSED: { zh: "已拒绝", en: "Refused" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
};

export const ENTRY_LABELS: Record<EntryKind, Label> = {
  OPENED: { zh: "发起洽谈", en: "Opened the room" },
  MANAGER_CAME: { zh: "技术经理人加入", en: "A technology manager joined" },
  AGREEMENT_CHANGED: { zh: "修改保密协议，须重新签署", en: "Changed the agreement; all sign anew" },
  SIGNED: { zh: "签署保密协议", en: "Signed the agreement" },
  ROOM_OPEN: { zh: "双方均已签署，洽谈开始", en: "Both sides have signed: the talks begin" },
  MESSAGE: { zh: "发言", en: "Message" },
  OFFER: { zh: "提出条款", en: "Made an offer" },
  OFFER_ACCEPTED: { zh: "接受条款", en: "Accepted an offer" },
  OFFER_REFUSED: { zh: "拒绝条款", en: "Turned an offer down" },
  OFFER_WITHDRAWN: { zh: "撤回条款", en: "Withdrew an offer" },
  AGREED: { zh: "双方达成一致", en: "Both sides agree" },
  DOCUMENT_SHOWN: { zh: "出示文件", en: "Showed a document" },
  DOCUMENT_WITHDRAWN: { zh: "收回文件", en: "Withdrew a document" },
  EXPORTED: { zh: "导出洽谈记录", en: "Exported the record" },
  CARRIED_ON: { zh: "转入公示或成交", en: "Carried on to a notice or deal" },
  CLOSED: { zh: "关闭洽谈", en: "Closed the room" },
  LAPSED: { zh: "长期无进展，自动关闭", en: "Closed for want of activity" },
  REMINDED: { zh: "系统提醒", en: "Reminder" },
};

export const REFUSAL_REASON_LABELS: Record<RefusalReason, Label> = {
  TOO_EARLY: { zh: "技术尚早，成熟度不足", en: "Too early" },
  ADVANTAGE_UNCLEAR: { zh: "相对现用技术的优势不清楚", en: "Advantage over what we use is unclear" },
  ROUTE_UNCLEAR: { zh: "产业化路径不清楚", en: "Route to market is unclear" },
  DESCRIPTION_UNCLEAR: { zh: "成果描述不清楚", en: "Description is unclear" },
  PRICE: { zh: "价格过高", en: "Price" },
  TERMS: { zh: "付款或许可条件不合适", en: "Payment or licence terms" },
  RIGHTS_UNCERTAIN: { zh: "权属或专利稳定性存疑", en: "Rights are uncertain" },
  NO_BUDGET: { zh: "暂无预算", en: "No budget now" },
  OTHER_SOLUTION: { zh: "已选用其他技术", en: "Another solution was chosen" },
  OTHER: { zh: "其他", en: "Other" },
};

import type { AuctionState } from "./auction.machine.ts";
import type { RecordSigner } from "./record-statement.ts";

export const AUCTION_STATE_LABELS: Record<AuctionState, { zh: string; en: string }> = {
  SCHEDULED: { zh: "待开始", en: "Scheduled" },
  OPEN_FREE: { zh: "自由竞价", en: "Open, free period" },
  PAUSE: { zh: "间歇", en: "Pause" },
  OPEN_LIMITED: { zh: "限时竞价", en: "Open, limited period" },
  FROZEN: { zh: "已中止", en: "Frozen" },
  CLOSED: { zh: "报价截止", en: "Bids are in" },
  PRIORITY_WAIT: { zh: "待优先权人答复", en: "Waiting for priority holders" },
  RESULT: { zh: "待确认结果", en: "Result to be confirmed" },
  AWARDED: { zh: "成交", en: "Awarded" },
  FAILED: { zh: "流拍", en: "Failed" },
  ANNULLED: { zh: "已撤销", en: "Annulled" },
};

/** Who signs the record of a bidding. */
export const RECORD_SIGNER_LABELS = {
  AUCTIONEER: { zh: "拍卖师（主持人）", en: "Auctioneer" },
  RECORDER: { zh: "记录人", en: "Recorder" },
  BUYER: { zh: "受让方", en: "Buyer" },
} as const satisfies Record<RecordSigner, { readonly zh: string; readonly en: string }>;

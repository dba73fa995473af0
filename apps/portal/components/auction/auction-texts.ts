import { AUCTION_STATE_LABELS } from "@ttx/domain/auction/client";
import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const AUCTIONS: Text = { zh: "竞价", en: "Auctions" };
export const PHASES: Record<"live" | "soon" | "over", Text> = {
  live: { zh: "正在竞价", en: "Live" },
  soon: { zh: "即将开始", en: "Soon" },
  over: { zh: "已结束", en: "Over" },
};
export const CURRENT_PRICE: Text = { zh: "当前价", en: "Current price" };
export const START_PRICE: Text = { zh: "起始价", en: "Start price" };
const SOLD_PRICE: Text = { zh: "成交价", en: "Price" };
const HIGHEST: Text = { zh: "最高报价", en: "Highest bid" };
export const TOP_PRICE: Text = { zh: "上一轮最高价", en: "Top price so far" };
export const BIDS: Text = { zh: "次有效出价", en: "accepted bids" };
export const STARTS: Text = { zh: "距开始", en: "Starts in" };
export const ENDS: Text = { zh: "距截止", en: "Ends in" };
export const ENDED: Text = { zh: "截止于", en: "Ended" };

const STAGE_STATES: Readonly<Record<string, Text>> = {
  DESCENDING: { zh: "减价竞价", en: "Price falling" },
  SEALED: { zh: "密封报价", en: "Sealed bids" },
  SCORING: { zh: "方案评分", en: "Scoring" },
  REVEAL: { zh: "开标", en: "Opening" },
  BEST: { zh: "最优报价", en: "Best bid" },
};

/** A lot's state in words: of a procedure that runs in stages the running one. */
export function stateWord(state: string, stage: string | null): Text {
  const running = stage !== null && (state === "OPEN_FREE" || state === "CLOSED") ? STAGE_STATES[stage] : undefined;
  return running ?? AUCTION_STATE_LABELS[state as keyof typeof AUCTION_STATE_LABELS] ?? { zh: state, en: state };
}

const WINNER: Text = { zh: "成交：竞买号", en: "Won by bidder" };
const HIGHEST_BIDDER: Text = { zh: "最高报价人：竞买号", en: "Highest bidder: number" };

/**
 * How the outcome of a lot that is over is called. Where plans are scored, a falling price was accepted or a priority right was used, who has the lot
 * has not bid the most; where nobody has it, the highest bid had no effect.
 */
export function outcomeWords(state: string): { readonly price: Text; readonly bidder: Text } {
  return state === "RESULT" || state === "AWARDED" ? { price: SOLD_PRICE, bidder: WINNER } : { price: HIGHEST, bidder: HIGHEST_BIDDER };
}

export const NOT_SOLD: Text = { zh: "未成交", en: "Not sold" };

/** How a lot's state looks: live ones in the one colour that is kept for them. */
export function toneOf(state: string, stage: string | null = null): Tone {
  if (state === "OPEN_FREE" || state === "OPEN_LIMITED") return "live";
  if (state === "CLOSED" && stage !== null && stage !== "OVER") return "due";
  if (state === "SCHEDULED") return "waiting";
  if (state === "FROZEN" || state === "PAUSE" || state === "PRIORITY_WAIT" || state === "RESULT") return "due";
  if (state === "AWARDED") return "done";
  if (state === "FAILED" || state === "ANNULLED") return "refused";
  return "ended";
}

export function isOpen(state: string): boolean {
  return state === "OPEN_FREE" || state === "OPEN_LIMITED";
}

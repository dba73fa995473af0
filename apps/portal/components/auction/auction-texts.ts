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
export const FINAL_PRICE: Text = { zh: "最高报价", en: "Highest bid" };
export const TOP_PRICE: Text = { zh: "上一轮最高价", en: "Top price so far" };
export const BIDS: Text = { zh: "次有效出价", en: "accepted bids" };
export const STARTS: Text = { zh: "距开始", en: "Starts in" };
export const ENDS: Text = { zh: "距截止", en: "Ends in" };
export const ENDED: Text = { zh: "截止于", en: "Ended" };

/** How a lot's state looks: live ones in the one colour that is kept for them. */
export function toneOf(state: string): Tone {
  if (state === "OPEN_FREE" || state === "OPEN_LIMITED") return "live";
  if (state === "SCHEDULED") return "waiting";
  if (state === "FROZEN" || state === "PAUSE" || state === "PRIORITY_WAIT" || state === "RESULT") return "due";
  if (state === "AWARDED") return "done";
  if (state === "FAILED" || state === "ANNULLED") return "refused";
  return "ended";
}

export function isOpen(state: string): boolean {
  return state === "OPEN_FREE" || state === "OPEN_LIMITED";
}

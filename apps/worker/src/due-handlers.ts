import type { DueHandler } from "./due-handler.ts";
import { DEPOSIT_DUE_HANDLERS } from "./sweeps/deposit.ts";
import { LISTING_DUE_HANDLERS } from "./sweeps/listing.ts";
import { DEMAND_DUE_HANDLERS } from "./sweeps/demand.ts";
import { ROOM_DUE_HANDLERS } from "./sweeps/negotiation.ts";
import { MANDATE_DUE_HANDLERS } from "./sweeps/technology-manager.ts";
import { NOTICE_DUE_HANDLERS } from "./sweeps/agreed-price.ts";
import { DEAL_DUE_HANDLERS } from "./sweeps/deal.ts";
import { INTEREST_DUE_HANDLERS } from "./sweeps/interest.ts";
import { INCOME_SHARE_DUE_HANDLERS } from "./sweeps/income-share.ts";
import { USE_FIRST_DUE_HANDLERS } from "./sweeps/use-first.ts";
import { AUCTION_DUE_HANDLERS } from "./sweeps/auction.ts";
import { RECOGNITION_DUE_HANDLERS } from "./sweeps/recognition.ts";
import { PERFORMANCE_DUE_HANDLERS } from "./sweeps/performance.ts";
import { REVIEW_DUE_HANDLERS } from "./sweeps/review.ts";
import { RISK_DUE_HANDLERS } from "./sweeps/risk.ts";

/** Every kind of due act and the use case that does it. */
export const DUE_HANDLERS: readonly DueHandler[] = [...DEPOSIT_DUE_HANDLERS, ...LISTING_DUE_HANDLERS, ...AUCTION_DUE_HANDLERS, ...MANDATE_DUE_HANDLERS, ...ROOM_DUE_HANDLERS, ...NOTICE_DUE_HANDLERS, ...DEAL_DUE_HANDLERS, ...INCOME_SHARE_DUE_HANDLERS, ...USE_FIRST_DUE_HANDLERS, ...INTEREST_DUE_HANDLERS, ...DEMAND_DUE_HANDLERS, ...RECOGNITION_DUE_HANDLERS, ...REVIEW_DUE_HANDLERS, ...PERFORMANCE_DUE_HANDLERS, ...RISK_DUE_HANDLERS];

export function wireDueHandlers(handlers: readonly DueHandler[] = DUE_HANDLERS): ReadonlyMap<string, DueHandler> {
  const wired = new Map(handlers.map((handler) => [handler.kind, handler]));
  if (wired.size !== handlers.length) throw new Error("two handlers for one kind of due act");
  return wired;
}

import { definedEvents } from "@ttx/domain/shared/events";
import type { Handler } from "./handler.ts";
import { AUCTION_HANDLERS } from "./handlers/auction.ts";
import { CONTRACT_HANDLERS } from "./handlers/contract.ts";
import { DEAL_HANDLERS } from "./handlers/deal.ts";
import { INTEREST_HANDLERS } from "./handlers/interest.ts";
import { INCOME_SHARE_HANDLERS } from "./handlers/income-share.ts";
import { USE_FIRST_HANDLERS } from "./handlers/use-first.ts";
import { LISTING_HANDLERS } from "./handlers/listing.ts";
import { PERFORMANCE_HANDLERS } from "./handlers/performance.ts";
import { REVIEW_HANDLERS } from "./handlers/review.ts";
import { RISK_HANDLERS } from "./handlers/risk.ts";
import { STATISTICS_HANDLERS } from "./handlers/statistics.ts";

/** Every reaction of one feature to another's events. */
export const HANDLERS: readonly Handler[] = [...INTEREST_HANDLERS, ...LISTING_HANDLERS, ...AUCTION_HANDLERS, ...DEAL_HANDLERS, ...USE_FIRST_HANDLERS, ...INCOME_SHARE_HANDLERS, ...CONTRACT_HANDLERS, ...REVIEW_HANDLERS, ...PERFORMANCE_HANDLERS, ...STATISTICS_HANDLERS, ...RISK_HANDLERS];

/** Events that nobody needs to react to: they are told for the record and for subscribers outside. */
export const RECORD_ONLY: ReadonlySet<string> = new Set<string>(["AuctionScheduled", "AuctionOpened", "LotMoved", "AuctionFrozen", "AuctionResumed", "AuctionFailed", "AuctionResultDeclared", "ListingSubmitted", "ListingPublished", "ListingAmended", "ListingSuspended", "ListingResumed", "ListingEnded", "ListingPeriodEnded", "ListingWentToTalks", "ListingAwarded", "IntentRegistered", "IntentAdmitted", "DepositRefunded", "ResultPublished", "ResultWithdrawn", "MandateAccepted", "RoomClosed", "RoomAgreed", "RoomOpened", "MandateEnded", "NoticePublished", "PriorityRightAnswered", "ObjectionFiled", "NoticeCleared", "NoticeEnded", "DealSettled", "ExtensionDeclared", "CertificateIssued", "CertificateRevoked", "DemandPublished", "DemandClosed", "ContractSubmitted", "ContractRefused", "ReviewConfirmed", "ReviewReturned", "AwardObjectionFiled", "ContentWithheld", "ContentRestored", "RiskAlertOpened", "RiskAlertConcluded"]);

/** Handlers by event; a record-only event has none. An event that nobody hears and nobody declared record-only is a wiring fault: the worker does not start. */
export function wireHandlers(handlers: readonly Handler[] = HANDLERS, recordOnly = RECORD_ONLY, events = definedEvents()): ReadonlyMap<string, readonly Handler[]> {
  const names = handlers.map(({ name }) => name);
  const doubled = names.find((name, i) => names.indexOf(name) !== i);
  if (doubled !== undefined) throw new Error(`two handlers are called ${doubled}`);
  const wired = new Map<string, Handler[]>([...recordOnly].map((event) => [event, []]));
  for (const handler of handlers) wired.set(handler.event.name, [...(wired.get(handler.event.name) ?? []), handler]);
  const unheard = [...events].filter((event) => !wired.has(event));
  if (unheard.length > 0) throw new Error(`no handler for ${unheard.join(", ")}: add one, or declare the event record-only`);
  return wired;
}

import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Lot = z.object({ auctionId: z.uuid(), listingId: z.uuid() });

export const AuctionScheduled = defineEvent("AuctionScheduled", Lot.extend({ freeStartsAt: z.iso.datetime() }));
export const AuctionOpened = defineEvent("AuctionOpened", Lot);
/** Bids of one batch moved the lot; told once a batch. */
export const LotMoved = defineEvent("LotMoved", z.object({ auctionId: z.uuid(), fromSequence: z.number().int(), toSequence: z.number().int() }));
export const AuctionFrozen = defineEvent("AuctionFrozen", Lot.extend({ reason: z.string() }));
export const AuctionResumed = defineEvent("AuctionResumed", Lot.extend({ endsAt: z.iso.datetime() }));
/** The lot closed without a sale: no bid, nobody admitted, or the reserve not met (流拍). */
export const AuctionFailed = defineEvent("AuctionFailed", Lot.extend({ reason: z.enum(["NOBODY_ADMITTED", "NO_BID", "RESERVE_NOT_MET"]), effectiveAt: z.iso.datetime() }));
/** The procedure or its result was annulled (撤销); a deal that rests on it is to be annulled, too. */
export const AuctionAnnulled = defineEvent("AuctionAnnulled", Lot.extend({ dealId: z.uuid().nullable(), ground: z.string(), reason: z.string() }));
export const AuctionResultDeclared = defineEvent("AuctionResultDeclared", Lot.extend({ bidderNo: z.string(), priceFen: z.string(), effectiveAt: z.iso.datetime() }));
/** The confirmation of the result (成交确认书) was signed: a deal is to be opened. */
export const AuctionAwarded = defineEvent(
  "AuctionAwarded",
  Lot.extend({ intentId: z.uuid(), buyerId: z.uuid(), priceFen: z.string(), awardedAt: z.iso.datetime() }),
);

import { announcedRules, releaseLosers } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay, shanghaiTime } from "../shared/clock.ts";
import { fen, toYuanText } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { logEntry, logOf, type Lot, type LotChange } from "./auction.repository.ts";
import { entryOfRow } from "./log-row.ts";
import { answerOffer, holdersBefore, offerBody, offeredAt, type Offer } from "./offer.rules.ts";
import type { Standby } from "./standby.ts";
import { termsInForce } from "./terms.ts";

/** Those who may take the closed lot from its highest bidder. */
export function openHolders(lot: Lot, leaderNo: string | null) {
  const terms = termsInForce(lot);
  return leaderNo === null ? [] : holdersBefore(terms.priorityMode, terms.priorityRanks, leaderNo);
}

type Outcome = { readonly leaderNo: string; readonly priceFen: bigint; readonly standby: Standby | null };

/**
 * Offers the closed lot at its final price to those with a priority right; the deposits of the highest bidder, and of who would be reserve bidder if
 * nobody takes it, stay locked; the others are out. Trading §4.4, §5.6.
 */
export async function offerLot(ctx: Context, lot: Lot, { leaderNo, priceFen, standby }: Outcome, at: Date): Promise<LotChange> {
  const holders = openHolders(lot, leaderNo);
  const venue = await announcedRules(ctx.tx, lot.listing);
  const dueAt = endOfDay(addWorkingDays(calendarFor(), dayOf(at), venue.priorityAnswerWorkingDays));
  const logged = await logEntry(ctx.tx, lot, { kind: "OFFERED", at: ctx.clock.now(), endsAt: at, body: offerBody(holders, dueAt) });
  await ctx.due(AUCTION_DUE.endOffer, lot.id, dueAt);
  const concerned = new Set([leaderNo, ...holders.map(({ bidderNo }) => bidderNo)]);
  const bidders = await ctx.tx.auctionBidder.findMany({ where: { auctionId: lot.id, bidderNo: { in: [...concerned] } } });
  await releaseLosers(ctx, lot.listingId, new Set([...bidders.map(({ intentId }) => intentId), ...(standby ? [standby.intentId] : [])]), at);
  for (const { buyerId, bidderNo } of bidders) {
    await notifyOrganisation(ctx, buyerId, ["BUYER"], {
      kind: bidderNo === leaderNo ? "auction.priority-wait" : "auction.priority-offer",
      params: { title: lot.listing.result.title, price: toYuanText(fen(priceFen)), dueAt: shanghaiTime(dueAt) },
      link: `/desk/auctions/${lot.id}`,
    });
  }
  return { ...logged, priorityDueAt: dueAt };
}

/** The offer as the log has it. */
export async function offerInLog(ctx: Pick<Context, "tx">, lot: Lot): Promise<Offer | undefined> {
  const terms = termsInForce(lot);
  let offer: Offer | undefined;
  for (const entry of (await logOf(ctx.tx, lot.id)).map(entryOfRow)) {
    const standing = { endsAt: entry.endsAt, ...(lot.currentFen === null ? {} : { currentFen: fen(lot.currentFen) }), ...(lot.leaderNo === null ? {} : { leader: lot.leaderNo }) };
    if (entry.kind === "OFFERED") offer = offeredAt(terms, standing, entry);
    if (entry.kind === "ANSWERED" && offer) offer = answerOffer(offer, entry);
  }
  return offer;
}

import type { Tx } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { fen, type Fen } from "../shared/money.ts";
import { announcedRules, currentTerms } from "./announce.ts";
import type { BiddingPlan } from "./bidding-plan.schema.ts";
import type { AnnouncedTerms } from "./announced-terms.schema.ts";
import type { IntentState } from "./intent.machine.ts";
import type { ListingState } from "./listing.machine.ts";
import { getListing } from "./listing.repository.ts";
import type { SellerClass } from "./listing.rules.ts";
import type { SealedReserve } from "./reserve.ts";
import type { VersionedVenueParameters } from "./venue-parameters.ts";

/** A listing as the procedures that follow it need it: what was announced, and who takes part under which number. */
export type Lot = {
  readonly listingId: string;
  readonly no: string;
  readonly title: string;
  readonly state: ListingState;
  readonly resultId: string;
  /** The round before this one, where the listing is a further one. */
  readonly previousId: string | null;
  readonly sellerId: string;
  readonly sellerClass: SellerClass;
  readonly venueId: string;
  readonly divisionCode: string;
  readonly priceFen: Fen;
  readonly basisFen: Fen | null;
  readonly termsNo: number;
  /** The venue's rules at the announcement of these terms. */
  readonly venueRules: VersionedVenueParameters;
  readonly terms: AnnouncedTerms;
  /** How bidding runs; part of the terms. */
  readonly bidding: BiddingPlan;
  readonly reserve: SealedReserve | null;
  readonly periodEndedAt: Date | null;
  /** Admitted, won or lost; a name stands here only for the use of procedures, never for a page. */
  readonly bidders: readonly Bidder[];
};
export type Bidder = { readonly intentId: string; readonly buyerId: string; readonly bidderNo: string; readonly state: IntentState; readonly offerFen: Fen | null; readonly priorityRank: number | null };

export async function lotOf(tx: Tx, listingId: string): Promise<Lot> {
  const listing = await getListing(tx, listingId);
  const intents = await tx.intent.findMany({ where: { listingId, state: { in: ["ADMITTED", "WON", "LOST"] } }, orderBy: { bidderNo: "asc" } });
  const terms = await currentTerms(tx, listing);
  return {
    listingId,
    no: listing.no,
    title: listing.result.title,
    state: listing.state,
    resultId: listing.resultId,
    previousId: listing.previousId,
    sellerId: listing.sellerId,
    sellerClass: listing.sellerClass,
    venueId: listing.venueId,
    divisionCode: listing.divisionCode,
    priceFen: fen(listing.priceFen),
    basisFen: listing.basisFen === null ? null : fen(listing.basisFen),
    termsNo: listing.termsVersion,
    venueRules: await announcedRules(tx, listing),
    terms,
    bidding: terms.bidding,
    reserve: listing.reserveSealed !== null && listing.reserveHash !== null ? { sealed: listing.reserveSealed, hash: listing.reserveHash } : null,
    periodEndedAt: listing.periodEndsAt,
    bidders: intents.map(({ id, buyerId, bidderNo, state, offerFen, priorityRank }) => ({ intentId: id, buyerId, bidderNo: String(bidderNo), state, priorityRank, offerFen: offerFen === null ? null : fen(offerFen) })),
  };
}

/** The lot of a listing that went to bidding. */
export async function listingInBidding(tx: Tx, listingId: string): Promise<Lot> {
  const lot = await lotOf(tx, listingId);
  if (lot.state !== "BIDDING") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: lot.state, event: "schedule" });
  return lot;
}

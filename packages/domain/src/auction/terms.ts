import { fen } from "../shared/money.ts";
import type { BiddingTerms, BidStanding } from "./bid.rules.ts";
import { announcementFrom, announcementOfText } from "./announcement.ts";
import type { Announcement } from "./replay.rules.ts";

type LotTimes = {
  /** As JSON, or as its text. */
  readonly announcement: unknown;
  readonly freeEndsAt: Date;
  readonly hardStopsAt: Date | null;
};

/** The terms in force now: the announced ones, with the times that outages have shifted. */
export function termsInForce(lot: LotTimes): Announcement {
  const announced = typeof lot.announcement === "string" ? announcementOfText(lot.announcement) : announcementFrom(lot.announcement);
  return { ...announced, freeEnd: lot.freeEndsAt, ...(lot.hardStopsAt ? { hardStop: lot.hardStopsAt } : {}) };
}

/** Where the bidding stands according to the lot's row. */
export function standingOf(lot: { readonly endsAt: Date; readonly currentFen: bigint | null; readonly leaderNo: string | null }, terms: Announcement): BidStanding {
  return {
    endsAt: lot.endsAt,
    ...(lot.currentFen === null ? {} : { currentFen: fen(lot.currentFen) }),
    ...(lot.leaderNo === null ? {} : { leader: lot.leaderNo, leaderRank: terms.priorityRanks[lot.leaderNo] }),
  };
}

export function isOpenForBids(state: string): boolean {
  return state === "OPEN_FREE" || state === "OPEN_LIMITED";
}

export type { BiddingTerms };

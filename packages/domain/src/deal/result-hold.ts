import { noticeDuty, noticeEnd } from "../agreed-price/index.ts";
import { contractHeldUntil, resultAnnouncementEnd, sellerClassOf, soleBuyerOwesNotice, venueParametersAt } from "../listing/index.ts";
import { calendarFor } from "../reference/index.ts";
import { dayOf } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import type { DealRow } from "./deal.repository.ts";
import { rulesFixedAt } from "./fixed-terms.ts";

type Db = Pick<Tx, "parameter" | "listing" | "publicNotice">;
type Announced = Pick<DealRow, "origin" | "listingId" | "noticeId" | "venueId" | "awardedAt" | "divisionCode"> & { readonly seller: { readonly kind: string } };

/** How the result of a deal made on the market is announced (成交结果公告): until when, and until when nobody signs. */
export type ResultAnnouncement = { readonly until: Date | undefined; readonly heldUntil: Date | undefined };

/**
 * By the rules of the venue as they were announced, Trading §2.2 and §2.3; with a sole buyer for as long as an agreed price is on notice in the unit's
 * province, where the venue asks for that (§6.2).
 */
export async function resultAnnouncement(db: Db, deal: Announced): Promise<ResultAnnouncement> {
  const { origin, listingId, venueId, awardedAt, divisionCode } = deal;
  if (listingId === null || venueId === null) return { until: undefined, heldUntil: undefined };
  const announcedAt = await rulesFixedAt(db, deal);
  const rules = await venueParametersAt(db, venueId, announcedAt);
  const sellerClass = sellerClassOf(deal.seller.kind);
  const until = resultAnnouncementEnd(awardedAt, sellerClass, calendarFor(), rules);
  if (!soleBuyerOwesNotice({ isSoleBuyer: origin === "SOLE_BUYER", sellerClass }, rules)) return { until, heldUntil: contractHeldUntil(awardedAt, sellerClass, calendarFor(), rules) };
  const noticed = noticeEnd(awardedAt, noticeDuty(divisionCode, dayOf(announcedAt)).minimumDays, calendarFor());
  const longer = until !== undefined && until > noticed ? until : noticed;
  return { until: longer, heldUntil: longer };
}

/** Until when the announced result holds back the signatures of a deal (成交公告期内不得签约); null where it does not. */
export async function signaturesHeldUntil(db: Db, deal: Announced): Promise<Date | null> {
  return (await resultAnnouncement(db, deal)).heldUntil ?? null;
}

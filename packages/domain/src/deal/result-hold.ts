import { contractHeldUntil, sellerClassOf, venueParametersAt } from "../listing/index.ts";
import { calendarFor } from "../reference/index.ts";
import type { Tx } from "../shared/database.ts";
import type { DealRow } from "./deal.repository.ts";
import { rulesFixedAt } from "./fixed-terms.ts";

/** Until when the announced result holds back the signatures of a deal made on the market (成交公告期内不得签约); null where it does not. Trading §2.3. */
export async function signaturesHeldUntil(db: Pick<Tx, "parameter" | "listing" | "publicNotice">, deal: Pick<DealRow, "listingId" | "noticeId" | "venueId" | "awardedAt" | "seller">): Promise<Date | null> {
  const { listingId, venueId, awardedAt, seller } = deal;
  if (listingId === null || venueId === null) return null;
  return contractHeldUntil(awardedAt, sellerClassOf(seller.kind), calendarFor(), await venueParametersAt(db, venueId, await rulesFixedAt(db, deal))) ?? null;
}

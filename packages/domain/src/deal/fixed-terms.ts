import type { Tx } from "../shared/database.ts";
import type { DealRow } from "./deal.repository.ts";

/**
 * The instant whose rules and fees of the venue hold for a deal: that of the announcement on which it was made, whatever the venue has changed since; without an
 * announcement the day it was agreed. Trading §2.2.
 */
export async function rulesFixedAt(db: Pick<Tx, "listing" | "publicNotice">, { listingId, noticeId, awardedAt }: Pick<DealRow, "listingId" | "noticeId" | "awardedAt">): Promise<Date> {
  const announcement = listingId !== null
    ? await db.listing.findUnique({ where: { id: listingId }, select: { publishedAt: true } })
    : noticeId !== null ? await db.publicNotice.findUnique({ where: { id: noticeId }, select: { publishedAt: true } }) : null;
  return announcement?.publishedAt ?? awardedAt;
}

import { searchParts } from "../result/index.ts";
import { dropEntry, putEntry } from "../search/index.ts";
import type { Tx } from "../shared/database.ts";
import { isWithheld } from "../shared/withheld.ts";

const PARTY = { select: { id: true, name: true, nameEn: true } } as const;

/** Puts a listing where it is found as soon as it is public, and keeps its state and dates right. */
export async function putListingEntry(tx: Tx, listingId: string): Promise<void> {
  const row = await tx.listing.findUniqueOrThrow({ where: { id: listingId }, include: { seller: PARTY, venue: PARTY, result: { include: { rights: { select: { title: true, number: true } } } } } });
  if (row.publishedAt === null) return;
  if (isWithheld(row.result)) return dropEntry(tx, "LISTING", listingId);
  const { result, seller, venue } = row;
  await putEntry(tx, {
    kind: "LISTING", subjectId: listingId, aboutId: result.id, alias: row.no, title: result.title, titleEn: result.titleEn, text: result.summary, parts: searchParts(result, seller), owner: seller,
    field: result.field, divisionCode: row.divisionCode, stage: result.stage, modes: [row.tradeMode], priceFen: row.priceFen, dueAt: row.periodEndsAt, at: row.publishedAt,
    card: {
      no: row.no, state: row.state, tradeMode: row.tradeMode, licenceKind: row.licenceKind, licenceYears: row.licenceYears, periodEndsAt: row.periodEndsAt?.toISOString() ?? null,
      venueName: venue.name, venueNameEn: venue.nameEn,
    },
  });
}

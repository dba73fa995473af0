import type { SecrecyCaseModel } from "../generated/models.ts";
import type { Tx } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import type { SeenAs } from "./secrecy.schema.ts";

export type Subject = { readonly type: "result" | "demand"; readonly id: string; /** On whose market it was seen. */ readonly venueId: string | null };

/** What is withheld when something is reported that was seen as a listing, a notice or a lot: the result that it offers, and all that speaks of it. */
export async function subjectOf(tx: Pick<Tx, "listing" | "publicNotice" | "auction">, seenAs: SeenAs, id: string): Promise<Subject> {
  switch (seenAs) {
    case "RESULT":
      return { type: "result", id, venueId: (await tx.listing.findFirst({ where: { resultId: id, publishedAt: { not: null } }, orderBy: { publishedAt: "desc" }, select: { venueId: true } }))?.venueId ?? null };
    case "DEMAND":
      return { type: "demand", id, venueId: null };
    case "LISTING": {
      const row = await tx.listing.findUnique({ where: { id }, select: { resultId: true, venueId: true, publishedAt: true } });
      return row?.publishedAt ? { type: "result", id: row.resultId, venueId: row.venueId } : notFound("listing", id);
    }
    case "NOTICE": {
      const row = await tx.publicNotice.findUnique({ where: { id }, select: { resultId: true, venueId: true, publishedAt: true } });
      return row?.publishedAt ? { type: "result", id: row.resultId, venueId: row.venueId } : notFound("notice", id);
    }
    case "AUCTION": {
      const row = await tx.auction.findUnique({ where: { id }, select: { listing: { select: { resultId: true, venueId: true } } } });
      return row ? { type: "result", id: row.listing.resultId, venueId: row.listing.venueId } : notFound("auction", id);
    }
  }
}

/** The case under its lock: two officers decide one after the other. */
export async function lockCase(tx: Tx, id: string): Promise<SecrecyCaseModel> {
  await tx.$queryRaw`select 1 from secrecy_case where id = ${id}::uuid for update`;
  return (await tx.secrecyCase.findUnique({ where: { id } })) ?? notFound("secrecy-case", id);
}

/** Whoever reported does not decide. */
export function factsOf({ ownerId, venueId, divisionCode, reporterId }: Pick<SecrecyCaseModel, "ownerId" | "venueId" | "divisionCode" | "reporterId">) {
  return { ownerId, venueId, divisionCode, authorId: reporterId };
}

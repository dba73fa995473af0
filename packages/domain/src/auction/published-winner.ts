import type { OrganisationKind } from "../generated/enums.ts";
import { fullDivisionName } from "../reference/index.ts";
import type { ReadContext } from "../shared/use-case.ts";
import { awardedNo } from "./award-terms.ts";
import type { ProcedureTerms } from "./procedure-terms.schema.ts";

/** What is published of who has the lot: kind and place, and the name where that was announced (§5.11; Court-Online 22, 拍卖法 21). */
export type PublishedWinner = { readonly bidderNo: string; readonly kind: OrganisationKind; readonly divisionCode: string; readonly divisionName: string; readonly name: string | null; readonly nameEn: string | null };

type Lot = { readonly id: string; readonly state: string; readonly leaderNo: string | null; readonly result: unknown };

/** Whose lot it is once that is confirmed. */
export async function winnerOf(db: Pick<ReadContext["db"], "auctionBidder">, lot: Lot): Promise<{ readonly bidderNo: string; readonly buyerId: string } | null> {
  const bidderNo = awardedNo(lot);
  if (lot.state !== "AWARDED" || bidderNo === null) return null;
  return db.auctionBidder.findUniqueOrThrow({ where: { auctionId_bidderNo: { auctionId: lot.id, bidderNo } }, select: { bidderNo: true, buyerId: true } });
}

export async function publishedWinner(db: ReadContext["db"], lot: Lot, identityMode: ProcedureTerms["identityMode"] | undefined): Promise<PublishedWinner | null> {
  const winner = await winnerOf(db, lot);
  if (winner === null) return null;
  const { bidderNo, buyerId } = winner;
  const { kind, divisionCode, name, nameEn } = await db.organisation.findUniqueOrThrow({ where: { id: buyerId }, select: { kind: true, divisionCode: true, name: true, nameEn: true } });
  return { bidderNo, kind, divisionCode, divisionName: fullDivisionName(divisionCode), ...(identityMode === "WINNER_NAMED" ? { name, nameEn } : { name: null, nameEn: null }) };
}

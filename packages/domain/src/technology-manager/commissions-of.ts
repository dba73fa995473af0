import type { Tx } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import type { Fen } from "../shared/money.ts";
import { commissionOn, commissionStanding } from "./commission.rules.ts";

/** A commission that a client owes an agency on a deal, as the mandate has it. What is due of it at a time is `commissionDue`. */
export type OwedCommission = {
  readonly mandateId: string;
  readonly mandateNo: string;
  /** The client of the mandate: the seller or the buyer of the deal. */
  readonly payerId: string;
  readonly agencyId: string;
  readonly side: "SELLER" | "BUYER";
  readonly rateBp: number;
  readonly amountFen: Fen;
  /** OWED is collected; TAIL is shown to both sides and left to them (民法典 965). */
  readonly standing: "OWED" | "TAIL";
};

/** Which commissions a deal owes to which managers' organisations. Settlement books what is OWED. */
export async function commissionsOf(db: Pick<Tx, "deal" | "mandate" | "roomParty">, dealId: string): Promise<readonly OwedCommission[]> {
  const deal = await db.deal.findUnique({ where: { id: dealId }, select: { resultId: true, sellerId: true, buyerId: true, priceFen: true, awardedAt: true } });
  if (!deal) notFound("deal", dealId);
  const [mandates, talks] = await Promise.all([
    db.mandate.findMany({ where: { answeredAt: { not: null }, state: { in: ["ACTIVE", "ENDED", "EXPIRED"] }, OR: [{ clientId: deal.sellerId, side: "SELLER" }, { clientId: deal.buyerId, side: "BUYER" }] }, orderBy: { answeredAt: "asc" } }),
    db.roomParty.findMany({ where: { mandateId: { not: null }, joinedAt: { lte: deal.awardedAt }, room: { resultId: deal.resultId, sellerId: deal.sellerId, buyerId: deal.buyerId } }, select: { mandateId: true } }),
  ]);
  const introduced = new Set(talks.map(({ mandateId }) => mandateId));
  return mandates.flatMap((mandate): OwedCommission[] => {
    const standing = commissionStanding({
      isExclusive: mandate.exclusive,
      coversResult: mandate.resultId === null || mandate.resultId === deal.resultId,
      introduced: introduced.has(mandate.id),
      acceptedAt: mandate.answeredAt,
      endedAt: mandate.endedAt,
      tailMonths: mandate.tailMonths,
      awardedAt: deal.awardedAt,
    });
    if (standing === null) return [];
    const { id: mandateId, no: mandateNo, clientId: payerId, agencyId, side, rateBp } = mandate;
    return [{ mandateId, mandateNo, payerId, agencyId, side, rateBp, amountFen: commissionOn(deal.priceFen, mandate), standing }];
  });
}

import { minFen, shareFloor, type Fen } from "../shared/money.ts";

export type CommissionTerms = { readonly rateBp: number; readonly capFen: bigint | null };

/** The whole commission (佣金) on a price, never above the cap. Part fen are not owed. */
export function commissionOn(priceFen: bigint, { rateBp, capFen }: CommissionTerms): Fen {
  const share = shareFloor(priceFen, rateBp);
  return capFen === null ? share : minFen(share, capFen);
}

/** Paid pro rata to the money received (institutions and managers §2.4): what is due once so much of the price has come. */
export function commissionDue(wholeFen: bigint, priceFen: bigint, receivedFen: bigint): Fen {
  if (priceFen === 0n) return minFen(0n, 0n);
  const share = (wholeFen * (receivedFen < priceFen ? receivedFen : priceFen)) / priceFen;
  return minFen(share, wholeFen);
}

export type OwingFacts = {
  readonly isExclusive: boolean;
  /** Named for this very result, or for whatever the client trades. */
  readonly coversResult: boolean;
  /** The agency took part in the talks between these two about this result (引荐记录). */
  readonly introduced: boolean;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly tailMonths: number;
  readonly awardedAt: Date;
};

/**
 * Whether the client owes the agency a commission on a deal. 民法典 963: the fee falls due when the agency brings about the contract, which its
 * part in the talks proves; an exclusive mandate owes it however the deal came about. 民法典 965: who goes round the agency still owes, and within
 * the tail period the platform shows it but does not collect. Without a result nothing is owed (964).
 */
export function commissionStanding(facts: OwingFacts): "OWED" | "TAIL" | null {
  if (!facts.coversResult || facts.acceptedAt === null || facts.acceptedAt > facts.awardedAt) return null;
  if (facts.endedAt === null || facts.endedAt > facts.awardedAt) return facts.isExclusive || facts.introduced ? "OWED" : null;
  return facts.introduced && facts.awardedAt < monthsAfter(facts.endedAt, facts.tailMonths) ? "TAIL" : null;
}

/** The same day so many months on; the last of the month where there is none. */
export function monthsAfter(at: Date, months: number): Date {
  const moved = new Date(at);
  const dayOfMonth = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(dayOfMonth, last));
  return moved;
}

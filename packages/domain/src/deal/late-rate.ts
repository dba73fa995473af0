import { settlementParametersAt, type SettlementParameters } from "../settlement/index.ts";
import type { Tx } from "../shared/database.ts";
import { lateRateOf, storedTerms } from "../terms/index.ts";
import type { DealRow } from "./deal.repository.ts";
import { rulesFixedAt } from "./fixed-terms.ts";

export type LateDeal = Pick<DealRow, "venueId" | "listingId" | "noticeId" | "awardedAt" | "terms">;
export type LateParameters = SettlementParameters & { /** Agreed between the parties, not the venue's. */ readonly lateRateAgreed: boolean };

/** What late payment costs on this deal: what its parties agreed (民法典 585), else what the venue's rules said when the deal was announced. */
export async function lateParametersOf(db: Pick<Tx, "parameter" | "listing" | "publicNotice">, deal: LateDeal): Promise<LateParameters> {
  const parameters = await settlementParametersAt(db, deal.venueId, await rulesFixedAt(db, deal));
  const agreed = storedTerms(deal.terms);
  const agreedBp = agreed && lateRateOf(agreed.payment);
  return { ...parameters, overdueInterestBpPerYear: agreedBp ?? parameters.overdueInterestBpPerYear, lateRateAgreed: agreedBp !== null };
}

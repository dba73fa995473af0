import { feeParts, feeTariffAt, type FeeParts } from "../settlement/index.ts";
import type { Tx } from "../shared/database.ts";
import { ZERO_FEN } from "../shared/money.ts";
import { buyerFeeReference } from "./contract-draft.ts";
import type { DealRow } from "./deal.repository.ts";
import { rulesFixedAt } from "./fixed-terms.ts";
import { isUsedFirst } from "./use-first-deal.ts";

export type DealFees = FeeParts & { readonly buyerShareBp: number; readonly tariff: string };

/** The venue's fee on a deal and who bears it, by the tariff of the announcement; null where no price passes through a venue. Trading §7. */
export async function feesOf(db: Pick<Tx, "parameter" | "listing" | "publicNotice">, deal: DealRow): Promise<DealFees | null> {
  if (deal.venueId === null || isUsedFirst(deal)) return null;
  const { tariff, agreed } = await feeTariffAt(db, deal.venueId, await rulesFixedAt(db, deal));
  return { ...feeParts(deal.priceFen, tariff, agreed), buyerShareBp: tariff.buyerShareBp, tariff: tariff.version };
}

/** The buyer's part falls due when both have signed. */
export async function buyerFeeDue(db: Parameters<typeof feesOf>[0], deal: DealRow): Promise<{ readonly buyerFeeFen?: bigint; readonly buyerFeeReference?: string }> {
  const buyerFeeFen = (await feesOf(db, deal))?.buyerFen ?? ZERO_FEN;
  return buyerFeeFen === 0n ? {} : { buyerFeeFen, buyerFeeReference: buyerFeeReference(deal.no) };
}

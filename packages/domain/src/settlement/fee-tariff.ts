import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { fen, wan } from "../shared/money.ts";
import type { FeeTariff } from "./settlement.rules.ts";

const PARAMETER_KEY = "settlement.fee-tariff";

const BasisPoints = z.number().int().min(0).max(10_000);

/** As a venue sets it: amounts in fen as decimal text. A tariff from before it could say who bears the fee left it to the seller. */
const StoredTariff = z.object({ bands: z.array(z.object({ upToFen: z.string().regex(/^\d+$/).optional(), rateBp: BasisPoints })).min(1), buyerShareBp: BasisPoints.default(0) });

/** Proposed where a venue has published no tariff of its own: 3 % to 100 万, 2 % to 500 万, 1 % above (Trading §7, illustrative there), borne by the seller. */
const PROPOSED_TARIFF: FeeTariff = { version: "default-2025-1", bands: [{ upToFen: wan(100), rateBp: 300 }, { upToFen: wan(500), rateBp: 200 }, { rateBp: 100 }], buyerShareBp: 0 };

/** The tariff of a venue at an instant, and whether the venue agreed it with its parties: without that, 拍卖法 56 caps the fee. */
export async function feeTariffAt(tx: Pick<Tx, "parameter">, venueId: string, at: Date): Promise<{ readonly tariff: FeeTariff; readonly agreed: boolean }> {
  const [row] = await tx.parameter.findMany({
    where: { key: PARAMETER_KEY, scope: { in: [venueId, ""] }, effectiveFrom: { lte: at } },
    orderBy: [{ scope: "desc" }, { version: "desc" }],
    take: 1,
  });
  if (!row) return { tariff: PROPOSED_TARIFF, agreed: false };
  const { buyerShareBp, ...stored } = StoredTariff.parse(row.value);
  const bands = stored.bands.map(({ upToFen, rateBp }) => ({ rateBp, ...(upToFen === undefined ? {} : { upToFen: fen(BigInt(upToFen)) }) }));
  return { tariff: { version: `${row.scope === "" ? "platform" : "venue"}-${row.version}`, bands, buyerShareBp }, agreed: row.scope !== "" };
}

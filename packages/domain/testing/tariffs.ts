import type { Deps } from "../src/shared/database.ts";

type Tariff = { readonly buyerShareBp: number; /** From the beginning of time unless given. */ readonly effectiveFrom?: Date };

/** A venue's own tariff with the platform's bands: 3 % to 100 万, 2 % to 500 万, 1 % above. */
export async function venueTariff(deps: Deps, venueId: string, { buyerShareBp, effectiveFrom = new Date(0) }: Tariff): Promise<void> {
  const version = 1 + (await deps.db.parameter.count({ where: { key: "settlement.fee-tariff", scope: venueId } }));
  const bands = [{ upToFen: "100000000", rateBp: 300 }, { upToFen: "500000000", rateBp: 200 }, { rateBp: 100 }];
  await deps.db.parameter.create({ data: { key: "settlement.fee-tariff", scope: venueId, version, effectiveFrom, reason: "测试", value: { bands, buyerShareBp } } });
}

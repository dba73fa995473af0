import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { readParameter } from "../shared/parameter.ts";
import { DEFAULT_SETTLEMENT_PARAMETERS, type SettlementParameters } from "./settlement.rules.ts";

const Days = z.number().int().min(0).max(60);
const BasisPoints = z.number().int().min(0).max(10_000);

/** What a venue may set of its settlement rules; what it leaves out is the platform's proposal. */
const StoredParameters = z
  .object({ version: z.string().min(1), fullPriceWorkingDays: Days, graceDays: Days, overdueInterestBpPerYear: BasisPoints.max(1_800), releaseWorkingDays: Days })
  .partial()
  .extend({ version: z.string().min(1) });

/** The settlement rules of a venue at an instant; where the parties settle between themselves, the platform's. */
export async function settlementParametersAt(db: Pick<Tx, "parameter">, venueId: string | null, at: Date): Promise<SettlementParameters> {
  const stored = await readParameter(db, "settlement.rules", StoredParameters, at, { version: DEFAULT_SETTLEMENT_PARAMETERS.version }, venueId ?? "");
  const isOwn = stored.version !== DEFAULT_SETTLEMENT_PARAMETERS.version;
  return { ...DEFAULT_SETTLEMENT_PARAMETERS, ...stored, standing: isOwn ? "VENUE_RULES" : "PROPOSED_DEFAULT" };
}

import type { Day } from "../shared/clock.ts";
import { shareCeil } from "../shared/money.ts";

/** 成本法、市场法、收益法 (GB/T 42748—2023; evaluation note A5). */
export const VALUATION_METHODS = ["COST", "MARKET", "INCOME"] as const;
export type ValuationMethod = (typeof VALUATION_METHODS)[number];

/** Numbers that differ by venue or year: proposed defaults, with their version. */
export const DEFAULT_VALUATION_PARAMETERS = { version: "default-2026-1", validDays: 365, floorBp: 9_000, farAboveBp: 20_000 } as const;
export type ValuationParameters = typeof DEFAULT_VALUATION_PARAMETERS;

export type ReportFacts = { readonly valueFen: bigint; readonly valuedOn: Day; readonly validTo: Day; readonly withdrawn: boolean };

export type PriceFacts = {
  readonly priceFen: bigint;
  readonly on: Day;
  readonly sellerClass: "STATE_INSTITUTE" | "STATE_OWNED_ENTERPRISE" | "PRIVATE";
  /** A wholly state-owned buyer spares a state institute the appraisal (财政部令第100号, 39–40). */
  readonly buyerIsStateOwned: boolean;
  readonly reports: readonly ReportFacts[];
};

export type ValuationWarning =
  /** 企业国有资产法 55: a state-owned enterprise sells on an appraisal. */
  | { readonly code: "APPRAISAL_REQUIRED"; readonly blocking: true }
  | { readonly code: "NO_APPRAISAL"; readonly blocking: false }
  | { readonly code: "APPRAISAL_OUT_OF_DATE"; readonly blocking: boolean }
  /** Below 90 % of the appraisal a state seller needs a new approval. */
  | { readonly code: "FAR_BELOW_APPRAISAL"; readonly blocking: boolean }
  | { readonly code: "FAR_ABOVE_APPRAISAL"; readonly blocking: false };

export type PriceComparison = { readonly warnings: readonly ValuationWarning[]; readonly valueFen: bigint | null; /** The price as a share of the value, in basis points. */ readonly ratioBp: number | null };

/** The price beside the newest report that stands, with what the rules say of it. */
export function compareWithValuations(facts: PriceFacts, parameters: ValuationParameters = DEFAULT_VALUATION_PARAMETERS): PriceComparison {
  const standing = facts.reports.filter(({ withdrawn }) => !withdrawn).toSorted((a, b) => (a.valuedOn < b.valuedOn ? 1 : -1));
  const current = standing.find(({ validTo }) => facts.on <= validTo) ?? standing[0];
  const isEnterprise = facts.sellerClass === "STATE_OWNED_ENTERPRISE";
  if (!current) {
    if (isEnterprise) return { warnings: [{ code: "APPRAISAL_REQUIRED", blocking: true }], valueFen: null, ratioBp: null };
    const isAsked = facts.sellerClass === "STATE_INSTITUTE" && !facts.buyerIsStateOwned;
    return { warnings: isAsked ? [{ code: "NO_APPRAISAL", blocking: false }] : [], valueFen: null, ratioBp: null };
  }
  const warnings: ValuationWarning[] = [];
  if (facts.on > current.validTo) warnings.push({ code: "APPRAISAL_OUT_OF_DATE", blocking: isEnterprise });
  if (facts.priceFen < shareCeil(current.valueFen, parameters.floorBp)) warnings.push({ code: "FAR_BELOW_APPRAISAL", blocking: isEnterprise });
  if (facts.priceFen > shareCeil(current.valueFen, parameters.farAboveBp)) warnings.push({ code: "FAR_ABOVE_APPRAISAL", blocking: false });
  return { warnings, valueFen: current.valueFen, ratioBp: Number((facts.priceFen * 10_000n) / current.valueFen) };
}

import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { compareWithValuations, type PriceFacts } from "./valuation.rules.ts";

const report = { valueFen: wan(200), valuedOn: day("2026-01-10"), validTo: day("2027-01-10"), withdrawn: false };
const facts: PriceFacts = { priceFen: wan(180), on: day("2026-03-02"), sellerClass: "STATE_INSTITUTE", buyerIsStateOwned: false, reports: [report] };

describe("T4 valuation: the price beside the reports on record", () => {
  it.each([
    ["90 % of the value is free", {}, [], 9_000],
    ["one fen below it is not", { priceFen: wan(180) - 1n }, ["FAR_BELOW_APPRAISAL"], 8_999],
    ["twice the value is remarkable only beyond", { priceFen: wan(400) }, [], 20_000],
    ["more than twice", { priceFen: wan(401) }, ["FAR_ABOVE_APPRAISAL"], 20_050],
    ["the last day still counts", { on: day("2027-01-10") }, [], 9_000],
    ["the day after it does not", { on: day("2027-01-11") }, ["APPRAISAL_OUT_OF_DATE"], 9_000],
    ["a withdrawn report is none", { reports: [{ ...report, withdrawn: true }] }, ["NO_APPRAISAL"], null],
    ["a wholly state-owned buyer spares the appraisal", { reports: [], buyerIsStateOwned: true }, [], null],
    ["a private seller owes none", { reports: [], sellerClass: "PRIVATE" }, [], null],
    ["a state-owned enterprise must have one", { reports: [], sellerClass: "STATE_OWNED_ENTERPRISE" }, ["APPRAISAL_REQUIRED"], null],
    ["the newest counts", { reports: [report, { ...report, valueFen: wan(180), valuedOn: day("2026-02-01") }] }, [], 10_000],
    ["one that still holds before one that does not", { reports: [{ ...report, valueFen: wan(90), valuedOn: day("2026-02-01"), validTo: day("2026-02-20") }, report] }, [], 9_000],
  ] as const)("T4 valuation: %s", (_case, change, codes, ratioBp) => {
    const comparison = compareWithValuations({ ...facts, ...change });
    expect(comparison.warnings.map(({ code }) => code)).toEqual(codes);
    expect(comparison.ratioBp).toBe(ratioBp);
  });

  it("T4 valuation: what warns others blocks a state-owned enterprise", () => {
    const low = (sellerClass: PriceFacts["sellerClass"]) => compareWithValuations({ ...facts, priceFen: wan(100), sellerClass }).warnings;
    expect([low("STATE_INSTITUTE"), low("STATE_OWNED_ENTERPRISE")]).toEqual([[{ code: "FAR_BELOW_APPRAISAL", blocking: false }], [{ code: "FAR_BELOW_APPRAISAL", blocking: true }]]);
  });
});

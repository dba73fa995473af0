import { describe, expect, it } from "vitest";
import { partsOf, termsBody } from "./given-terms.ts";

describe("T4 form of terms", () => {
  it("T4 form: percent becomes basis points, numbers become numbers, a licence only where it is one", () => {
    expect(termsBody({ tradeMode: "LICENCE", licence: { kind: "sole", territory: "浙江省", years: "5" }, payment: { form: "ENTRY_AND_ROYALTY", entry: "300000", royaltyBp: "3.55", royaltyBase: "NET_SALES" } }, [])).toEqual({
      tradeMode: "LICENCE", licence: { kind: "sole", territory: "浙江省", years: 5 }, payment: { form: "ENTRY_AND_ROYALTY", entry: "300000", royaltyBp: 355, royaltyBase: "NET_SALES" },
    });
    expect(termsBody({ tradeMode: "ASSIGNMENT", licence: { territory: "x" }, payment: { form: "LUMP_SUM", price: "1", withinDays: "30" } }, [])).toEqual({ tradeMode: "ASSIGNMENT", licence: null, payment: { form: "LUMP_SUM", price: "1", withinDays: 30 } });
  });

  it("T4 form: instalments travel as typed, the right to audit as yes or no", () => {
    const parts = [{ dueOn: "2026-04-01", amount: "60" }];
    expect(termsBody({ tradeMode: "ASSIGNMENT", payment: { form: "INSTALMENTS", price: "100" } }, parts)).toMatchObject({ payment: { parts } });
    expect(termsBody({ tradeMode: "LICENCE", payment: { form: "USE_FIRST", auditRight: "on" } }, [])).toMatchObject({ payment: { auditRight: true } });
    expect(termsBody({ tradeMode: "LICENCE", payment: { form: "USE_FIRST" } }, [])).toMatchObject({ payment: { auditRight: false } });
    expect(termsBody({ tradeMode: "LICENCE", payment: { form: "USE_FIRST", smeOnly: "on" } }, [])).toMatchObject({ payment: { smeOnly: true } });
    expect(partsOf({ parts })).toEqual(parts);
    expect(partsOf(undefined)).toHaveLength(2);
  });
});

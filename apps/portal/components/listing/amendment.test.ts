import { describe, expect, it } from "vitest";
import { amendmentBody, amendmentOf, type Announced } from "./amendment.ts";

const PLEDGE = { kind: "PLEDGE", territory: "", until: null, detail: "登记号 Y2026330000123" } as const;
const ANNOUNCED: Announced = { price: "1200000.00", workingDays: 20, paymentTerms: "一次付清", buyerConditions: "", disclosure: { encumbrances: [PLEDGE], defects: "" } };
const PAPER = { reason: "公告期内办理了质押登记", approvalPaper: "校务会纪要〔2026〕8号" };

describe("T2 listing: the amendment that an operator types", () => {
  const bodyOf = (change: object) => amendmentBody(ANNOUNCED, { ...amendmentOf(ANNOUNCED), ...PAPER, ...change });

  it("says nothing of what stays as it was announced", () => {
    expect(bodyOf({})).toEqual(PAPER);
    expect(bodyOf({ price: "1100000" })).toEqual({ ...PAPER, price: "1100000" });
    expect(bodyOf({ workingDays: "25" })).toEqual({ ...PAPER, workingDays: 25 });
  });

  it("sends all burdens and defects when one is added, changed or taken away", () => {
    const [pledge] = amendmentOf(ANNOUNCED).encumbrances;
    const licence = { kind: "ORDINARY_LICENCE", territory: "浙江省", until: "2028-12-31", detail: "备案号 X2026330000001" };
    expect(bodyOf({ encumbrances: [pledge, licence] })).toMatchObject({ disclosure: { encumbrances: [pledge, licence], defects: "" } });
    expect(bodyOf({ encumbrances: [{ ...pledge, until: "2027-06-30" }] })).toMatchObject({ disclosure: { encumbrances: [{ kind: "PLEDGE", until: "2027-06-30" }] } });
    expect(bodyOf({ encumbrances: [] })).toMatchObject({ disclosure: { encumbrances: [], defects: "" } });
    expect(bodyOf({ defects: "尚未通过型式检验" })).toMatchObject({ disclosure: { encumbrances: [{ detail: PLEDGE.detail }], defects: "尚未通过型式检验" } });
  });
});

import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { yuan } from "../shared/money.ts";
import { DealTerms } from "../terms/index.ts";
import { agreedPlanProblems, agreedTextProblems } from "./agreed-terms.rules.ts";

const FROM = day("2026-03-02");
const lump = DealTerms.parse({ tradeMode: "ASSIGNMENT", payment: { form: "LUMP_SUM", price: "100", withinDays: 30 } });
const parts = DealTerms.parse({ tradeMode: "ASSIGNMENT", payment: { form: "INSTALMENTS", price: "100", parts: [{ dueOn: "2026-04-01", amount: "60" }, { dueOn: "2026-10-01", amount: "40" }] } });
const royalty = DealTerms.parse({ tradeMode: "LICENCE", licence: { kind: "ordinary", territory: "长三角三省一市", years: 3 }, payment: { form: "ENTRY_AND_ROYALTY", entry: "100", royaltyBp: 350, royaltyBase: "NET_SALES" } });
const due = (dueOn: string, amount: number) => ({ dueOn: day(dueOn), amountFen: yuan(amount) });

describe("T4 contract and agreed terms", () => {
  it.each([
    ["one sum in time", lump, [due("2026-04-01", 100)], []],
    ["one sum too late", lump, [due("2026-04-02", 100)], ["DEAL_PLAN_NOT_AS_AGREED"]],
    ["two parts where one was agreed", lump, [due("2026-03-10", 50), due("2026-03-20", 50)], ["DEAL_PLAN_NOT_AS_AGREED"]],
    ["the agreed parts", parts, [due("2026-04-01", 60), due("2026-10-01", 40)], []],
    ["other amounts", parts, [due("2026-04-01", 50), due("2026-10-01", 50)], ["DEAL_PLAN_NOT_AS_AGREED"]],
    ["another day", parts, [due("2026-04-02", 60), due("2026-10-01", 40)], ["DEAL_PLAN_NOT_AS_AGREED"]],
    ["an entry fee in any plan", royalty, [due("2026-05-01", 100)], []],
  ] as const)("T4 plan: %s", (_case, terms, instalments, problems) => {
    expect(agreedPlanProblems(terms, { validFrom: FROM, instalments })).toEqual(problems);
  });

  it("T4 text: the royalty and the territory stand in it", () => {
    expect(agreedTextProblems(royalty, "许可地域为长三角 三省一市，按净销售额的 3.5% 提成")).toEqual([]);
    expect(agreedTextProblems(royalty, "许可地域为中国，按净销售额的 3% 提成")).toEqual(["ROYALTY", "TERRITORY"]);
    expect(agreedTextProblems(lump, "")).toEqual([]);
  });

  // 民法典 585: what the platform counts with is what both have signed.
  it.each([
    ["逾期付款的，按年率 18.25% 支付违约金", []],
    ["逾期付款的，按年利率18.25 %支付违约金", []],
    ["逾期付款的，按年率 118.25% 支付违约金", ["LATE_RATE"]],
    ["逾期付款的，按年率 8.25% 支付违约金，价款的 18.25% 先付", ["LATE_RATE"]],
    ["逾期付款的，每日万分之三", ["LATE_RATE"]],
  ] as const)("T4 text: with 18.25 % a year agreed for late payment, “%s” lacks %j", (text, problems) => {
    const agreed = DealTerms.parse({ tradeMode: "ASSIGNMENT", payment: { form: "LUMP_SUM", price: "100", withinDays: 30, lateBpPerYear: 1_825 } });
    expect(agreedTextProblems(agreed, text)).toEqual(problems);
  });
});

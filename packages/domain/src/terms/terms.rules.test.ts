import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { termDifferences, termLines } from "./terms.fields.ts";
import { storedTerms, termsToJson } from "./terms.json.ts";
import { paymentSentence } from "./payment.text.ts";
import { formulaOf, isExpectation, lateRateOf, namedPrice, royaltyDue, royaltyFee, termProblems } from "./terms.rules.ts";
import { DealTerms, type DealTermsInput } from "./terms.schema.ts";

const TODAY = day("2026-03-02");
const licence = { kind: "sole", territory: "浙江省", years: 5 } as const;
const read = (input: DealTermsInput): DealTerms => DealTerms.parse(input);
const SALE = read({ tradeMode: "ASSIGNMENT", payment: { form: "LUMP_SUM", price: "1200000", withinDays: 30 } });
const USE_FIRST = {
  form: "USE_FIRST", expected: "600000", royaltyBp: 400, royaltyBase: "NET_SALES", cap: "600000", trigger: "REVENUE_LEVEL", triggerText: "含本技术产品累计销售达到一百万元",
  outerOn: "2028-03-01", auditRight: true, exitTerms: "触发前可退出，返还资料，保密义务继续", breachTerms: "逾期三十日中止许可",
} as const;

describe("T4 terms", () => {
  // Rights and income §9: base 0, 4 % of sales, cap 60 万; sales 500 → 20; later 1 600 cumulative → min(60, 64) = 60, due 40.
  it.each([
    [500, 0, 20, 20],
    [1_600, 20, 60, 40],
    [1_600, 60, 60, 0],
    [0, 0, 0, 0],
  ])("T4 use first, pay later: sales of %i 万 in all, %i 万 paid → fee %i 万, due %i 万", (sales, paid, fee, due) => {
    const formula = formulaOf(read({ tradeMode: "LICENCE", licence, payment: USE_FIRST }).payment)!;
    expect(royaltyFee(formula, wan(sales))).toBe(wan(fee));
    expect(royaltyDue(formula, wan(sales), wan(paid))).toBe(wan(due));
  });

  it("T4 terms: an entry fee is the base of its royalty", () => {
    const { payment } = read({ tradeMode: "LICENCE", licence, payment: { form: "ENTRY_AND_ROYALTY", entry: "200000", royaltyBp: 250, royaltyBase: "NET_SALES" } });
    expect(royaltyFee(formulaOf(payment)!, wan(100))).toBe(225_000_00n);
    expect(namedPrice(payment)).toBe(wan(20));
  });

  it.each([
    [SALE, []],
    [read({ ...termsToJson(SALE), tradeMode: "LICENCE" }), ["TERMS_LICENCE_NEEDED"]],
    [read({ ...termsToJson(SALE), licence }), ["TERMS_NO_LICENCE"]],
    [read({ ...termsToJson(SALE), tradeMode: "EQUITY" }), ["TERMS_EQUITY_BOTH"]],
    [read({ tradeMode: "EQUITY", payment: { form: "EQUITY", value: "3000000", shareBp: 1500, company: "浙东钛业有限公司" } }), []],
    [read({ tradeMode: "ASSIGNMENT", payment: { form: "INSTALMENTS", price: "100", parts: [{ dueOn: "2026-04-01", amount: "40" }, { dueOn: "2026-03-15", amount: "50" }] } }), ["TERMS_PARTS_DO_NOT_ADD_UP", "TERMS_PARTS_NOT_IN_ORDER"]],
    [read({ tradeMode: "LICENCE", licence, payment: USE_FIRST }), []],
    [read({ tradeMode: "ASSIGNMENT", payment: USE_FIRST }), ["TERMS_USE_FIRST_LICENCE"]],
    [read({ tradeMode: "LICENCE", licence, payment: { ...USE_FIRST, cap: null, auditRight: false, exitTerms: "", breachTerms: "", outerOn: "2026-03-02" } }), ["TERMS_USE_FIRST_LACKS", "TERMS_USE_FIRST_LACKS", "TERMS_USE_FIRST_LACKS", "TERMS_USE_FIRST_LACKS", "TERMS_OUTER_DATE_PAST"]],
  ] as const)("T4 terms: problems of case %#", (terms, codes) => {
    expect(termProblems(terms, TODAY).map(({ code }) => code)).toEqual(codes);
  });

  it("T4 terms: differences are told field by field", () => {
    const counter = read({ ...termsToJson(SALE), payment: { form: "INSTALMENTS", price: "1100000", parts: [{ dueOn: "2026-04-01", amount: "600000" }, { dueOn: "2026-10-01", amount: "500000" }] } });
    expect(termDifferences(SALE, counter)).toEqual([
      { field: "form", before: "LUMP_SUM", after: "INSTALMENTS" },
      { field: "price", before: "1200000.00", after: "1100000.00" },
      { field: "withinDays", before: "30", after: null },
      { field: "parts", before: null, after: "2026-04-01 600000.00; 2026-10-01 500000.00" },
    ]);
    expect(termDifferences(SALE, SALE)).toEqual([]);
  });

  // Rights and income §9: the parties fix breach beforehand; what they leave open, the venue's rules say.
  it("T4 terms: what late payment costs may be agreed with any payment of money, and shows in lines, sentence and differences", () => {
    const agreed = read({ ...termsToJson(SALE), payment: { form: "LUMP_SUM", price: "1200000", withinDays: 30, lateBpPerYear: 1_825 } });
    expect([lateRateOf(agreed.payment), lateRateOf(SALE.payment)]).toEqual([1_825, null]);
    expect(termDifferences(SALE, agreed)).toEqual([{ field: "lateRate", before: null, after: "18.25%" }]);
    expect(paymentSentence(agreed.payment)).toBe("一次总付 1200000.00 元，合同生效后 30 日内付清；逾期付款按年率 18.25% 支付违约金");
    expect(storedTerms(JSON.parse(JSON.stringify(termsToJson(agreed))))).toEqual(agreed);
    for (const lateBpPerYear of [0, 3_651, 18.25]) expect(DealTerms.safeParse({ ...termsToJson(SALE), payment: { form: "LUMP_SUM", price: "1", lateBpPerYear } }).success).toBe(false);
    const equity = read({ tradeMode: "EQUITY", payment: { form: "EQUITY", value: "3000000", shareBp: 1500, company: "浙东钛业有限公司" } });
    expect(lateRateOf(equity.payment)).toBeNull();
  });

  it("T4 terms: stored and read back they are the same", () => {
    for (const terms of [SALE, read({ tradeMode: "LICENCE", licence, payment: USE_FIRST })]) {
      expect(storedTerms(JSON.parse(JSON.stringify(termsToJson(terms))))).toEqual(terms);
    }
  });

  it("T4 terms: what depends on sales is an expectation, and the sentence says so", () => {
    const { payment } = read({ tradeMode: "LICENCE", licence, payment: USE_FIRST });
    expect([isExpectation(payment), isExpectation(SALE.payment)]).toEqual([true, false]);
    expect(paymentSentence(payment)).toContain("先使用后付费：收入达到约定数额");
    expect(paymentSentence(SALE.payment)).toBe("一次总付 1200000.00 元，合同生效后 30 日内付清");
    expect(termLines(SALE).map(({ field }) => field)).toEqual(["tradeMode", "form", "price", "withinDays"]);
  });
});

import { describe, expect, test } from "vitest";
import { day } from "../shared/clock.ts";
import { wan, yuan } from "../shared/money.ts";
import { enterpriseIncomeTax, type TransferIncome } from "./enterprise-income-tax.rules.ts";
import { rewardTaxBase, type RewardFacts } from "./personal-income-tax.rules.ts";
import { stampDuty } from "./stamp-duty.rules.ts";
import { valueAddedTax, type VatInput } from "./value-added-tax.rules.ts";

describe("C4 tax: value-added tax (§8)", () => {
  const DEVELOPMENT: VatInput = {
    on: day("2025-06-01"), contractType: "11", priceFen: yuan(1_000_000), goodsFen: 0n, goodsSeparated: true, separateAccounts: true, registered: true,
    waived: false, sellerDivision: "440300", exemptionContinues: false, applyLocalIntermediaryRule: false,
  };
  test.each<[string, Partial<VatInput>, number, string[]]>([
    ["development with equipment shown separately", { goodsFen: yuan(300_000) }, 39_000, ["VAT_NO_SPECIAL_INVOICE"]],
    ["the same, not separated: the whole sum at risk", { goodsFen: yuan(300_000), goodsSeparated: false }, 130_000, ["VAT_GOODS_NOT_SEPARATED"]],
    ["service contract alone", { contractType: "51", priceFen: yuan(500_000) }, 30_000, ["VAT_CLASS_NOT_EXEMPT"]],
    ["consulting alone", { contractType: "4", priceFen: yuan(500_000) }, 30_000, ["VAT_CLASS_NOT_EXEMPT"]],
    ["service under a transfer on the same invoice", { contractType: "51", underContractType: "21", sameInvoice: true }, 0, ["VAT_NO_SPECIAL_INVOICE"]],
    ["service under a transfer on another invoice", { contractType: "51", underContractType: "21", sameInvoice: false }, 60_000, ["VAT_CLASS_NOT_EXEMPT"]],
    ["licence", { contractType: "31" }, 0, ["VAT_NO_SPECIAL_INVOICE"]],
    ["not registered", { registered: false }, 60_000, ["VAT_NOT_REGISTERED"]],
    ["no separate accounts", { separateAccounts: false }, 60_000, ["VAT_NO_SEPARATE_ACCOUNTS"]],
    ["waived", { waived: true }, 60_000, ["VAT_WAIVED"]],
    ["since 2026 the exemption is a switch: off", { on: day("2026-06-01") }, 60_000, ["VAT_EXEMPTION_NOT_CONFIRMED_SINCE_2026"]],
    ["since 2026 the exemption is a switch: on", { on: day("2026-06-01"), exemptionContinues: true }, 0, ["VAT_EXEMPTION_NOT_CONFIRMED_SINCE_2026", "VAT_NO_SPECIAL_INVOICE"]],
    ["intermediary in Zhejiang with the local rule", { contractType: "53", underContractType: "11", sellerDivision: "330106", applyLocalIntermediaryRule: true }, 0, ["VAT_LOCAL_RULE_USED", "VAT_NO_SPECIAL_INVOICE"]],
    ["intermediary in Zhejiang without it", { contractType: "53", underContractType: "11", sellerDivision: "330106" }, 60_000, ["VAT_CLASS_NOT_EXEMPT"]],
    ["intermediary in Beijing with the local rule", { contractType: "53", underContractType: "21", sellerDivision: "110108", applyLocalIntermediaryRule: true }, 0, ["VAT_LOCAL_RULE_USED", "VAT_NO_SPECIAL_INVOICE"]],
    ["intermediary where no local rule is known", { contractType: "53", underContractType: "11", applyLocalIntermediaryRule: true }, 60_000, ["VAT_CLASS_NOT_EXEMPT"]],
    ["intermediary of a service contract", { contractType: "53", underContractType: "51", sellerDivision: "330106", applyLocalIntermediaryRule: true }, 60_000, ["VAT_CLASS_NOT_EXEMPT"]],
    ["consulting under a development on the same invoice", { contractType: "4", underContractType: "11", sameInvoice: true }, 0, ["VAT_NO_SPECIAL_INVOICE"]],
    ["training alone", { contractType: "52" }, 60_000, ["VAT_CLASS_NOT_EXEMPT"]],
    ["on the last day before the law of 2026", { on: day("2025-12-31") }, 0, ["VAT_NO_SPECIAL_INVOICE"]],
    ["goods before May 2018 at 17 %", { on: day("2018-04-30"), goodsFen: yuan(300_000) }, 51_000, ["VAT_NO_SPECIAL_INVOICE"]],
    ["goods before April 2019 at 16 %", { on: day("2018-06-01"), goodsFen: yuan(300_000) }, 48_000, ["VAT_NO_SPECIAL_INVOICE"]],
  ])("C4 tax: %s", (_, change, tax, warnings) => {
    const result = valueAddedTax({ ...DEVELOPMENT, ...change });
    expect(result.taxFen).toBe(yuan(tax));
    expect(result.reliefFen).toBe(result.withoutReliefFen - result.taxFen);
    expect(result.warnings).toEqual(warnings);
    expect(result.basis.length).toBeGreaterThan(0);
    expect(result.steps.at(-1)?.amountFen).toBe(result.taxFen);
  });

  test("C4 tax: no rule before the 2016 reform", () => {
    expect(() => valueAddedTax({ ...DEVELOPMENT, on: day("2016-04-30") })).toThrow(RangeError);
  });
});

describe("C4 tax: enterprise income tax (§8)", () => {
  const income = (revenue: number, cost = 0, taxes = 0, change: Partial<TransferIncome> = {}): TransferIncome => ({
    contractType: "21", revenueFen: yuan(revenue), costFen: yuan(cost), taxesAndFeesFen: yuan(taxes), registered: true, separateAccounts: true, whollyRelated: false, ...change,
  });
  test.each<[string, TransferIncome[], string | undefined, number, number]>([
    ["R 12,000,000; C 2,000,000; E 100,000", [income(12_000_000, 2_000_000, 100_000)], undefined, 612_500, 2_475_000],
    ["two contracts in one year", [income(3_000_000), income(2_600_000)], undefined, 75_000, 1_400_000],
    ["the first alone in its year", [income(3_000_000)], undefined, 0, 750_000],
    ["the second alone in its year", [income(2_600_000)], undefined, 0, 650_000],
    ["pilot zone, I = 26,000,000", [income(26_000_000)], "zhongguancun", 750_000, 6_500_000],
    ["a loss", [income(100_000, 500_000)], undefined, 0, 0],
    ["exactly at the limit", [income(5_000_000)], undefined, 0, 1_250_000],
  ])("C4 tax: %s", (_, incomes, zone, tax, without) => {
    const result = enterpriseIncomeTax(incomes, 2025, zone);
    expect(result.taxFen).toBe(yuan(tax));
    expect(result.withoutReliefFen).toBe(yuan(without));
  });

  test.each<[Partial<TransferIncome>, string[]]>([
    [{ contractType: "11" }, ["CLASS_NOT_ELIGIBLE"]],
    [{ contractType: "51" }, ["CLASS_NOT_ELIGIBLE"]],
    [{ contractType: "22" }, ["OBJECT_NOT_LISTED"]],
    [{ contractType: "23" }, ["OBJECT_NOT_LISTED"]],
    [{ contractType: "32", licenceMode: "exclusive", licenceYears: 9 }, ["OBJECT_NOT_LISTED"]],
    [{ registered: false }, ["NOT_REGISTERED"]],
    [{ contractType: "31", licenceMode: "ordinary", licenceYears: 4 }, ["LICENCE_TOO_SHORT"]],
    [{ separateAccounts: false }, ["NO_SEPARATE_ACCOUNTS"]],
    [{ whollyRelated: true }, ["WHOLLY_RELATED"]],
  ])("C4 tax: income with %o does not count: %j", (change, reasons) => {
    const result = enterpriseIncomeTax([income(9_000_000, 0, 0, change)], 2025);
    expect(result.excluded).toEqual([{ index: 0, reasons }]);
    expect(result.reliefFen).toBe(0n);
  });

  test.each(["21", "24", "25", "26", "27", "29"])("C4 tax: what class %s hands over is listed", (contractType) => {
    expect(enterpriseIncomeTax([income(9_000_000, 0, 0, { contractType })], 2025).excluded).toEqual([]);
  });

  test("C4 tax: an exclusive licence counted before 2015; the pilot zone begins in 2020; what is uncertain is said", () => {
    const exclusive = income(1_000_000, 0, 0, { contractType: "31", licenceMode: "exclusive", licenceYears: 5 });
    expect(enterpriseIncomeTax([exclusive], 2014).excluded).toEqual([]);
    expect(enterpriseIncomeTax([income(26_000_000)], 2020, "zhongguancun")).toMatchObject({ taxFen: yuan(750_000), warnings: ["EIT_PILOT_DATES_NOT_CONFIRMED"] });
    expect(enterpriseIncomeTax([income(26_000_000)], 2019, "zhongguancun")).toMatchObject({ taxFen: yuan(2_625_000), warnings: [] });
    expect(enterpriseIncomeTax([income(100_000, 500_000)], 2025).warnings).toEqual(["EIT_LOSS_IS_NO_RELIEF"]);
    expect(enterpriseIncomeTax([income(9_000_000), income(9_000_000, 0, 0, { contractType: "11" })], 2025)).toMatchObject({ taxFen: yuan(500_000), warnings: ["EIT_INCOME_EXCLUDED"] });
  });

  test("C4 tax: a licence counts from five years, in a pilot zone from three; ordinary licences since 2015", () => {
    const licence = (years: number) => income(1_000_000, 0, 0, { contractType: "31", licenceMode: "ordinary", licenceYears: years });
    expect(enterpriseIncomeTax([licence(5)], 2025).excluded).toEqual([]);
    expect(enterpriseIncomeTax([licence(3)], 2025, "zhongguancun").excluded).toEqual([]);
    expect(enterpriseIncomeTax([licence(3)], 2025).excluded[0]?.reasons).toEqual(["LICENCE_TOO_SHORT"]);
    expect(enterpriseIncomeTax([licence(5)], 2014).excluded[0]?.reasons).toEqual(["LICENCE_MODE_NOT_ELIGIBLE"]);
  });
});

describe("C4 tax: personal income tax on rewards (§8)", () => {
  const REWARD: RewardFacts = {
    rewardFen: yuan(300_000), paidOn: day("2026-05-01"), incomeReceivedOn: day("2025-05-01"), contractRegistered: true, publiclyPosted: true, nonProfitInstitution: true,
  };
  test("C4 tax: of a reward of 300,000, 150,000 count as wages", () => {
    expect(rewardTaxBase(REWARD)).toMatchObject({ qualifies: true, taxableFen: yuan(150_000), exemptFen: yuan(150_000) });
    expect(rewardTaxBase({ ...REWARD, rewardFen: 3n })).toMatchObject({ taxableFen: 2n, exemptFen: 1n });
  });
  test.each<[Partial<RewardFacts>, string[]]>([
    [{ contractRegistered: false }, ["CONTRACT_NOT_REGISTERED"]],
    [{ publiclyPosted: false }, ["NOT_POSTED"]],
    [{ nonProfitInstitution: false }, ["NOT_A_NON_PROFIT_INSTITUTION"]],
    [{ paidOn: day("2028-05-01") }, []],
    [{ paidOn: day("2028-05-02") }, ["PAID_AFTER_36_MONTHS"]],
    [{ incomeReceivedOn: day("2023-02-28"), paidOn: day("2026-02-28") }, []],
    [{ incomeReceivedOn: day("2018-01-01"), paidOn: day("2018-06-30") }, ["BEFORE_THE_RULE"]],
  ])("C4 tax: reward with %o → %j", (change, obstacles) => {
    const result = rewardTaxBase({ ...REWARD, ...change });
    expect(result.obstacles).toEqual(obstacles);
    expect(result.taxableFen).toBe(obstacles.length > 0 ? yuan(300_000) : yuan(150_000));
  });
});

describe("C4 tax: stamp duty (§8)", () => {
  const base = { signedOn: day("2026-05-01"), contractType: "11", vatShownFen: 0n };
  test.each([
    ["development 1,000,000 without VAT", { ...base, amountFen: wan(100) }, 300],
    ["800,000 of it research money", { ...base, amountFen: wan(100), researchMoneyFen: wan(80) }, 60],
    ["price 1,060,000 with VAT 60,000 shown", { ...base, amountFen: wan(106), vatShownFen: wan(6) }, 300],
    ["VAT not shown", { ...base, amountFen: wan(106) }, 318],
    ["know-how deed before July 2022", { ...base, contractType: "23", signedOn: day("2022-06-30"), amountFen: wan(100) }, 500],
    ["software, no deed of the old rate, before July 2022", { ...base, contractType: "24", signedOn: day("2022-06-30"), amountFen: wan(100) }, 300],
    ["research money of another class stays in", { ...base, contractType: "51", amountFen: wan(100), researchMoneyFen: wan(80) }, 300],
    ["no amount stated", { ...base, amountFen: undefined }, 0],
    ["patent deed before July 2022", { ...base, contractType: "21", signedOn: day("2022-06-30"), amountFen: wan(100) }, 500],
    ["patent deed since July 2022", { ...base, contractType: "21", signedOn: day("2022-07-01"), amountFen: wan(100) }, 300],
  ])("C4 tax: %s", (_, input, duty) => expect(stampDuty(input).taxFen).toBe(yuan(duty)));

  test("C4 tax: uncertain bases say so", () => {
    expect(stampDuty({ ...base, amountFen: wan(100), researchMoneyFen: wan(80) }).warnings).toEqual(["STAMP_RESEARCH_MONEY_NOT_CONFIRMED"]);
    expect(stampDuty({ ...base, amountFen: undefined }).warnings).toEqual(["STAMP_ON_SETTLEMENT"]);
  });
});

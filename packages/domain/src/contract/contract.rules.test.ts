import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { codeLookup } from "../reference/index.ts";
import { formProblems, type PartyEntry, type RegistrationForm } from "./contract.rules.ts";
import { FORM_PROBLEM_LABELS } from "./form-problems.labels.ts";

const UNIVERSITY: PartyEntry = { name: "甲大学", country: "CHN", division: "330106", nature: "0221", creditCode: "12330000000000001A" };
const FIRM: PartyEntry = { name: "乙公司", country: "CHN", division: "320505", nature: "150", creditCode: "91350100M000100Y43" };

const DEVELOPMENT: RegistrationForm = {
  projectName: "高效催化剂委托开发", contractType: "11", signedOn: day("2026-04-01"), validFrom: day("2026-04-01"), validTo: day("2027-03-31"),
  sellers: [UNIVERSITY], buyers: [FIRM], turnoverFen: wan(500), technicalAmountFen: wan(380), deductions: [{ kind: "equipment", amountFen: wan(120) }],
  instalments: [{ dueOn: day("2026-04-10"), amountFen: wan(200) }, { dueOn: day("2027-01-10"), amountFen: wan(300) }],
  techField: "05", ipKinds: ["1"], patents: [], programme: "0", objective: "10", industry: "26", payment: "2",
};
const PATENT = { number: "ZL202010123456.7", title: "一种催化剂", owner: "甲大学", filedOn: day("2020-02-01"), grantedOn: day("2022-02-01"), expiresOn: day("2040-02-01") };
const ASSIGNMENT: RegistrationForm = {
  ...DEVELOPMENT, contractType: "21", ipKinds: ["21"], patents: [PATENT], expectedInvestmentFen: wan(1000), expectedOutputFen: wan(9000),
};
const LICENCE: RegistrationForm = {
  ...DEVELOPMENT, contractType: "31", ipKinds: ["21"], patents: [PATENT], licenceMode: "ordinary", licenceRegion: "中国", sublicence: false,
};

const check = (form: RegistrationForm): string[] =>
  formProblems({ form, today: day("2026-06-01"), codes: codeLookup, creditCodeIsRight: (code) => !code.startsWith("X") }).map(({ path, code }) => `${path} ${code}`);

describe("C1 contract: checks across the fields of the registration form (§5)", () => {
  test.each([["development", DEVELOPMENT], ["assignment", ASSIGNMENT], ["licence", LICENCE]])("C1 contract: a right %s has no problems", (_, form) => {
    expect(check(form)).toEqual([]);
  });

  test.each<[Partial<RegistrationForm>, string]>([
    [{ projectName: " " }, "projectName PROJECT_NAME_LENGTH"],
    [{ contractType: "1" }, "contractType CODE_NOT_A_LEAF"],
    [{ contractType: "88" }, "contractType CODE_UNKNOWN"],
    [{ industry: "C" }, "industry CODE_NOT_A_LEAF"],
    [{ signedOn: day("2026-06-02") }, "signedOn SIGNED_IN_THE_FUTURE"],
    [{ validTo: day("2026-03-31") }, "validTo TERM_ENDS_BEFORE_IT_BEGINS"],
    [{ validTo: day("2026-05-31") }, "validTo TERM_OVER"],
    [{ licenceMode: "sole" }, "licenceMode LICENCE_MODE_WITHOUT_LICENCE"],
    [{ sellers: [] }, "sellers PARTY_REQUIRED"],
    [{ sellers: [{ ...UNIVERSITY, shareBp: 9000 }] }, "sellers SHARES_DO_NOT_ADD_UP"],
    [{ sellers: [{ ...UNIVERSITY, shareBp: 9000 }, { ...UNIVERSITY, creditCode: "12330000000000002B" }] }, "sellers SHARES_OF_SOME_ONLY"],
    [{ buyers: [{ ...FIRM, division: undefined }] }, "buyers.0.division DIVISION_REQUIRED"],
    [{ buyers: [{ ...FIRM, country: "DEU" }] }, "buyers.0.division DIVISION_ABROAD"],
    [{ buyers: [{ ...FIRM, creditCode: undefined }] }, "buyers.0.creditCode CREDIT_CODE_REQUIRED"],
    [{ buyers: [{ ...FIRM, creditCode: "X" }] }, "buyers.0.creditCode CREDIT_CODE_WRONG"],
    [{ buyers: [UNIVERSITY] }, "buyers.0 SELLER_IS_BUYER"],
    [{ technicalAmountFen: wan(501) }, "technicalAmountFen TECHNICAL_AMOUNT_ABOVE_TURNOVER"],
    [{ technicalAmountFen: -1n }, "technicalAmountFen AMOUNT_NEGATIVE"],
    [{ deductions: [] }, "deductions DEDUCTIONS_REQUIRED"],
    [{ technicalAmountFen: wan(381) }, "technicalAmountFen TECHNICAL_AMOUNT_NOT_AS_COMPUTED"],
    [{ deductions: [{ kind: "other", amountFen: wan(120) }] }, "deductions.0.note OTHER_COST_NEEDS_NOTE"],
    [{ instalments: [{ amountFen: wan(200) }, { amountFen: wan(299) }] }, "instalments INSTALMENTS_DO_NOT_ADD_UP"],
    [{ instalments: [{ amountFen: wan(501) }, { amountFen: wan(-1) }] }, "instalments.1.amountFen AMOUNT_NOT_POSITIVE"],
    [{ payment: "1" }, "instalments LUMP_SUM_HAS_ONE_INSTALMENT"],
    [{ instalments: [{ amountFen: wan(500) }] }, "instalments INSTALMENTS_REQUIRED"],
    [{ payment: "3" }, "royaltyBase ROYALTY_BASE_REQUIRED"],
    [{ payment: "3" }, "royaltyRateMode ROYALTY_RATE_MODE_REQUIRED"],
    [{ payment: "4", royaltyBase: "sales", royaltyRateMode: "fixed", instalments: [{ amountFen: wan(500), estimated: true }] }, "instalments ENTRY_FEE_REQUIRED"],
    [{ royaltyBase: "sales" }, "payment ROYALTY_TERMS_WITHOUT_ROYALTY"],
    [{ payment: "3", royaltyBase: "sun", royaltyRateMode: "fixed" }, "royaltyBase CODE_UNKNOWN"],
    [{ instalments: [{ amountFen: wan(200) }, { amountFen: wan(300), estimated: true }] }, "instalments ESTIMATE_WITHOUT_ROYALTY"],
    [{ instalments: [{ dueOn: day("2026-03-01"), amountFen: wan(200) }, { amountFen: wan(300) }] }, "instalments.0.dueOn INSTALMENT_BEFORE_SIGNING"],
    [{ instalments: [{ dueOn: day("2026-09-01"), amountFen: wan(200) }, { dueOn: day("2026-08-01"), amountFen: wan(300) }] }, "instalments.1.dueOn INSTALMENTS_OUT_OF_ORDER"],
    [{ ipKinds: [] }, "ipKinds IP_KIND_REQUIRED"],
    [{ ipKinds: ["0", "1"] }, "ipKinds IP_NONE_EXCLUDES_OTHERS"],
    [{ ipKinds: ["1", "1"] }, "ipKinds IP_KIND_TWICE"],
    [{ ipKinds: ["21"] }, "patents PATENT_DETAILS_REQUIRED"],
    [{ patents: [PATENT] }, "ipKinds PATENTS_WITHOUT_PATENT_KIND"],
    [{ programme: "105" }, "programmeNo PROGRAMME_NUMBER_REQUIRED"],
    [{ programmeNo: "2026YFA0000001" }, "programmeNo PROGRAMME_NUMBER_WITHOUT_PROGRAMME"],
  ])("C1 contract: development with %o → %s", (change, expected) => expect(check({ ...DEVELOPMENT, ...change })).toContain(expected));

  test.each<[Partial<RegistrationForm>, string]>([
    [{ ipKinds: ["0"], patents: [] }, "ipKinds TRANSFER_NEEDS_IP"],
    [{ ipKinds: ["3"], patents: [] }, "ipKinds IP_KIND_DOES_NOT_FIT_TYPE"],
    [{ patents: [PATENT, PATENT] }, "patents.1.number PATENT_TWICE"],
    [{ patents: [{ ...PATENT, grantedOn: day("2019-01-01") }] }, "patents.0.grantedOn GRANTED_BEFORE_FILED"],
    [{ patents: [{ ...PATENT, expiresOn: day("2026-03-31") }] }, "patents.0.expiresOn PATENT_EXPIRED"],
    [{ patents: [{ ...PATENT, grantedOn: undefined }] }, "patents.0.grantedOn ASSIGNED_PATENT_NOT_GRANTED"],
    [{ patents: [{ ...PATENT, title: " " }] }, "patents.0.title PATENT_TITLE_REQUIRED"],
    [{ patents: [{ ...PATENT, owner: "" }] }, "patents.0.owner PATENT_OWNER_REQUIRED"],
    [{ patents: [{ ...PATENT, filedOn: undefined }] }, "patents.0.filedOn PATENT_FILING_DAY_REQUIRED"],
    [{ patents: [{ ...PATENT, expiresOn: undefined }] }, "patents.0.expiresOn PATENT_TERM_REQUIRED"],
    [{ expectedInvestmentFen: undefined }, "expectedInvestmentFen EXPECTED_INVESTMENT_REQUIRED"],
    [{ expectedOutputFen: undefined }, "expectedOutputFen EXPECTED_OUTPUT_REQUIRED"],
  ])("C1 contract: assignment with %o → %s", (change, expected) => expect(check({ ...ASSIGNMENT, ...change })).toContain(expected));

  test.each<[Partial<RegistrationForm>, string]>([
    [{ licenceMode: undefined }, "licenceMode LICENCE_MODE_REQUIRED"],
    [{ licenceMode: "shared" }, "licenceMode CODE_UNKNOWN"],
    [{ licenceRegion: "" }, "licenceRegion LICENCE_REGION_REQUIRED"],
    [{ sublicence: undefined }, "sublicence SUBLICENCE_REQUIRED"],
    [{ patents: [{ ...PATENT, expiresOn: day("2026-12-31") }] }, "patents.0.expiresOn LICENCE_OUTLIVES_PATENT"],
  ])("C1 contract: licence with %o → %s", (change, expected) => expect(check({ ...LICENCE, ...change })).toContain(expected));

  test("C1 contract: a patent application that is assigned has no term yet; a licence may outlive no patent, but may end with it", () => {
    const { grantedOn: _granted, expiresOn: _expires, ...application } = PATENT;
    expect(check({ ...ASSIGNMENT, contractType: "22", patents: [application] })).toEqual([]);
    expect(check({ ...LICENCE, patents: [{ ...PATENT, expiresOn: LICENCE.validTo }] })).toEqual([]);
  });

  test("C1 contract: an entry fee with royalties not yet known is a whole form (worked example of §6)", () => {
    const royalty = { payment: "4", royaltyBase: "sales", royaltyRateMode: "fixed", turnoverFen: wan(100), technicalAmountFen: wan(100), deductions: [], instalments: [{ amountFen: wan(100) }] };
    expect(check({ ...LICENCE, ...royalty })).toEqual([]);
  });

  test("C1 contract: everything missing is said at once", () => {
    expect(check({ ...DEVELOPMENT, sellers: [], ipKinds: [], programme: "105", payment: "3" }).length).toBeGreaterThanOrEqual(5);
  });

  test("C1 contract: every problem has its sentence in both languages", () => {
    const source = readFileSync(new URL("./contract.rules.ts", import.meta.url), "utf8") + readFileSync(new URL("./amounts.rules.ts", import.meta.url), "utf8");
    const used = [...source.matchAll(/"([A-Z][A-Z_]{6,})"/g)].map(([, code]) => code!);
    expect(Object.keys(FORM_PROBLEM_LABELS).sort()).toEqual([...new Set(used)].sort());
  });
});

import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { applicationCheckDigit } from "./ip-number.rules.ts";
import { checkResult, type ResultCodes } from "./result.rules.ts";
import { ResultDraft } from "./result.schema.ts";

const CODES: ResultCodes = {
  isField: (code) => code === "05",
  isIpKind: (code) => ["1", "21", "22", "3"].includes(code),
  isProgramme: (code) => code === "105",
  isDivision: (code) => code === "330106",
};
const TODAY = day("2026-11-21");
const NUMBER = `ZL202110123456.${applicationCheckDigit("202110123456")}`;
const RIGHT = { kind: "21", number: NUMBER, title: "一种方法", status: "GRANTED", filedOn: "2021-03-01", grantedOn: "2023-05-09", expiresOn: "" };

const COMPLETE = ResultDraft.parse({
  title: "高强韧钛合金粉末近净成形技术", summary: "成".repeat(50), field: "05", stage: "PILOT", readinessLevel: 6, tradeModes: ["LICENCE"], askedPrice: "1200000.5",
  divisionCode: "330106", secrecyOfficer: "周慎", contactName: "赵联", contactPhone: "0571-87950000",
  completers: [{ name: "钱研", unit: "甲", shareBp: 3334 }, { name: "孙创", unit: "甲", shareBp: 3333 }, { name: "李验", unit: "甲", shareBp: 3333 }], rights: [RIGHT],
});
const problems = (changes: Partial<ResultDraft>): string[] => checkResult({ ...COMPLETE, ...changes }, TODAY, CODES).problems.map(({ path, code }) => `${path} ${code}`);

describe("R1 result: what publication asks for", () => {
  it("R1 result: a complete one passes, with the last day of a patent worked out", () => {
    const { content } = checkResult(COMPLETE, TODAY, CODES);
    expect(content).toMatchObject({ askedPriceFen: 120_000_050n, rights: [{ number: NUMBER, expiresOn: "2041-03-01" }] });
  });

  it.each<[string, Partial<ResultDraft>, string[]]>([
    ["a title of five characters", { title: "五个字名称" }, ["title RESULT_TITLE_LENGTH"]],
    ["a summary of 49", { summary: "成".repeat(49) }, ["summary RESULT_SUMMARY_LENGTH"]],
    ["no field", { field: "" }, ["field RESULT_FIELD_NEEDED"]],
    ["no stage", { stage: "" }, ["stage RESULT_STAGE_NEEDED"]],
    ["no readiness", { readinessLevel: null }, ["readinessLevel RESULT_READINESS_NEEDED"]],
    ["an unknown programme", { programme: "9" }, ["programme RESULT_CODE_UNKNOWN"]],
    ["no way to trade", { tradeModes: [] }, ["tradeModes RESULT_TRADE_MODE_NEEDED"]],
    ["neither price nor negotiable", { askedPrice: "" }, ["askedPrice RESULT_PRICE_NEEDED"]],
    ["negotiable without price", { askedPrice: "", priceNegotiable: true }, []],
    ["words for a price", { askedPrice: "一百万" }, ["askedPrice RESULT_PRICE_FORM"]],
    ["a price of 0", { askedPrice: "0.00" }, ["askedPrice RESULT_PRICE_FORM"]],
    ["nobody who answered for secrecy", { secrecyOfficer: " " }, ["secrecyOfficer RESULT_OFFICER_NEEDED"]],
    ["a telephone number too short", { contactPhone: "1380000" }, ["contactPhone RESULT_PHONE_FORM"]],
    ["no completer", { completers: [] }, ["completers RESULT_COMPLETER_NEEDED"]],
    ["shares of 99.99 %", { completers: [{ name: "钱研", unit: "", shareBp: 9999 }] }, ["completers RESULT_SHARES_NOT_WHOLE"]],
    ["the same completer twice", { completers: [{ name: "钱研", unit: "", shareBp: 5000 }, { name: "钱研", unit: "", shareBp: 5000 }] }, ["completers.1.name RESULT_COMPLETER_TWICE"]],
    ["a wrong check digit", { rights: [{ ...RIGHT, number: NUMBER.slice(0, -1) + (NUMBER.endsWith("1") ? "2" : "1") }] }, ["rights.0.number IP_NUMBER_CHECK_DIGIT"]],
    ["the same number twice", { rights: [RIGHT, RIGHT] }, ["rights.1.number RESULT_RIGHT_TWICE"]],
    ["an expired right for a licence", { rights: [{ ...RIGHT, expiresOn: "2026-11-20" }] }, ["rights.0.expiresOn RESULT_RIGHT_ENDED"]],
    ["a right in force on its last day", { rights: [{ ...RIGHT, expiresOn: "2026-11-21" }] }, []],
    ["an expired right for consulting only", { tradeModes: ["CONSULTING"], rights: [{ ...RIGHT, expiresOn: "2026-11-20" }] }, []],
    ["a lapsed right for assignment", { tradeModes: ["ASSIGNMENT"], rights: [{ ...RIGHT, status: "LAPSED" }] }, ["rights.0.status RESULT_RIGHT_ENDED"]],
    ["a patent that was registered", { rights: [{ ...RIGHT, status: "REGISTERED" }] }, ["rights.0.status RESULT_RIGHT_STATUS"]],
    ["a secret with a number", { rights: [{ ...RIGHT, kind: "1", status: "SECRET" }] }, ["rights.0.number IP_NUMBER_NOT_FOR_SECRETS"]],
    ["granted before filed", { rights: [{ ...RIGHT, grantedOn: "2020-01-01" }] }, ["rights.0.grantedOn RESULT_GRANTED_BEFORE_FILED"]],
    ["a day that does not exist", { rights: [{ ...RIGHT, filedOn: "2021-02-30", expiresOn: "2041-01-01" }] }, ["rights.0.filedOn RESULT_DAY_FORM"]],
  ])("R1 result: %s", (_name, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });
});

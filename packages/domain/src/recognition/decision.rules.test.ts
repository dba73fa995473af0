import { describe, expect, test } from "vitest";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import { REFUSAL_REASONS } from "../reference/index.ts";
import {
  REFUSAL_REASON_CODES, answersProblems, eligibilityFindings, eventOfDecision, maySecondReview, refusalProblems, secondReviewGrounds, type EligibilityFacts,
} from "./decision.rules.ts";

const SMALL = { technicalAmountFen: wan(100), turnoverFen: wan(120), disputed: false, openAlerts: false, provinceDivision: "330000" };

describe("C2 recognition: second review", () => {
  test.each([
    [{}, []],
    [{ technicalAmountFen: wan(500) - 1n }, []],
    [{ technicalAmountFen: wan(500) }, ["LARGE_AMOUNT"]],
    [{ disputed: true }, ["DISPUTED"]],
    [{ openAlerts: true }, ["OPEN_ALERT"]],
    [{ turnoverFen: wan(500) }, []],
    [{ turnoverFen: wan(500), provinceDivision: "320500" }, ["PROVINCIAL_RULE"]],
    [{ technicalAmountFen: wan(600), turnoverFen: wan(600), provinceDivision: "320500", disputed: true }, ["LARGE_AMOUNT", "DISPUTED", "PROVINCIAL_RULE"]],
  ] as const)("C2 recognition: %o → %j", (change, grounds) => {
    expect(secondReviewGrounds({ ...SMALL, ...change }, "CN-2026")).toEqual(grounds);
  });

  test("C2 recognition: a large file is registered only after the second review; a refusal needs none", () => {
    expect(eventOfDecision("register", [])).toBe("register");
    expect(eventOfDecision("register", ["LARGE_AMOUNT"])).toBe("sendToSecondReview");
    expect(eventOfDecision("refuse", ["LARGE_AMOUNT"])).toBe("refuse");
  });

  test("C2 recognition: the registrar of a file is never its second reviewer", () => {
    expect(maySecondReview("a", ["a", "b"])).toBe(false);
    expect(maySecondReview("c", ["a", "b"])).toBe(true);
  });
});

describe("C2 recognition: decision", () => {
  test.each([
    [{ technicalAmountFen: wan(80) }, []],
    [{ technicalAmountFen: wan(100) + 1n }, ["TECHNICAL_AMOUNT_ABOVE_TURNOVER"]],
    [{ technicalAmountFen: 0n }, ["TECHNICAL_AMOUNT_ZERO"]],
    [{ isTechnologyContract: false, contractType: undefined }, ["NOT_A_TECHNOLOGY_CONTRACT", "CLASS_NOT_DECIDED", "AMOUNT_NOT_DECIDED"]],
  ])("C2 recognition: answers %o", (change, codes) => {
    const answers = { isTechnologyContract: true, contractType: "11", turnoverFen: wan(100), ...change };
    expect(answersProblems(answers).map(({ code }) => code)).toEqual(codes);
  });

  test("C2 recognition: refusal codes equal the code table", () => {
    expect(REFUSAL_REASON_CODES).toEqual(REFUSAL_REASONS.rows.map(({ code }) => code));
  });

  test("C2 recognition: a refusal needs known grounds, each once, each with facts", () => {
    const fact = "合同标的为设备采购，未见技术内容。";
    expect(refusalProblems({ reasons: [] })).toEqual([{ path: "reasons", code: "REFUSAL_WITHOUT_REASON" }]);
    expect(refusalProblems({ reasons: [{ code: "RF08", fact }] })).toEqual([]);
    expect(refusalProblems({ reasons: [{ code: "RF08", fact }, { code: "RF08", fact }, { code: "RF77", fact: "x" }] }).map(({ path, code }) => `${path} ${code}`)).toEqual([
      "reasons.1.code REFUSAL_REASON_TWICE", "reasons.2.code REFUSAL_REASON_UNKNOWN", "reasons.2.fact REFUSAL_FACT_TOO_SHORT",
    ]);
  });
});

describe("C2 recognition: eligibility", () => {
  const FACTS: EligibilityFacts = {
    ruleSet: "CN-2026", filedOn: day("2026-06-01"), inWriting: true, effectiveOn: day("2026-05-01"), validTo: day("2027-05-01"), void: false,
    applicantIs: "seller", sellerAbroad: false, applicantDivision: "330106", officeDivision: "330100", sameContractFile: undefined,
    needsApproval: false, approvalAttached: false, internalBodySigned: false, authorityAttached: false, foreignLanguage: false, chineseVersionAttached: false,
  };
  test.each<[Partial<EligibilityFacts>, string[]]>([
    [{}, []],
    [{ inWriting: false }, ["RF11 NOT_IN_WRITING"]],
    [{ void: true }, ["RF07 CONTRACT_VOID"]],
    [{ effectiveOn: undefined }, ["RF07 NOT_IN_FORCE"]],
    [{ effectiveOn: day("2026-06-02") }, ["RF07 NOT_IN_FORCE"]],
    [{ validTo: day("2026-06-01") }, []],
    [{ validTo: day("2026-05-31") }, ["RF13 TERM_OVER"]],
    [{ validTo: day("2026-05-31"), ruleSet: "CN-2000" }, []],
    [{ applicantIs: "buyer" }, ["RF14 WRONG_APPLICANT"]],
    [{ applicantIs: "buyer", sellerAbroad: true }, []],
    [{ applicantIs: "seller", sellerAbroad: true }, ["RF14 WRONG_APPLICANT"]],
    [{ officeDivision: "320100" }, ["RF14 OFFICE_OF_ANOTHER_PROVINCE"]],
    [{ sameContractFile: "F-1" }, ["RF12 ALREADY_FILED"]],
    [{ needsApproval: true }, ["RF09 APPROVAL_MISSING"]],
    [{ needsApproval: true, approvalAttached: true }, []],
    [{ internalBodySigned: true }, ["RF05 AUTHORITY_MISSING"]],
    [{ foreignLanguage: true }, ["RF05 CHINESE_VERSION_MISSING"]],
    [{ foreignLanguage: true, chineseVersionAttached: true }, []],
  ])("C2 recognition: %j → %j", (change, expected) => {
    expect(eligibilityFindings({ ...FACTS, ...change }).map(({ reason, code }) => `${reason} ${code}`)).toEqual(expected);
  });
});

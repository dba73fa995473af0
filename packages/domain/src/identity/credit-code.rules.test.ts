import { expect, test } from "vitest";
import { buildCreditCode, creditCodeProblem, isCreditCode, normaliseCreditCode } from "./credit-code.rules.ts";

test.each([
  ["91350100M000100Y43", undefined], // worked example of GB 32100—2015
  ["91350100M000100Y44", "CREDIT_CODE_CHECK"],
  ["91350100M000100Y4", "CREDIT_CODE_FORM"],
  ["91350100I000100Y43", "CREDIT_CODE_FORM"],
  ["", "CREDIT_CODE_FORM"],
] as const)("X1 identity: credit code %s → %s", (code, problem) => {
  expect(creditCodeProblem(code)).toBe(problem);
});

test("X1 identity: a code is made narrow, upper case and free of blanks before it is checked", () => {
  expect(normaliseCreditCode(" ９1350100-m000100y43 ")).toBe("91350100M000100Y43");
});

test("X1 identity: every single wrong character is found", () => {
  const code = "91350100M000100Y43";
  for (let place = 0; place < 18; place += 1) {
    for (const other of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
      if (other !== code[place]) expect(isCreditCode(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
    }
  }
});

test("X1 identity: built codes are right", () => {
  for (let serial = 0; serial < 500; serial += 1) expect(isCreditCode(buildCreditCode("12", "330106", serial))).toBe(true);
});

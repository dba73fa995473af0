import { describe, expect, it } from "vitest";
import { applicationCheckDigit, ipNumberFault, normaliseIpNumber } from "./ip-number.rules.ts";

describe("R1 rights: number formats", () => {
  // 85100001.0 was China's first application; the others are worked by hand: Σ digit × weight, modulo 11.
  it.each([
    ["85100001", "0"], // 16 + 15 + 4 + 9 = 44
    ["85100010", "X"], // 16 + 15 + 4 + 8 = 43, 43 mod 11 = 10
    ["202110000001", "6"], // 4 + 0 + 8 + 5 + 6 + 5 = 28: the weights begin again at the ninth digit
  ])("R1 rights: the check digit of %s is %s", (digits, check) => {
    expect(applicationCheckDigit(digits)).toBe(check);
  });

  const granted = `ZL202110123456.${applicationCheckDigit("202110123456")}`;
  const wrongDigit = granted.endsWith("0") ? "1" : "0";

  it.each([
    ["21", "GRANTED", granted, undefined],
    ["21", "GRANTED", granted.replace("ZL", "ZL ").replace(".", ""), undefined],
    ["21", "GRANTED", granted.replace("ZL", ""), "IP_NUMBER_FORM"],
    ["21", "PENDING", granted.replace("ZL", ""), undefined],
    ["21", "PENDING", granted.replace("ZL", "CN"), undefined],
    ["21", "PENDING", granted, "IP_NUMBER_FORM"],
    ["21", "GRANTED", `${granted.slice(0, -1)}${wrongDigit}`, "IP_NUMBER_CHECK_DIGIT"],
    ["22", "GRANTED", granted, "IP_NUMBER_OTHER_KIND"],
    ["21", "GRANTED", `ZL202910123456.${applicationCheckDigit("202910123456")}`, "IP_NUMBER_FUTURE"],
    ["21", "GRANTED", "", "IP_NUMBER_MISSING"],
    ["21", "GRANTED", "ZL2021", "IP_NUMBER_FORM"],
    ["21", "GRANTED", `ZL99210001.${applicationCheckDigit("99210001")}`, "IP_NUMBER_OTHER_KIND"],
    ["21", "GRANTED", `ZL99110001.${applicationCheckDigit("99110001")}`, undefined],
    ["3", "REGISTERED", "2021SR0123456", undefined],
    ["3", "REGISTERED", "2021 sr 0123456", undefined],
    ["3", "REGISTERED", "2031SR0123456", "IP_NUMBER_FUTURE"],
    ["3", "REGISTERED", "软著登字第1号", "IP_NUMBER_FORM"],
    ["4", "REGISTERED", "BS.215006214", undefined],
    ["4", "REGISTERED", "BS215006214", "IP_NUMBER_FORM"],
    ["5", "GRANTED", "CNA20191000123", undefined],
    ["5", "GRANTED", "CNA20151234.5", undefined],
    ["1", "SECRET", "", undefined],
    ["1", "SECRET", "SM-1", "IP_NUMBER_NOT_FOR_SECRETS"],
    ["6", "REGISTERED", "国药证字H20200001", undefined],
  ])("R1 rights: kind %s, %s, “%s” → %s", (kind, status, text, fault) => {
    expect(ipNumberFault(kind, status, text, 2026)).toBe(fault);
  });

  it("R1 rights: one right has one spelling", () => {
    expect(normaliseIpNumber("21", "ｚｌ 2021 1 0123456.7")).toBe("ZL202110123456.7");
    expect(normaliseIpNumber("21", "zl202110123456-7")).toBe("ZL202110123456.7");
  });
});

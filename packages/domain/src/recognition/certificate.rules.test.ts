import { expect, test } from "vitest";
import { wan } from "../shared/money.ts";
import { publicCertificate, type CertificateFacts } from "./certificate.rules.ts";

const FACTS: CertificateFacts = {
  registrationNo: "2026440103000127", version: 2, state: "REGISTERED", contractType: "21", registeredOn: "2026-05-12", projectName: "一种催化剂",
  sellers: ["甲大学"], buyers: ["乙公司"], officeName: "广州市登记机构三", ruleSet: "CN-2026", turnoverFen: wan(500), technicalAmountFen: wan(345), secrecy: "none",
};

test("C2 recognition: the public check shows no amount and tells only whether a shown one matches", () => {
  expect(JSON.stringify(publicCertificate(FACTS), (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain("345");
  expect(publicCertificate(FACTS).amountMatches).toBeUndefined();
  expect(publicCertificate(FACTS, { technicalAmountFen: wan(345) }).amountMatches).toBe(true);
  expect(publicCertificate(FACTS, { technicalAmountFen: wan(345), turnoverFen: wan(501) }).amountMatches).toBe(false);
});

test("C2 recognition: a secret contract shows neither parties nor project", () => {
  const shown = publicCertificate({ ...FACTS, secrecy: "commercial" });
  expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(["sellers"]));
  expect(JSON.stringify(shown)).not.toMatch(/甲大学|乙公司|催化剂/);
});

test.each([["REGISTERED", true], ["CHANGE_PENDING", true], ["RE_REVIEW", true], ["REVOKED", false], ["CANCELLED", false]] as const)(
  "C2 recognition: a certificate in state %s stands: %s",
  (state, standing) => expect(publicCertificate({ ...FACTS, state }).standing).toBe(standing),
);

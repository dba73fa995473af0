import { expect, test } from "vitest";
import { PARTY_TYPES } from "../reference/index.ts";
import { OrganisationKind } from "../generated/enums.ts";
import { ORGANISATION_KINDS, partyTypeFits, powersProblem } from "./organisation-kind.rules.ts";

test.each([
  ["UNIVERSITY", "0221", true],
  ["UNIVERSITY", "150", false],
  ["ENTERPRISE", "170", true],
  ["ENTERPRISE", "110", false],
  ["STATE_ENTERPRISE", "110", true],
  ["INDIVIDUAL", "600", true],
  ["GOVERNMENT", "0121", true],
  ["AUDIT", "170", false],
] as const)("X1 identity: a %s of party type %s: %s", (kind, partyType, fits) => expect(partyTypeFits(kind, partyType)).toBe(fits));

test("X1 identity: every kind has a leaf of the code table", () => {
  const leaves = PARTY_TYPES.rows.filter(({ code }) => !PARTY_TYPES.rows.some(({ parent }) => parent === code));
  for (const kind of Object.values(OrganisationKind)) expect(leaves.filter(({ code }) => partyTypeFits(kind, code)), kind).not.toEqual([]);
});

test.each([
  ["UNIVERSITY", { jurisdiction: null, officeNo: null }, "33", undefined],
  ["UNIVERSITY", { jurisdiction: "33", officeNo: null }, "33", "POWERS_NOT_FOR_KIND"],
  ["VENUE", { jurisdiction: null, officeNo: "01" }, "33", "POWERS_NOT_FOR_KIND"],
  ["GOVERNMENT", { jurisdiction: null, officeNo: null }, "33", "JURISDICTION_NEEDED"],
  ["GOVERNMENT", { jurisdiction: "33", officeNo: null }, "33", "JURISDICTION_TOO_WIDE"],
  ["GOVERNMENT", { jurisdiction: "3301", officeNo: null }, "33", undefined],
  ["GOVERNMENT", { jurisdiction: "32", officeNo: null }, "33", "JURISDICTION_TOO_WIDE"],
  ["GOVERNMENT", { jurisdiction: "33", officeNo: null }, "", undefined],
  ["AUDIT", { jurisdiction: "", officeNo: null }, "", undefined],
  ["AUDIT", { jurisdiction: "", officeNo: null }, "33", "JURISDICTION_TOO_WIDE"],
  ["REGISTRATION_OFFICE", { jurisdiction: "33", officeNo: "01" }, "33", undefined],
  ["REGISTRATION_OFFICE", { jurisdiction: "3301", officeNo: null }, "33", "OFFICE_NO_NEEDED"],
  ["GOVERNMENT", { jurisdiction: "3301", officeNo: "01" }, "33", "POWERS_NOT_FOR_KIND"],
] as const)("X1 identity: a %s given %j by an administrator of %j: %s", (kind, powers, verifier, code) => {
  expect(powersProblem(kind, powers, verifier)?.code).toBe(code);
});

test("X1 identity: kinds of organisation are those of the database", () => expect(new Set(ORGANISATION_KINDS)).toEqual(new Set(Object.values(OrganisationKind))));

import { expect, test } from "vitest";
import { ROLES, type Role } from "../shared/roles.ts";
import type { OrganisationKind } from "./organisation-kind.rules.ts";
import { leavesNoAdministrator, roleProblem } from "./role-fit.rules.ts";

// Written by hand: which kind of organisation (verified, of the nation) may give which role.
const EXPECTED = `
                       UNIVERSITY INSTITUTE ENTERPRISE STATE_ENTERPRISE INDIVIDUAL SERVICE_AGENCY VENUE REGISTRATION_OFFICE GOVERNMENT AUDIT
ORG_ADMIN              x          x         x          x                x          x              x     x                   x          x
SELLER                 x          x         x          x                x          x              .     .                   .          .
BUYER                  x          x         x          x                x          x              .     .                   .          .
TECHNOLOGY_MANAGER     x          x         x          x                .          x              .     .                   .          .
VENUE_OPERATOR         .          .         .          .                .          .              x     .                   .          .
VENUE_REVIEWER         .          .         .          .                .          .              x     .                   .          .
AUCTIONEER             .          .         .          .                .          .              x     .                   .          .
VENUE_FINANCE          .          .         .          .                .          .              x     .                   .          .
NOTARY                 .          .         .          .                .          x              .     .                   .          .
REGISTRAR              .          .         .          .                .          .              .     x                   .          .
RECOGNITION_REVIEWER   .          .         .          .                .          .              .     x                   .          .
ADMINISTRATOR          .          .         .          .                .          .              .     .                   x          .
NATIONAL_ADMINISTRATOR .          .         .          .                .          .              .     .                   x          .
AUDITOR                .          .         .          .                .          .              .     .                   .          x
OPERATIONS             .          .         .          .                .          .              .     .                   x          .`;

const [kinds, ...rows] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));

test("X1 identity: the table names every role", () => expect(rows.map(([role]) => role)).toEqual([...ROLES]));

test.each(rows.flatMap(([role, ...cells]) => cells.map((cell, i) => [role as Role, kinds![i] as OrganisationKind, cell === "x"] as const)))(
  "X1 identity: %s in a %s: %s",
  (role, kind, fits) => expect(roleProblem({ kind, state: "VERIFIED", jurisdiction: "" }, role) === undefined).toBe(fits),
);

test.each([
  [{ kind: "GOVERNMENT", state: "VERIFIED", jurisdiction: "33" }, "OPERATIONS", "ROLE_NOT_FOR_JURISDICTION"],
  [{ kind: "GOVERNMENT", state: "VERIFIED", jurisdiction: "33" }, "NATIONAL_ADMINISTRATOR", "ROLE_NOT_FOR_JURISDICTION"],
  [{ kind: "GOVERNMENT", state: "PENDING", jurisdiction: "" }, "OPERATIONS", "ROLE_NEEDS_VERIFIED_ORGANISATION"],
  [{ kind: "VENUE", state: "SUSPENDED", jurisdiction: null }, "AUCTIONEER", "ROLE_NEEDS_VERIFIED_ORGANISATION"],
  [{ kind: "ENTERPRISE", state: "PENDING", jurisdiction: null }, "BUYER", undefined],
] as const)("X1 identity: %j giving %s: %s", (organisation, role, code) => expect(roleProblem(organisation, role)?.code).toBe(code));

test("X1 identity: the last administrator stays", () => {
  expect(leavesNoAdministrator(["a"], "a", ["BUYER"])).toBe(true);
  expect(leavesNoAdministrator(["a"], "a", [])).toBe(true);
  expect(leavesNoAdministrator(["a"], "a", ["ORG_ADMIN", "BUYER"])).toBe(false);
  expect(leavesNoAdministrator(["a", "b"], "a", [])).toBe(false);
  expect(leavesNoAdministrator(["a"], "b", [])).toBe(false);
});

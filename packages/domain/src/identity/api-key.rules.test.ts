import { expect, test } from "vitest";
import { decide } from "../authorisation/decide.ts";
import { SECOND_FACTOR_ROLES } from "../shared/roles.ts";
import { keyRoles, keyScopes } from "./api-key.rules.ts";
import { ORGANISATION_KINDS } from "./organisation-kind.rules.ts";

test.each(ORGANISATION_KINDS)("X1 API key: a key of a %s has no power that needs a second factor or administers people", (kind) => {
  expect(keyRoles(kind).filter((role) => role === "ORG_ADMIN" || SECOND_FACTOR_ROLES.has(role))).toEqual([]);
  expect(keyScopes(kind).filter((scope) => /^(api-key|colleague|person|session|password)\./.test(scope))).toEqual([]);
});

test("X1 API key: a university's key can post results, not bid for officials", () => {
  expect(keyScopes("UNIVERSITY")).toEqual(expect.arrayContaining(["result.publish", "result.search", "contract.submit", "organisation.read"]));
  expect(keyScopes("UNIVERSITY")).not.toContain("recognition.register");
  expect(keyScopes("VENUE")).not.toContain("listing.accept");
});

test("X1 API key: every scope that can be given can be used by the key for something", () => {
  const organisation = { id: "o", name: "", kind: "UNIVERSITY", state: "VERIFIED", divisionCode: "330106", jurisdiction: null };
  for (const scope of keyScopes("UNIVERSITY")) {
    const key = { kind: "key", apiKeyId: "k", organisation, roles: keyRoles("UNIVERSITY"), scopes: [scope] } as const;
    const facts = [{ ownerId: "o", counterpartyId: "o", venueId: "o", officeId: "o" }, { ownerId: "other", counterpartyId: "o" }];
    expect(facts.some((one) => decide(key, scope, one).allowed), scope).toBe(true);
  }
});

import { describe, expect, it } from "vitest";
import { auditContent, auditText } from "./audit.ts";
import { SYSTEM, type KeyActor, type PersonActor } from "./actor.ts";
import { canonicalJson } from "./canonical.ts";

const organisation = { id: "0190c1de-0000-7000-8000-000000000001", name: "浙江拍", kind: "VENUE", state: "VERIFIED", divisionCode: "330100", jurisdiction: null };
const person: PersonActor = { kind: "person", personId: "p", name: "林", language: "zh", sessionId: "s", membershipId: "m", organisation, roles: ["BUYER"], secondFactor: false };
const key: KeyActor = { kind: "key", apiKeyId: "k", organisation, roles: ["BUYER"], scopes: [] };
const at = new Date("2026-11-28T09:00:00+08:00");

describe("X1 audit: the text of an entry, which its hash is made of", () => {
  it.each([
    ["of a person, with what stood before and stands now", auditContent("listing.publish", person, { requestId: "r-1", ip: "::1", userAgent: 'a "browser" \\ \u0007 浏览器' }, at, { type: "listing", id: "l", divisionCode: "330106", before: { z: 1n, a: ["x", null] }, after: { state: "LISTED", at } })],
    ["of a key, without address or place", auditContent("bid.place", key, { requestId: "r-2" }, at, { type: "auction", id: "a", after: { sequence: 7, reason: null } })],
    ["of the platform itself", auditContent("auction.close", SYSTEM, { requestId: "due" }, at, { type: "auction", id: "a", divisionCode: null })],
  ])("is the canonical JSON of all it says: %s", (_, content) => {
    expect(auditText(content)).toBe(canonicalJson(content));
  });
});

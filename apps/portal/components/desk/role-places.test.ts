import { existsSync } from "node:fs";
import path from "node:path";
import { ROLES } from "@ttx/domain/shared/roles";
import { describe, expect, it } from "vitest";
import { DESK_GROUPS, DESK_PLACES } from "./desk-places.tsx";
import { placesOf } from "./role-places.ts";

describe("X1 workspace: the places of a role", () => {
  it("begins with what needs doing and ends with one's settings", () => {
    for (const role of ROLES) expect([placesOf([role]).at(0), placesOf([role]).at(-1)]).toEqual(["today", "settings"]);
  });

  it("joins the places of several roles, each once", () => {
    expect(placesOf(["SELLER", "BUYER"])).toEqual(["today", "results", "demands", "listings", "intents", "mandates", "negotiations", "notices", "auctions", "deals", "useFirst", "incomeShares", "exportControl", "contracts", "performance", "expertReviews", "explanations", "following", "colleagues", "settings"]);
  });

  it("has the places of a group together, whatever roles one has", () => {
    const groups = placesOf(ROLES, "demo").map((key) => DESK_PLACES[key].group);
    expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual(Object.keys(DESK_GROUPS));
  });

  it("leads to a page from every place", () => {
    for (const { place } of Object.values(DESK_PLACES)) {
      expect(existsSync(path.join(import.meta.dirname, "../../app/[lang]", place, "page.tsx")), place).toBe(true);
    }
  });

  it("shows the demo's own places only in a demo", () => {
    expect(placesOf(["OPERATIONS"], "production")).not.toContain("clock");
    expect(placesOf(["OPERATIONS"], "demo")).toContain("clock");
  });

  it("keeps the audit record and operations from traders", () => {
    expect(placesOf(["SELLER", "BUYER", "TECHNOLOGY_MANAGER", "ORG_ADMIN"])).not.toContain("audit");
  });
});

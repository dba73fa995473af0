import { ROLES } from "@ttx/domain/shared/roles";
import { describe, expect, it } from "vitest";
import { placesOf } from "./role-places.ts";

describe("X1 workspace: the places of a role", () => {
  it("begins with what needs doing and ends with one's settings", () => {
    for (const role of ROLES) expect([placesOf([role]).at(0), placesOf([role]).at(-1)]).toEqual(["today", "settings"]);
  });

  it("joins the places of several roles, each once", () => {
    expect(placesOf(["SELLER", "BUYER"])).toEqual(["today", "results", "demands", "listings", "auctions", "deals", "money", "contracts", "colleagues", "settings"]);
  });

  it("keeps the audit record and operations from traders", () => {
    expect(placesOf(["SELLER", "BUYER", "TECHNOLOGY_MANAGER", "ORG_ADMIN"])).not.toContain("audit");
  });
});

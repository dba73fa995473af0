import { describe, expect, it } from "vitest";
import { day } from "./clock.ts";
import { inForce, ruleInForce, type ProvincialRule } from "./in-force.ts";

const rule = (province: string, from: string): ProvincialRule => ({ version: `${province}/${from}`, province, from: day(from), source: "" });
const TABLE = [rule("33", "2026-01-01"), rule("00", "2015-10-01"), rule("33", "2017-10-01")];

describe("X6 rules in force", () => {
  it.each([
    ["330100", "2017-09-30", "00/2015-10-01"],
    ["330100", "2017-10-01", "33/2017-10-01"],
    ["330100", "2025-12-31", "33/2017-10-01"],
    ["330100", "2026-01-01", "33/2026-01-01"],
    ["420100", "2026-01-01", "00/2015-10-01"],
  ])("X6 rules in force: in %s on %s it is %s", (division, on, version) => {
    expect(ruleInForce(TABLE, division, day(on)).version).toBe(version);
  });

  it("X6 rules in force: a province without a rule has none of its own, and before the first national rule there is nothing to state", () => {
    expect(inForce(TABLE, "42", day("2026-01-01"))).toBeUndefined();
    expect(() => ruleInForce(TABLE, "420100", day("2015-09-30"))).toThrow(RangeError);
  });
});

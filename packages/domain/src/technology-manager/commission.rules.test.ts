import { describe, expect, it } from "vitest";
import { wan, yuan } from "../shared/money.ts";
import { commissionDue, commissionOn, commissionStanding, monthsAfter } from "./commission.rules.ts";

describe("P2 commission", () => {
  it.each([
    [wan(680), 303, null, 20_604_000n],
    [wan(680), 500, wan(20), wan(20)],
    [yuan(1), 1, null, 0n],
  ])("P2 commission: %s fen at %i bp, cap %s → %s", (price, rateBp, capFen, whole) => {
    expect(commissionOn(price, { rateBp, capFen })).toBe(whole);
  });

  // Institutions and managers §2.4: 0.206 million on 6.8 million; 40 % received → 0.0824 million due.
  it("P2 commission: is due pro rata to the money received", () => {
    expect(commissionDue(yuan(206_000), yuan(6_800_000), yuan(2_720_000))).toBe(yuan(82_400));
    expect(commissionDue(yuan(206_000), yuan(6_800_000), yuan(9_000_000))).toBe(yuan(206_000));
    expect(commissionDue(yuan(206_000), yuan(6_800_000), 0n)).toBe(0n);
  });

  const at = (text: string): Date => new Date(`${text}T00:00:00Z`);
  const facts = { isExclusive: false, coversResult: true, introduced: true, acceptedAt: at("2026-01-10"), endedAt: null, tailMonths: 12, awardedAt: at("2026-03-01") };

  it.each([
    ["introduced under a mandate in force", {}, "OWED"],
    ["not introduced, not exclusive", { introduced: false }, null],
    ["exclusive, however it came about", { introduced: false, isExclusive: true }, "OWED"],
    ["another result", { coversResult: false, isExclusive: true }, null],
    ["accepted only after the award", { acceptedAt: at("2026-03-02") }, null],
    ["never accepted", { acceptedAt: null }, null],
    ["ended before the award, within the tail", { endedAt: at("2026-02-01") }, "TAIL"],
    ["ended before the award, beyond the tail", { endedAt: at("2026-01-20"), tailMonths: 1 }, null],
    ["ended before, exclusive but not introduced", { endedAt: at("2026-02-01"), isExclusive: true, introduced: false }, null],
    ["ended after the award", { endedAt: at("2026-03-02") }, "OWED"],
  ] as const)("P2 commission: %s", (_case, change, standing) => {
    expect(commissionStanding({ ...facts, ...change })).toBe(standing);
  });

  it("P2 commission: a month has its last day", () => {
    expect(monthsAfter(at("2026-01-31"), 1)).toEqual(at("2026-02-28"));
    expect(monthsAfter(at("2026-11-30"), 12)).toEqual(at("2027-11-30"));
  });
});

import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { payDueOn, REWARD_TERMS, rewardTerms, termsWithOwn } from "./reward-terms.rules.ts";

const ZHEJIANG = rewardTerms("330100", day("2025-09-24"));

describe("T7 income share: notice and payment of the reward (rights and income §2.3)", () => {
  it.each([
    ["330100", "2017-09-30", "default-2015-1"],
    ["330100", "2017-10-01", "ZJ-2017"],
    ["370100", "2025-09-24", "default-2015-1"],
  ])("T7 income share: what reaches a unit in %s on %s is on notice and paid by %s", (division, on, version) => {
    expect(rewardTerms(division, day(on)).version).toBe(version);
  });

  it("T7 income share: what Zhejiang changes holds from its day, and in no other province", () => {
    const table = [...REWARD_TERMS, { ...ZHEJIANG, version: "ZJ-next", from: day("2026-01-01"), noticeDays: 20, payMonths: 3 }];
    const terms = (division: string, on: string) => {
      const { noticeDays, payMonths } = rewardTerms(division, day(on), table);
      return [noticeDays, payMonths];
    };
    expect([terms("330100", "2025-12-31"), terms("330100", "2026-01-01"), terms("370100", "2026-01-01")]).toEqual([[15, 6], [20, 3], [15, 6]]);
  });

  it("T7 income share: the unit's own rule goes first, but its notice is no shorter than the province's", () => {
    const own = { noticeDays: 10, payMonths: 12, document: "校发〔2025〕3号" };
    expect(termsWithOwn(ZHEJIANG, own)).toMatchObject({ noticeDays: 15, payMonths: 12, source: "校发〔2025〕3号" });
    expect(termsWithOwn(ZHEJIANG, { ...own, noticeDays: 30 }).noticeDays).toBe(30);
    expect(termsWithOwn(ZHEJIANG, null)).toBe(ZHEJIANG);
  });

  it.each([
    ["2025-03-15", "2025-09-15"],
    ["2025-08-31", "2026-02-28"],
    ["2023-08-31", "2024-02-29"],
    ["2025-12-01", "2026-06-01"],
  ])("T7 income share: received %s, due %s", (received, due) => {
    expect(payDueOn(day(received), ZHEJIANG)).toBe(due);
  });
});

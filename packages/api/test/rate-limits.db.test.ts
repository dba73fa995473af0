import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RATE_LIMITS, rateLimits, type RateLimits } from "../src/door/rate-limits.ts";

describe("X6 rate limits", () => {
  let db: TestDatabase;
  let at = Date.parse("2026-03-02T01:00:10Z");
  let here: RateLimits;
  let there: RateLimits;
  beforeAll(async () => void (db = await testDatabase()));
  afterAll(() => db.drop());
  beforeEach(() => {
    at += 3_600_000;
    here = rateLimits(db, { now: () => at });
    there = rateLimits(db, { now: () => at });
  });

  const takes = async (limits: RateLimits, rate: "credentials" | "ordinary", times: number): Promise<number> => {
    let allowed = 0;
    for (let i = 0; i < times; i += 1) if ((await limits.take(rate, "203.0.113.9")).allowed) allowed += 1;
    return allowed;
  };

  it("X6 rate limits: two processes share the tries of a password, to the last one", async () => {
    expect(await takes(here, "credentials", 12)).toBe(12);
    expect(await takes(there, "credentials", 12)).toBe(RATE_LIMITS.credentials - 12);
    const refused = await here.take("credentials", "203.0.113.9");
    expect(refused).toEqual({ allowed: false, retryAfterSeconds: 50 });
    expect((await here.take("credentials", "203.0.113.10")).allowed).toBe(true);
  });

  it("X6 rate limits: taken at once in two processes, no try is counted twice or missed", async () => {
    const verdicts = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? here : there).take("credentials", "one")));
    expect(verdicts.filter(({ allowed }) => allowed).length).toBeLessThanOrEqual(RATE_LIMITS.credentials);
    expect((await db.pool.query("select requests from request_window where caller = 'credentials/one'")).rows).toEqual([{ requests: 40 }]);
  });

  it("X6 rate limits: ordinary requests cost no statement each, and are shared within a second", async () => {
    expect(await takes(here, "ordinary", RATE_LIMITS.ordinary)).toBe(RATE_LIMITS.ordinary);
    expect((await db.pool.query("select from request_window where caller = 'ordinary/203.0.113.9'")).rowCount).toBe(0);
    await expect.poll(async () => {
      await there.take("ordinary", "203.0.113.9");
      return (await there.take("ordinary", "203.0.113.9")).allowed;
    }, { timeout: 5_000, interval: 300 }).toBe(false);
  });

  it("X6 rate limits: the next minute begins anew", async () => {
    await takes(here, "credentials", 25);
    at += 60_000;
    expect((await here.take("credentials", "203.0.113.9")).allowed).toBe(true);
  });

  it("X6 rate limits: without its database a process goes on by its own count", async () => {
    const faults: unknown[] = [];
    const alone = rateLimits({ pool: { query: () => Promise.reject(new Error("gone")) } as never }, { now: () => at, onFault: (error) => faults.push(error) });
    expect(await takes(alone, "credentials", 30)).toBe(RATE_LIMITS.credentials);
    expect(faults.length).toBeGreaterThan(0);
  });
});

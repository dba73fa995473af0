import { anAccount, signedIn } from "@ttx/domain/testing/accounts";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { anOrganisation } from "@ttx/domain/testing/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { door, type DoorOptions } from "../src/door/door.ts";
import type { FailedJob, JobQueue } from "../src/door/job-queue.ts";
import { ENDPOINTS } from "../src/endpoints.ts";
import { asDocumented } from "./as-documented.ts";

const NO_LIMITS = { take: async () => ({ allowed: true, remaining: 1 }) as const };

/** A queue with failed jobs, as the door sees the worker's. */
function queueWith(count: number): JobQueue & { readonly retried: string[] } {
  const retried: string[] = [];
  const jobs = Array.from({ length: count }, (_, i): FailedJob => ({ id: `event-${i}`, eventId: String(i), type: "ListingPublished", attempts: 8, reason: "no table", failedAt: new Date("2026-03-02T01:00:00Z") }));
  return {
    retried,
    failed: async (from, to) => jobs.slice(from, to + 1),
    counts: async () => ({ failed: count, waiting: 0 }),
    retry: async (jobId) => jobs.some(({ id }) => id === jobId) && retried.push(jobId) > 0,
  };
}

describe("X6 operations over the API", () => {
  let db: TestDatabase;
  let operator: string;
  let seller: string;

  beforeAll(async () => {
    db = await testDatabase();
    operator = (await signedIn(db, await anAccount(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "" }), ["OPERATIONS"], { secondFactor: true }))).token;
    seller = (await signedIn(db, await anAccount(db, await anOrganisation(db), ["SELLER"]))).token;
  });
  afterAll(() => db.drop());

  async function call(method: string, path: string, options: { token?: string; body?: unknown; language?: string } & Partial<DoorOptions> = {}) {
    const { token, body, language, ...others } = options;
    const open = door({ deps: db, endpoints: ENDPOINTS, limits: NO_LIMITS, cookieToken: async () => null, ...asDocumented, onDefect: (error) => console.error(error), ...others });
    const headers = new Headers({ "content-type": "application/json", "accept-language": language ?? "zh" });
    if (token) headers.set("authorization", `Bearer ${token}`);
    const response = await open(new Request(`http://localhost:3000/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const production = () => ({ deps: { ...db, config: { ...db.config, mode: "production" as const } } });

  it("moves the clock forward for an operator, and tells anybody the time", async () => {
    const before = (await call("GET", "/clock")).body;
    expect(before["movable"]).toBe(true);
    expect((await call("POST", "/clock/advance", { token: seller, body: { days: 1 } })).status).toBe(403);
    expect((await call("POST", "/clock/advance", { token: operator, body: { days: 15 } })).status).toBe(200);
    const after = (await call("GET", "/clock")).body;
    expect(Date.parse(String(after["now"])) - Date.parse(String(before["now"]))).toBeGreaterThanOrEqual(15 * 86_400_000);
    const back = await call("POST", "/clock/advance", { token: operator, body: { to: "2020-01-01T00:00:00Z" } });
    expect(back).toMatchObject({ status: 422, body: { errors: [{ path: "to", code: "CLOCK_ONLY_FORWARD" }] } });
  });

  it.each([["POST", "/clock/advance"], ["GET", "/mailbox"], ["GET", "/mailbox/018f0000-0000-7000-8000-000000000000"]])("in production there is no %s %s, whoever asks", async (method, path) => {
    const body = method === "POST" ? { days: 1 } : undefined;
    for (const token of [operator, seller, undefined]) {
      expect(await call(method, path, { ...production(), token, body })).toMatchObject({ status: 404, body: { code: "ENDPOINT_UNKNOWN" } });
    }
    expect((await call("GET", "/clock", production())).body["movable"]).toBe(false);
  });

  it("lists failed jobs in pages, for operators only", async () => {
    const jobs = queueWith(5);
    const first = await call("GET", "/operations/jobs?limit=3", { token: operator, jobs });
    expect(first.body).toMatchObject({ counts: { failed: 5 }, items: [{ id: "event-0" }, { id: "event-1" }, { id: "event-2" }] });
    const second = await call("GET", `/operations/jobs?limit=3&cursor=${String(first.body["nextCursor"])}`, { token: operator, jobs });
    expect(second.body).toMatchObject({ items: [{ id: "event-3" }, { id: "event-4" }], nextCursor: null });
    expect((await call("GET", "/operations/jobs", { token: seller, jobs })).status).toBe(403);
  });

  it("retries a failed job and records who did it; one that has not failed is refused", async () => {
    const jobs = queueWith(1);
    expect((await call("POST", "/operations/jobs/event-0/retry", { token: operator, jobs })).status).toBe(200);
    expect(jobs.retried).toEqual(["event-0"]);
    expect(await db.db.auditEntry.count({ where: { act: "operations.retry", subjectId: "event-0" } })).toBe(1);
    expect(await call("POST", "/operations/jobs/event-7/retry", { token: operator, jobs })).toMatchObject({ status: 422, body: { code: "NOTHING_TO_RETRY" } });
    expect((await call("POST", "/operations/jobs/event-0/retry", { token: seller, jobs })).status).toBe(403);
    expect(jobs.retried).toEqual(["event-0"]);
  });

  it("serves its own description to anybody, in the language asked for", async () => {
    const chinese = await call("GET", "/openapi.json");
    const english = await call("GET", "/openapi.json", { language: "en" });
    expect(chinese.body).toMatchObject({ openapi: "3.1.1", info: { title: "国家技术交易网络平台接口" } });
    expect(english.body).toMatchObject({ openapi: "3.1.1", info: { title: "National Technology Exchange API" } });
    const unprotected = await call("GET", "/openapi.json", production());
    expect(unprotected.body["paths"]).not.toHaveProperty("/clock/advance");
  });

  it("publishes the seals to anybody", async () => {
    expect(await call("GET", "/audit/seals")).toMatchObject({ status: 200, body: { items: [], nextCursor: null } });
  });
});

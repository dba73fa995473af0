import { verifyAudit } from "@ttx/domain/audit";
import { createDeps, type Deps } from "@ttx/domain/shared/database";
import { makeDue } from "@ttx/domain/shared/due-act";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whenDue } from "../src/due-handler.ts";
import { act } from "../src/handler.ts";
import { startWorker, type RunningWorker } from "../src/worker.ts";
import { effects, queueDatabase, silent, takeEffect, tell, until, wiredFor } from "./given.ts";

const EVENTS = 60;
const ACTS = 30;

describe(`X2 several workers on one database, with ${process.env["TTX_TEST_REDIS_URL"] ? "Redis" : "PostgreSQL"}`, () => {
  let db: Awaited<ReturnType<typeof queueDatabase>>;
  const running: { readonly id: string; worker: RunningWorker; deps: Deps }[] = [];

  beforeEach(async () => {
    db = await queueDatabase(2);
  });
  afterEach(async () => {
    for (const { worker, deps } of running.splice(0)) {
      await worker.stop();
      await deps.close();
    }
    await db.drop();
  });

  /** Each with connections, queue and loops of its own, as in a process of its own. */
  async function start(id: string): Promise<RunningWorker> {
    const deps = createDeps(db.config);
    const dueHandlers = new Map([["test.act", whenDue("test.act", (what) => act(takeEffect, { what }))]]);
    const worker = await startWorker(deps, { id, log: silent, handlers: wiredFor(), dueHandlers, health: { host: "127.0.0.1", port: 0 } });
    running.push({ id, worker, deps });
    return worker;
  }

  async function makeWork(from: number): Promise<string[]> {
    const past = new Date("2026-01-01T00:00:00Z");
    const events = Array.from({ length: EVENTS }, (_, i) => `event ${from + i}`);
    const acts = Array.from({ length: ACTS }, (_, i) => `act ${from + i}`);
    for (const event of events) await tell(db, event, `subject ${event.at(-1)}`);
    for (const subject of acts) await db.db.$transaction((tx) => makeDue(tx, "test.act", subject, past));
    return [...events, ...acts].sort();
  }

  it("share the work: every event and every due act takes effect once, also when one of them goes away", async () => {
    await Promise.all([start("one"), start("two")]);
    const expected = await makeWork(0);
    await until("all is done", async () => (await effects(db)).length >= expected.length, 40);
    expect((await effects(db)).sort()).toEqual(expected);

    const more = await makeWork(1_000);
    const { worker, deps } = running.shift()!;
    await worker.stop();
    await deps.close();
    await until("the other does the rest", async () => (await effects(db)).length >= expected.length + more.length, 40);
    expect((await effects(db)).sort()).toEqual([...expected, ...more].sort());

    await until("the record is sealed", async () => (await verifyAudit(db)).unsealed === 0, 30);
    expect(await verifyAudit(db)).toMatchObject({ fault: null, entries: 2 * (EVENTS + ACTS) });
    expect((await db.db.workerBeat.findMany()).map(({ id }) => id), "who stopped says so").toEqual(running.map(({ id }) => id));
  });

  it("tells how it is by health and metrics", async () => {
    const worker = await start("one");
    const { port } = worker.health!.address() as { port: number };
    const ask = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await ask("/health/live")).status).toBe(200);
    expect((await ask("/health/ready")).status).toBe(200);
    expect((await ask("/elsewhere")).status).toBe(404);
    await until("it has given a sign of life", async () => (await db.db.workerBeat.count()) === 1);
    const metrics = await ask("/metrics");
    expect(metrics.headers.get("content-type")).toContain("text/plain");
    const text = await metrics.text();
    expect(text).toMatch(/^ttx_outbox_oldest_undelivered_seconds 0$/m);
    expect(text).toMatch(/^ttx_due_act_most_overdue_seconds 0$/m);
    expect(text).toMatch(/^ttx_queue_jobs\{state="failed"\} 0$/m);
    expect(text).toMatch(/^ttx_workers 1$/m);
  });
});

import { openConsumer, openQueue, type Consumer, type EventQueue } from "@ttx/queue";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { consume } from "../src/consume.ts";
import { relayOnce, redeliverOnce } from "../src/loops/relay.ts";
import { effects, heldOpen, queueDatabase, tell, until, wiredFor } from "./given.ts";

describe(`X4 events through ${process.env["TTX_TEST_REDIS_URL"] ? "Redis" : "PostgreSQL"}`, () => {
  let db: Awaited<ReturnType<typeof queueDatabase>>;
  let queue: EventQueue;
  const consumers: Consumer[] = [];

  beforeEach(async () => {
    db = await queueDatabase(1);
    queue = openQueue(db.config, () => undefined, { attempts: 3, firstPauseMs: 20 });
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
    await queue.close();
    await db.drop();
  });

  const startConsumer = async (wired = wiredFor(), concurrency = 4) => {
    consumers.push(await openConsumer(db.config, concurrency, (eventId) => consume(db, wired, eventId), () => undefined));
  };
  const effectsAre = (expected: readonly string[]) =>
    until(`the effects are ${expected.join(", ")}`, async () => JSON.stringify(await effects(db)) === JSON.stringify(expected));

  /** A queue that notes what it is given. */
  const noting = (given: string[]): Pick<EventQueue, "add"> => ({
    add: async (events) => {
      given.push(...events.map(({ id }) => String(id)));
    },
  });

  it("delivers in commit order and neither skips nor waits for a transaction that is held open", async () => {
    const given: string[] = [];
    let late = 0n;
    const open = await heldOpen(db, async (tx) => (late = await tell({ db: tx }, "late")));
    const early = [await tell(db, "early 1"), await tell(db, "early 2")];
    await relayOnce(db, noting(given));
    expect(given).toEqual(early.map(String));
    await relayOnce(db, noting(given));
    await open.commit();
    const after = await tell(db, "after");
    await relayOnce(db, noting(given));
    expect(given).toEqual([...early, late, after].map(String));
  });

  it("takes an event from the outbox to its effect, once", async () => {
    await startConsumer();
    await tell(db, "a");
    await tell(db, "b");
    await relayOnce(db, queue);
    await until("both are done", async () => (await effects(db)).length === 2);
    expect((await effects(db)).sort()).toEqual(["a", "b"]);
    await until("both are marked", async () => (await db.db.outboxEvent.count({ where: { handledAt: null } })) === 0);
  });

  it("delivers again what a relay that was killed had handed over but not marked, and the effect stays one", async () => {
    await tell(db, "a");
    const killed = { add: async (events: Parameters<EventQueue["add"]>[0]) => queue.add(events).then(() => Promise.reject(new Error("killed"))) };
    await expect(relayOnce(db, killed)).rejects.toThrow("killed");
    expect(await db.db.outboxEvent.count({ where: { deliveredAt: null } })).toBe(1);
    await startConsumer();
    await effectsAre(["a"]);
    await relayOnce(db, queue);
    const id = await tell(db, "b");
    await relayOnce(db, queue);
    await until("b is done", async () => (await db.db.outboxEvent.findUniqueOrThrow({ where: { id } })).handledAt !== null);
    expect(await effects(db)).toEqual(["a", "b"]);
  });

  it("has one effect when two consumers work on one event at the same time", async () => {
    const id = await tell(db, "a");
    await Promise.all([1, 2, 3].map(() => consume(db, wiredFor(), String(id))));
    expect(await effects(db)).toEqual(["a"]);
  });

  it("two relays at once hand over every event once", async () => {
    for (let i = 0; i < 20; i += 1) await tell(db, `e${i}`);
    const given: string[] = [];
    await Promise.all([1, 2, 3].map(() => relayOnce(db, noting(given))));
    await relayOnce(db, noting(given));
    expect(given).toHaveLength(20);
    expect(given).toEqual([...given].sort((a, b) => Number(BigInt(a) - BigInt(b))));
  });

  it("tries a handler again that failed, and keeps nothing of the try that failed", async () => {
    let tries = 0;
    await startConsumer(wiredFor(() => {
      tries += 1;
      if (tries < 3) throw new Error("not yet");
    }));
    await tell(db, "a");
    await relayOnce(db, queue);
    await effectsAre(["a"]);
    expect(tries).toBe(3);
    expect(await queue.failed(0, 10)).toEqual([]);
  });

  it("shows a job that failed for good, and retries it on demand", async () => {
    let repaired = false;
    await startConsumer(wiredFor(() => {
      if (!repaired) throw new Error("the table is missing");
    }));
    const id = await tell(db, "a");
    await relayOnce(db, queue);
    await until("the job has failed", async () => (await queue.counts()).failed === 1);
    const [failed] = await queue.failed(0, 10);
    expect(failed).toMatchObject({ id: `event-${id}`, eventId: String(id), type: "TestHappened", attempts: 3 });
    expect(failed!.reason).toContain("the table is missing");
    expect(failed!.failedAt).toBeInstanceOf(Date);
    repaired = true;
    expect(await queue.retry(failed!.id)).toBe(true);
    await effectsAre(["a"]);
    await until("nothing has failed", async () => (await queue.counts()).failed === 0);
    expect(await queue.retry(failed!.id), "it has not failed any more").toBe(false);
    expect(await queue.retry("event-999999")).toBe(false);
  });

  it("hands over again what a queue has lost", async () => {
    await tell(db, "a");
    await relayOnce(db, { add: async () => undefined }); // as if the queue's store had been emptied
    await startConsumer();
    expect(await redeliverOnce(db, queue), "not yet old enough").toBe("idle");
    await redeliverOnce(db, queue, -1);
    await effectsAre(["a"]);
  });

  it("keeps the order of one subject's events although the first of them fails at first", async () => {
    let failures = 0;
    await startConsumer(wiredFor((what) => {
      if (what === "first" && failures < 2) {
        failures += 1;
        throw new Error("not yet");
      }
    }));
    await tell(db, "first", "subject");
    await tell(db, "second", "subject");
    await tell(db, "third", "subject");
    await relayOnce(db, queue);
    await effectsAre(["first", "second", "third"]);
  });

  it("fails an event of a type that nobody knows, so that it is seen", async () => {
    const id = await tell(db, "a");
    await expect(consume(db, new Map(), String(id))).rejects.toThrow(/nobody knows: TestHappened/);
    await consume(db, new Map([["TestHappened", []]]), String(id));
    expect((await db.db.outboxEvent.findUniqueOrThrow({ where: { id } })).handledAt, "record-only: done at once").not.toBeNull();
  });
});

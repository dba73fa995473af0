import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { makeDue } from "../shared/due-act.ts";
import { execute, read } from "../shared/execute.ts";
import { cleanUp } from "./clean-up.ts";
import { moveClock, readClock } from "./domain-clock.ts";
import { listDueActs, listEvents, listMailbox, listMails, readMail } from "./operations.queries.ts";
import { readOperations } from "./read-operations.ts";
import { allowJobRetry, retryDueAct, retryMail } from "./retry.ts";
import { setAlarmLimits } from "./set-alarm-limits.ts";

const DAY = 86_400_000;

describe("X6 operations", () => {
  let db: TestDatabase;
  let operator: PersonActor;
  let seller: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    operator = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "" }), ["OPERATIONS"]);
    seller = await aPerson(db, await anOrganisation(db), ["SELLER"]);
  });
  afterAll(() => db.drop());

  const domainNow = () => readDomainTime(db.db, "test");
  const inProduction = (): Deps => ({ ...db, config: { ...db.config, mode: "production" } });
  const dueAt = async (id: string, at: Date) => db.db.$transaction((tx) => makeDue(tx, "test.act", id, at));

  describe("the clock", () => {
    it("moves forward by days, by seconds and to an instant, and the act is recorded", async () => {
      const before = await domainNow();
      await execute(db, moveClock, operator, { days: 15 }, anOrigin());
      await execute(db, moveClock, operator, { seconds: "90" }, anOrigin());
      expect((await domainNow()).getTime() - before.getTime()).toBeGreaterThanOrEqual(15 * DAY + 90_000);
      const to = new Date((await domainNow()).getTime() + DAY);
      await execute(db, moveClock, operator, { to: to.toISOString() }, anOrigin());
      expect(Math.abs((await domainNow()).getTime() - to.getTime())).toBeLessThan(5_000);
      const clock = await read(db, readClock, seller, {});
      expect(clock).toMatchObject({ movable: true, mayMove: false });
      expect((await read(db, readClock, operator, {})).mayMove).toBe(true);
      expect(clock.aheadSeconds).toBeGreaterThanOrEqual(16 * 86_400);
      expect(await db.db.auditEntry.count({ where: { act: "clock.move", personId: operator.personId } })).toBe(3);
    });

    it("never goes back, nor further than 400 days at once", async () => {
      const past = new Date((await domainNow()).getTime() - DAY).toISOString();
      const far = new Date((await domainNow()).getTime() + 500 * DAY).toISOString();
      for (const to of [past, far]) {
        await expect(execute(db, moveClock, operator, { to }, anOrigin())).rejects.toMatchObject({ kind: "invalid", fields: [{ path: "to", code: "CLOCK_ONLY_FORWARD" }] });
      }
      await expect(execute(db, moveClock, operator, { days: 401 }, anOrigin())).rejects.toMatchObject({ kind: "invalid" });
      await expect(execute(db, moveClock, operator, { days: 0 }, anOrigin())).rejects.toMatchObject({ kind: "invalid" });
    });

    it("wants exactly one way of saying how far", async () => {
      for (const input of [{}, { days: 1, seconds: 1 }]) {
        await expect(execute(db, moveClock, operator, input, anOrigin())).rejects.toMatchObject({ fields: [{ code: "CLOCK_MOVE_UNCLEAR" }] });
      }
    });

    it("is moved by operators only", async () => {
      await expect(execute(db, moveClock, seller, { days: 1 }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(execute(db, moveClock, { ...operator, secondFactor: false }, { days: 1 }, anOrigin())).rejects.toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
    });

    it("does not exist in production, and what demonstrations moved it by does not count there", async () => {
      await expect(execute(inProduction(), moveClock, operator, { days: 1 }, anOrigin())).rejects.toMatchObject({ kind: "not-found" });
      const clock = await read(inProduction(), readClock, operator, {});
      expect(clock).toMatchObject({ movable: false, mayMove: false, aheadSeconds: 0 });
      expect(clock.now.getTime()).toBeLessThan((await domainNow()).getTime() - 10 * DAY);
    });

    it("adds up when two operators move it at once", async () => {
      const before = await domainNow();
      await Promise.all([1, 2, 3].map(() => execute(db, moveClock, operator, { days: 1 }, anOrigin())));
      expect((await domainNow()).getTime() - before.getTime()).toBeGreaterThanOrEqual(3 * DAY);
    });
  });

  describe("the page", () => {
    it("shows what is overdue, undelivered, unsealed and failing, with its alarms", async () => {
      const now = await domainNow();
      await dueAt("late", new Date(now.getTime() - 2 * 3_600_000));
      await dueAt("soon", new Date(now.getTime() + DAY));
      await db.db.dueAct.updateMany({ where: { subjectId: "late" }, data: { lastError: "no calendar", attempts: 3, nextTryAt: new Date(now.getTime() + 60_000) } });
      await db.db.outboxEvent.create({ data: { type: "Told", subjectType: "t", subjectId: "1", payload: {}, requestId: "r", occurredAt: now, createdAt: new Date(Date.parse("2020-01-01T00:00:00Z")) } });
      await db.db.mailMessage.create({ data: { recipient: "x@test.example", subject: "s", body: "secret link", state: "FAILED", error: "550", attempts: 8, createdAt: now } });

      const { figures, alarms } = await read(db, readOperations, operator, {});
      expect(figures).toMatchObject({ overdueActs: 1, failingActs: 1, undeliveredEvents: 1, failedMails: 1, workers: 0 });
      expect(figures.mostOverdueSeconds).toBeGreaterThanOrEqual(7_200);
      expect(figures.unsealedEntries).toBeGreaterThan(0);
      expect(alarms.map(({ code }) => code)).toEqual(expect.arrayContaining(["NO_WORKER", "ACT_OVERDUE", "EVENT_UNDELIVERED", "MAIL_FAILED"]));

      expect((await read(db, listDueActs, operator, {})).items).toMatchObject([{ subjectId: "late", lastError: "no calendar" }]);
      expect((await read(db, listDueActs, operator, { show: "upcoming" })).items).toMatchObject([{ subjectId: "soon" }]);
      expect((await read(db, listDueActs, operator, { show: "failing" })).items).toMatchObject([{ subjectId: "late" }]);
      expect((await read(db, listEvents, operator, {})).items).toMatchObject([{ type: "Told" }]);
      const mails = await read(db, listMails, operator, { state: "FAILED" });
      expect(mails.items).toMatchObject([{ recipient: "x@test.example", error: "550" }]);
      expect(mails.items[0], "what a mail says is not the operator's business").not.toHaveProperty("body");
    });

    it("pages through what is due", async () => {
      const at = new Date((await domainNow()).getTime() + 30 * DAY);
      for (let i = 0; i < 5; i += 1) await dueAt(`page ${i}`, at);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await read(db, listDueActs, operator, { show: "upcoming", limit: 2, cursor });
        seen.push(...page.items.map(({ subjectId }) => subjectId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen.filter((subject) => subject.startsWith("page"))).toHaveLength(5);
      expect(new Set(seen).size).toBe(seen.length);
    });

    it("is for operators, and its figures for the worker itself", async () => {
      const asked = [read(db, readOperations, seller, {}), read(db, listDueActs, seller, {}), read(db, listEvents, seller, {}), read(db, listMails, seller, {})];
      expect(await Promise.allSettled(asked)).toMatchObject(asked.map(() => ({ status: "rejected", reason: { code: "NOT_PERMITTED" } })));
      expect((await read(db, readOperations, SYSTEM, {})).figures.workers).toBe(0);
    });

    it("takes other limits for alarms, as a version with a reason", async () => {
      const limits = { overdueActSeconds: 86_400, undeliveredEventSeconds: 30, unhandledEventSeconds: 300, unsealedEntrySeconds: 604_800, queuedMailSeconds: 600, workerBeatSeconds: 30 };
      expect(await execute(db, setAlarmLimits, operator, { ...limits, reason: "节假日放宽" }, anOrigin())).toEqual({ version: 1 });
      expect(await execute(db, setAlarmLimits, operator, { ...limits, reason: "再次确认" }, anOrigin())).toEqual({ version: 2 });
      const state = await read(db, readOperations, operator, {});
      expect(state.limits).toEqual(limits);
      expect(state.alarms.map(({ code }) => code)).not.toContain("ACT_OVERDUE");
      await expect(execute(db, setAlarmLimits, seller, { ...limits, reason: "x" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    });
  });

  describe("retrying", () => {
    it("lets a failed act run at once, and refuses one that has not failed", async () => {
      const [late] = (await read(db, listDueActs, operator, { show: "failing" })).items;
      await execute(db, retryDueAct, operator, { dueActId: late!.id }, anOrigin());
      expect((await db.db.dueAct.findUniqueOrThrow({ where: { id: late!.id } })).nextTryAt).toBeNull();
      const soon = await db.db.dueAct.findFirstOrThrow({ where: { subjectId: "soon" } });
      await expect(execute(db, retryDueAct, operator, { dueActId: soon.id }, anOrigin())).rejects.toMatchObject({ code: "NOTHING_TO_RETRY" });
    });

    it("queues a failed mail again, once", async () => {
      const [failed] = (await read(db, listMails, operator, { state: "FAILED" })).items;
      await execute(db, retryMail, operator, { mailId: failed!.id }, anOrigin());
      expect(await db.db.mailMessage.findUniqueOrThrow({ where: { id: failed!.id } })).toMatchObject({ state: "QUEUED", attempts: 0 });
      await expect(execute(db, retryMail, operator, { mailId: failed!.id }, anOrigin())).rejects.toMatchObject({ code: "NOTHING_TO_RETRY" });
    });

    it("is for operators and leaves its record", async () => {
      await expect(execute(db, allowJobRetry, seller, { jobId: "event-1" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await execute(db, allowJobRetry, operator, { jobId: "event-1" }, anOrigin());
      expect(await db.db.auditEntry.count({ where: { act: "operations.retry", subjectType: "queue-job", subjectId: "event-1" } })).toBe(1);
      await expect(execute(db, allowJobRetry, operator, { jobId: "event-1; drop" }, anOrigin())).rejects.toMatchObject({ kind: "invalid" });
    });
  });

  describe("the development mailbox", () => {
    it("shows what mails say, to operators, outside of production", async () => {
      const [mail] = (await read(db, listMailbox, operator, {})).items;
      expect(await read(db, readMail, operator, { mailId: mail!.id })).toMatchObject({ body: "secret link" });
      await expect(read(db, listMailbox, seller, {})).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      await expect(read(inProduction(), listMailbox, operator, {})).rejects.toMatchObject({ kind: "not-found" });
      await expect(read(inProduction(), readMail, operator, { mailId: mail!.id })).rejects.toMatchObject({ kind: "not-found" });
    });
  });

  it("removes answers to repeated requests after thirty days, and no sooner", async () => {
    await execute(db, moveClock, operator, { seconds: 1 }, anOrigin("fresh-key"));
    await db.db.$executeRaw`insert into idempotency_record (scope, key, endpoint, request_hash, created_at) values ('old', 'k', 'e', 'h', clock_timestamp() - interval '31 days')`;
    await db.db.$executeRaw`insert into worker_beat (id, started_at, beat_at, details) values ('gone', now(), now() - interval '2 days', '{}'), ('here', now(), now(), '{}')`;
    expect(await cleanUp(db)).toBe("idle");
    expect((await db.db.idempotencyRecord.findMany()).map(({ key }) => key)).toEqual(["fresh-key"]);
    expect((await db.db.workerBeat.findMany()).map(({ id }) => id)).toEqual(["here"]);
  });
});

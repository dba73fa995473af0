import { makeDue } from "@ttx/domain/shared/due-act";
import { defineUseCase } from "@ttx/domain/shared/use-case";
import { moveClockBy } from "@ttx/domain/testing/clock";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { whenDue, type DueHandler } from "../src/due-handler.ts";
import { act } from "../src/handler.ts";
import { sweepOnce } from "../src/loops/sweep.ts";

const HOUR = 3_600_000;
const Input = z.object({ subjectId: z.string(), dueAt: z.date() });

/** The effect is a mail that says from which instant on it counts. */
const takeEffectAt = defineUseCase("statistics.add", Input, async (ctx, { subjectId, dueAt }) => {
  ctx.authorise();
  if (subjectId.startsWith("broken")) throw new Error("the office has no calendar");
  await ctx.tx.mailMessage.create({ data: { recipient: subjectId, subject: "-", body: dueAt.toISOString(), state: "KEPT", createdAt: ctx.clock.now() } });
  ctx.record({ type: "test", id: subjectId });
  return { subjectId };
});

const HANDLERS: ReadonlyMap<string, DueHandler> = new Map([["test.act", whenDue("test.act", (subjectId, dueAt) => act(takeEffectAt, { subjectId, dueAt }))]]);

describe("X6 due acts", () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase({ poolSize: 10 });
  });
  afterEach(() => db.drop());

  const due = (subjectId: string, at: Date, kind = "test.act") => db.db.$transaction((tx) => makeDue(tx, kind, subjectId, at));
  const effects = () => db.db.mailMessage.findMany({ orderBy: { id: "asc" }, select: { recipient: true, body: true } });
  const now = async () => (await db.db.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`)[0]!.now;
  const sweepAll = async () => {
    while ((await sweepOnce(db, HANDLERS)) === "more");
  };

  it("does nothing before its time, and takes effect from the due instant however late it runs", async () => {
    const dueAt = new Date((await now()).getTime() + HOUR);
    await due("a", dueAt);
    await sweepAll();
    expect(await effects()).toEqual([]);
    await moveClockBy(db, 30 * 24 * HOUR);
    await sweepAll();
    expect(await effects()).toEqual([{ recipient: "a", body: dueAt.toISOString() }]);
    await sweepAll();
    expect(await effects(), "once").toHaveLength(1);
  });

  it("runs the most overdue first", async () => {
    const at = (await now()).getTime();
    await due("second", new Date(at - HOUR));
    await due("third", new Date(at - 1_000));
    await due("first", new Date(at - 2 * HOUR));
    await sweepAll();
    expect((await effects()).map(({ recipient }) => recipient)).toEqual(["first", "second", "third"]);
  });

  it("runs each act once with several sweepers at the same time", async () => {
    const at = new Date((await now()).getTime() - HOUR);
    for (let i = 0; i < 30; i += 1) await due(`act ${i}`, at);
    await Promise.all([sweepAll(), sweepAll(), sweepAll()]);
    const done = (await effects()).map(({ recipient }) => recipient);
    expect(done).toHaveLength(30);
    expect(new Set(done).size).toBe(30);
  });

  it("keeps the error of an act that failed, goes on with the others, and tries it again after a pause", async () => {
    const at = new Date((await now()).getTime() - HOUR);
    await due("broken", at);
    await due("whole", at);
    await sweepAll();
    expect((await effects()).map(({ recipient }) => recipient)).toEqual(["whole"]);
    const failed = await db.db.dueAct.findFirstOrThrow({ where: { subjectId: "broken" } });
    expect(failed).toMatchObject({ doneAt: null, attempts: 1 });
    expect(failed.lastError).toContain("the office has no calendar");
    expect(failed.nextTryAt!.getTime()).toBeGreaterThan(at.getTime());
    await moveClockBy(db, HOUR);
    await sweepAll();
    expect((await db.db.dueAct.findFirstOrThrow({ where: { subjectId: "broken" } })).attempts).toBe(2);
  });

  it("keeps an act of a kind that nobody knows, with that as its error", async () => {
    await due("a", new Date((await now()).getTime() - HOUR), "test.unknown");
    await sweepAll();
    expect(await db.db.dueAct.findFirstOrThrow()).toMatchObject({ doneAt: null, lastError: expect.stringContaining("nobody knows how to do test.unknown") });
  });

  it("is done once although the worker was killed in the middle", async () => {
    await due("a", new Date((await now()).getTime() - HOUR));
    const killed: DueHandler = whenDue("test.act", () => {
      throw new Error("killed");
    });
    await sweepOnce(db, new Map([["test.act", killed]]));
    await moveClockBy(db, HOUR);
    await sweepAll();
    expect(await effects()).toHaveLength(1);
  });
});

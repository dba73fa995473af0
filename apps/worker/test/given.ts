import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "@ttx/domain/shared/config";
import type { Deps } from "@ttx/domain/shared/database";
import { defineEvent } from "@ttx/domain/shared/events";
import { defineUseCase } from "@ttx/domain/shared/use-case";
import { testDatabase } from "@ttx/domain/testing/database";
import { Redis } from "ioredis";
import { pino, type Logger } from "pino";
import { z } from "zod";
import { act, on, type Handler } from "../src/handler.ts";

export const silent: Logger = pino({ level: "silent" });

/** A fact and an effect that any test database can hold: the effect is a mail whose recipient names what was done. */
export const Happened = defineEvent("TestHappened", z.object({ what: z.string() }));
export const Unheard = defineEvent("TestUnheard", z.object({}));

export const takeEffect = defineUseCase("statistics.add", z.object({ what: z.string() }), async (ctx, { what }) => {
  ctx.authorise();
  await ctx.tx.mailMessage.create({ data: { recipient: what, subject: "-", body: "-", state: "KEPT", createdAt: ctx.clock.now() } });
  ctx.record({ type: "test", id: what });
  return { what };
});

/** Handlers of {@link Happened} that have the effect, unless `fault` throws for what happened. */
export function wiredFor(fault: (what: string) => void = () => undefined): ReadonlyMap<string, readonly Handler[]> {
  const handler = on(Happened, "test.take-effect", ({ payload }) => {
    fault(payload.what);
    return act(takeEffect, { what: payload.what });
  });
  return new Map([[Happened.name, [handler]]]);
}

/** What took effect, in the order of effect. */
export async function effects(deps: Deps): Promise<string[]> {
  const rows = await deps.db.$queryRaw<{ subject_id: string }[]>`select subject_id from audit_entry where act = 'statistics.add' order by id`;
  return rows.map(({ subject_id }) => subject_id);
}

export async function tell(deps: Pick<Deps, "db">, what: string, subjectId = what): Promise<bigint> {
  const { id } = await deps.db.outboxEvent.create({
    data: { type: Happened.name, subjectType: "test", subjectId, payload: { what }, requestId: "test", occurredAt: new Date("2026-03-02T01:00:00Z") },
  });
  return id;
}

/** A second process on the same database, as far as the database can see. */
export function configOn(deps: Deps, redisDatabase: number): Config {
  const redisUrl = process.env["TTX_TEST_REDIS_URL"];
  return { ...deps.config, redisUrl: redisUrl ? `${redisUrl}/${redisDatabase}` : undefined };
}

/** A database with an empty queue: BullMQ on PostgreSQL, or on Redis when the tests run with one. Each file has a Redis database of its own. */
export async function queueDatabase(redisDatabase: number) {
  const deps = await testDatabase({ poolSize: 10 });
  const config = configOn(deps, redisDatabase);
  if (config.redisUrl) {
    const redis = new Redis(config.redisUrl);
    await redis.flushdb();
    redis.disconnect();
  }
  return { ...deps, config };
}

export async function until(what: string, condition: () => Promise<boolean>, seconds = 20): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await sleep(25);
  }
}

/** Opens a transaction that has written and stays open until told. */
export async function heldOpen(deps: Pick<Deps, "db">, write: (tx: Pick<Deps, "db">["db"]) => Promise<unknown>): Promise<{ commit(): Promise<void> }> {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  let wrote!: () => void;
  const hasWritten = new Promise<void>((resolve) => (wrote = resolve));
  const transaction = deps.db.$transaction(
    async (tx) => {
      await write(tx as never);
      wrote();
      await released;
    },
    { timeout: 50_000 },
  );
  await hasWritten;
  return {
    commit: async () => {
      release();
      await transaction;
    },
  };
}

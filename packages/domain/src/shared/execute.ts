import type { z } from "zod";
import { decide } from "../authorisation/decide.ts";
import type { Action } from "../authorisation/table.ts";
import type { Facts } from "../authorisation/decide.ts";
import type { Actor } from "./actor.ts";
import { auditContent, writeAudit, type Trace } from "./audit.ts";
import { toJson } from "./canonical.ts";
import type { Deps, Tx } from "./database.ts";
import { readDomainTime, readDomainTimeOn, runningFrom } from "./domain-clock.ts";
import { dropDue, makeDue } from "./due-act.ts";
import { DomainError } from "./errors.ts";
import type { EmittedEvent } from "./events.ts";
import { claimIdempotencyKey, keepAnswer } from "./idempotency.ts";
import type { Origin } from "./origin.ts";
import { isRetryable } from "./retry.ts";
import type { Context, Query, ReadContext, UseCase } from "./use-case.ts";

const MAX_ATTEMPTS = 4;
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 30_000 } as const;

/** A use case that forgot a duty every use case has; a defect of ours, never the caller's. */
export class UseCaseDefect extends Error {}

/**
 * The one way to change anything: parse, open a transaction, run, and write the audit entries and the outbox rows in that
 * same transaction. A transaction that lost a deadlock or a serialisation race is run again from the start.
 *
 * @throws DomainError for every refusal; nothing is changed then.
 */
export async function execute<Input, Output>(
  deps: Deps,
  useCase: UseCase<Input, Output>,
  actor: Actor,
  rawInput: unknown,
  origin: Origin,
): Promise<Output> {
  const input = parseInput(useCase.input, rawInput);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.db.$transaction((tx) => runInTransaction(deps, tx, useCase, actor, input, origin), TRANSACTION_LIMITS);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

/** Runs a use case inside a transaction that the caller holds, as the worker does to store `HandledEvent` with the effect. */
export async function runInTransaction<Input, Output>(
  deps: Deps,
  tx: Tx,
  useCase: UseCase<Input, Output>,
  actor: Actor,
  input: Input,
  origin: Origin,
): Promise<Output> {
  if (origin.idempotency) {
    const earlier = await claimIdempotencyKey(tx, origin.idempotency, input);
    if (earlier.answered) return earlier.answer as Output;
  }
  const clock = runningFrom(await readDomainTime(tx, deps.config.mode));
  const traces: Trace[] = [];
  const events: EmittedEvent[] = [];
  let asked = false;
  const ctx: Context = {
    tx,
    actor,
    origin,
    clock,
    config: deps.config,
    authorise: (facts, action) => {
      asked = true;
      demand(actor, action ?? useCase.name, facts);
    },
    record: (trace) => traces.push(trace),
    emit: (event, subject, payload) =>
      events.push({ type: event.name, subjectType: subject.type, subjectId: subject.id, payload: toJson(event.payload.parse(payload)) }),
    due: (kind, subjectId, at) => makeDue(tx, kind, subjectId, at),
    notDue: (kind, subjectId) => dropDue(tx, kind, subjectId, clock.now()),
  };
  const output = await useCase.run(ctx, input);
  if (!asked) throw new UseCaseDefect(`${useCase.name} ended without asking whether the actor may do it`);
  if (traces.length === 0) throw new UseCaseDefect(`${useCase.name} ended without naming what it was done to`);
  const at = clock.now();
  await writeAudit(tx, traces.map((trace) => auditContent(useCase.name, actor, origin, at, trace)));
  if (events.length > 0) {
    await tx.outboxEvent.createMany({
      data: events.map((event) => ({ ...event, payload: event.payload as never, requestId: origin.requestId, occurredAt: at })),
    });
  }
  if (origin.idempotency) await keepAnswer(tx, origin.idempotency, output);
  return output;
}

/** The one way to read: parse, ask, select. */
export async function read<Input, Output>(
  deps: Deps,
  query: Query<Input, Output>,
  actor: Actor,
  rawInput: unknown,
): Promise<Output> {
  const input = parseInput(query.input, rawInput);
  let asked = false;
  const ctx: ReadContext = {
    db: deps.db,
    pool: deps.pool,
    searches: deps.searches,
    actor,
    config: deps.config,
    now: () => readDomainTimeOn(deps.pool, deps.config.mode),
    authorise: (facts, action) => {
      asked = true;
      demand(actor, action ?? query.name, facts);
    },
    may: (action, facts) => decide(actor, action, facts).allowed,
  };
  const output = await query.run(ctx, input);
  if (!asked) throw new UseCaseDefect(`${query.name} ended without asking whether the actor may read it`);
  return output;
}

function demand(actor: Actor, action: Action, facts: Facts | undefined): void {
  const decision = decide(actor, action, facts);
  if (decision.allowed) return;
  const kind = decision.reason === "NOT_SIGNED_IN" ? "unauthenticated" : "forbidden";
  throw new DomainError(decision.reason, kind, { action });
}

/** Zod's issues become field problems; the door words them in the reader's language. */
export function parseInput<Input>(schema: z.ZodType<Input>, rawInput: unknown): Input {
  const parsed = schema.safeParse(rawInput);
  if (parsed.success) return parsed.data;
  throw new DomainError(
    "INPUT_INVALID",
    "invalid",
    {},
    parsed.error.issues.map((issue) => ({
      path: issue.path.join("."),
      code: issue.code === "custom" && typeof issue.params?.["code"] === "string" ? issue.params["code"] : `zod:${issue.code}`,
      details: issue as unknown as Readonly<Record<string, unknown>>,
    })),
  );
}

import type { z } from "zod";
import type { Facts } from "../authorisation/decide.ts";
import type { Action } from "../authorisation/table.ts";
import type { Actor } from "./actor.ts";
import type { Trace } from "./audit.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database, Deps, Tx } from "./database.ts";
import type { EventType } from "./events.ts";
import type { Origin } from "./origin.ts";

/** What a use case works with; everything it does goes through here, so nothing is forgotten. */
export type Context = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly clock: Clock;
  readonly config: Config;
  /** Asks the policy table whether the actor may do this act to a thing with these facts; throws forbidden. */
  authorise(facts?: Facts, action?: Action): void;
  /** Names what the act was done to, with what changed; at least once in every use case. */
  record(trace: Trace): void;
  /** Tells a fact to the worker, in this transaction. */
  emit<Payload>(event: EventType<Payload>, subject: { readonly type: string; readonly id: string }, payload: Payload): void;
  /** Makes an act due at an instant, whatever the queue does. */
  due(kind: string, subjectId: string, at: Date): Promise<void>;
  notDue(kind: string, subjectId: string): Promise<void>;
};

export type UseCase<Input, Output> = {
  readonly kind: "use-case";
  readonly name: Action;
  readonly input: z.ZodType<Input>;
  readonly run: (ctx: Context, input: Input) => Promise<Output>;
};

export function defineUseCase<Input, Output>(
  name: Action,
  input: z.ZodType<Input>,
  run: (ctx: Context, input: Input) => Promise<Output>,
): UseCase<Input, Output> {
  return { kind: "use-case", name, input, run };
}

/** What a query works with: reads only, and never without asking who reads. */
export type ReadContext = {
  readonly db: Database;
  /** For the few reads that named statements make several times as fast. */
  readonly pool: Deps["pool"];
  readonly searches: Deps["searches"];
  readonly actor: Actor;
  readonly config: Config;
  now(): Promise<Date>;
  authorise(facts?: Facts, action?: Action): void;
  /** Whether the actor may do another act; for buttons and for choosing what to show. */
  may(action: Action, facts?: Facts): boolean;
};

export type Query<Input, Output> = {
  readonly kind: "query";
  readonly name: Action;
  readonly input: z.ZodType<Input>;
  readonly run: (ctx: ReadContext, input: Input) => Promise<Output>;
};

export function defineQuery<Input, Output>(
  name: Action,
  input: z.ZodType<Input>,
  run: (ctx: ReadContext, input: Input) => Promise<Output>,
): Query<Input, Output> {
  return { kind: "query", name, input, run };
}

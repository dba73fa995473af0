import type { z } from "zod";

/** A fact that other features or the outside may react to; past tense, with the shape of what it tells. */
export type EventType<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> };

const defined = new Set<string>();

export function defineEvent<Payload>(name: string, payload: z.ZodType<Payload>): EventType<Payload> {
  defined.add(name);
  return { name, payload };
}

/** Names of all events that the loaded features can emit; the worker checks at its start that each is heard. */
export function definedEvents(): ReadonlySet<string> {
  return defined;
}

export type EmittedEvent = {
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: unknown;
};

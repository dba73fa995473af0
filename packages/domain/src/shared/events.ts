import type { z } from "zod";

/** A fact that other features or the outside may react to; past tense, with the shape of what it tells. */
export type EventType<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> };

export function defineEvent<Payload>(name: string, payload: z.ZodType<Payload>): EventType<Payload> {
  return { name, payload };
}

export type EmittedEvent = {
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: unknown;
};

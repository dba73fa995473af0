import { randomUUID } from "node:crypto";

const FORM = /^[A-Za-z0-9._-]{8,64}$/;

/** Keeps a well-formed id from the caller, so that a trace runs through; anything else gets a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && FORM.test(given) ? given : randomUUID();
}

import type { DueHandler } from "./due-handler.ts";

/** Every kind of due act and the use case that does it. */
export const DUE_HANDLERS: readonly DueHandler[] = [];

export function wireDueHandlers(handlers: readonly DueHandler[] = DUE_HANDLERS): ReadonlyMap<string, DueHandler> {
  const wired = new Map(handlers.map((handler) => [handler.kind, handler]));
  if (wired.size !== handlers.length) throw new Error("two handlers for one kind of due act");
  return wired;
}

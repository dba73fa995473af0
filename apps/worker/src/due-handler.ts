import type { Act } from "./handler.ts";

/** What to do when an act of this kind is due. `dueAt` is the instant that was due, however late it is now. */
export type DueHandler = { readonly kind: string; readonly act: (subjectId: string, dueAt: Date) => Act };

export function whenDue(kind: string, act: DueHandler["act"]): DueHandler {
  return { kind, act };
}

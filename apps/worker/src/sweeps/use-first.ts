import { fallUseOverdue, reachOuterDate, USE_FIRST_DUE } from "@ttx/domain/use-first";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const USE_FIRST_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue(USE_FIRST_DUE.outerDate, (useFirstId, dueAt) => act(reachOuterDate, { useFirstId, dueAt })),
  whenDue(USE_FIRST_DUE.fallOverdue, (useFirstId, dueAt) => act(fallUseOverdue, { useFirstId, dueAt })),
];

import { watchPerformance } from "@ttx/domain/performance";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const PERFORMANCE_DUE_HANDLERS: readonly DueHandler[] = [whenDue("performance.watch", (contractId, dueAt) => act(watchPerformance, { contractId, dueAt }))];

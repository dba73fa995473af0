import { clearShare, fallShareOverdue, INCOME_SHARE_DUE } from "@ttx/domain/income-share";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const INCOME_SHARE_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue(INCOME_SHARE_DUE.clear, (incomeShareId, dueAt) => act(clearShare, { incomeShareId, dueAt })),
  whenDue(INCOME_SHARE_DUE.fallOverdue, (incomeShareId, dueAt) => act(fallShareOverdue, { incomeShareId, dueAt })),
];

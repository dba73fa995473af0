import { DEAL_DUE, fallOverdue, missRelease, missSigning } from "@ttx/domain/deal";
import { act } from "../handler.ts";
import { whenDue, type DueHandler } from "../due-handler.ts";

export const DEAL_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue(DEAL_DUE.missSigning, (dealId, dueAt) => act(missSigning, { dealId, dueAt })),
  whenDue(DEAL_DUE.fallOverdue, (dealId, dueAt) => act(fallOverdue, { dealId, dueAt })),
  whenDue(DEAL_DUE.missRelease, (dealId, dueAt) => act(missRelease, { dealId, dueAt })),
];

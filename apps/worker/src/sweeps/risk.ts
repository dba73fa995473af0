import { lapseAlert, RISK_DUE } from "@ttx/domain/risk";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const RISK_DUE_HANDLERS: readonly DueHandler[] = [whenDue(RISK_DUE.answer, (alertId, dueAt) => act(lapseAlert, { alertId, dueAt }))];

import { expireMandate, MANDATE_DUE } from "@ttx/domain/technology-manager";
import { act } from "../handler.ts";
import { whenDue, type DueHandler } from "../due-handler.ts";

export const MANDATE_DUE_HANDLERS: readonly DueHandler[] = [whenDue(MANDATE_DUE.expire, (mandateId, dueAt) => act(expireMandate, { mandateId, dueAt }))];

import { alertSearch, SEARCH_ALERT_DUE } from "@ttx/domain/interest";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const INTEREST_DUE_HANDLERS: readonly DueHandler[] = [whenDue(SEARCH_ALERT_DUE, (searchId, dueAt) => act(alertSearch, { searchId, dueAt }))];

import { DEMAND_DEADLINE, lapseDemand } from "@ttx/domain/demand";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const DEMAND_DUE_HANDLERS: readonly DueHandler[] = [whenDue(DEMAND_DEADLINE, (demandId, dueAt) => act(lapseDemand, { demandId, dueAt }))];

import { openPerformance } from "@ttx/domain/performance";
import { ContractRegistered } from "@ttx/domain/recognition";
import { act, on, type Handler } from "../handler.ts";

export const PERFORMANCE_HANDLERS: readonly Handler[] = [on(ContractRegistered, "performance.open", ({ payload }) => act(openPerformance, { contractId: payload.contractId }))];

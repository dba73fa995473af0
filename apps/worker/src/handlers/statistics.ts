import { ContractAmended, ContractCancelled, ContractRegistered, ContractRevoked } from "@ttx/domain/recognition";
import { addToStatistics } from "@ttx/domain/statistics";
import { act, on, type Handler } from "../handler.ts";

export const STATISTICS_HANDLERS: readonly Handler[] = [
  on(ContractRegistered, "statistics.count-registered", ({ payload }) => act(addToStatistics, { countIn: payload })),
  on(ContractAmended, "statistics.count-amended", ({ payload: { before, after } }) => act(addToStatistics, { countOut: before, countIn: after })),
  on(ContractCancelled, "statistics.count-cancelled", ({ payload }) => act(addToStatistics, { countOut: payload })),
  on(ContractRevoked, "statistics.count-revoked", ({ payload }) => act(addToStatistics, { countOut: payload })),
];

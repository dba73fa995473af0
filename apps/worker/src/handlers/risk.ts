import { ContractAmended, ContractRegistered } from "@ttx/domain/recognition";
import { scanContract } from "@ttx/domain/risk";
import { act, on, type Handler } from "../handler.ts";

export const RISK_HANDLERS: readonly Handler[] = [
  on(ContractRegistered, "risk.scan-registered", ({ payload }) => act(scanContract, { facts: payload })),
  on(ContractAmended, "risk.scan-amended", ({ payload }) => act(scanContract, { facts: payload.after })),
];

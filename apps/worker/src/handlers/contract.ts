import { openContractFromDeal } from "@ttx/domain/contract";
import { DealSigned } from "@ttx/domain/deal";
import { act, on, type Handler } from "../handler.ts";

export const CONTRACT_HANDLERS: readonly Handler[] = [on(DealSigned, "contract.open-from-deal", ({ payload }) => act(openContractFromDeal, { dealId: payload.dealId }))];

import { DealFailed, PriceReleased } from "@ttx/domain/deal";
import { clawBackShares, openIncomeShare } from "@ttx/domain/income-share";
import { act, on, type Handler } from "../handler.ts";

export const INCOME_SHARE_HANDLERS: readonly Handler[] = [
  on(PriceReleased, "income-share.open", ({ payload }) => act(openIncomeShare, { ...payload, receivedFen: BigInt(payload.receivedFen), costsFen: BigInt(payload.costsFen), at: new Date(payload.at) })),
  on(DealFailed, "income-share.claw-back", ({ payload }) => act(clawBackShares, { dealId: payload.dealId, reason: payload.state === "ANNULLED" ? "成交已撤销" : "受让方违约，成交终止" })),
];

import { DealFailed, DealOpened, DealSigned } from "@ttx/domain/deal";
import { failUseFirst, matchUseFirst, startUseFirst } from "@ttx/domain/use-first";
import { act, on, type Handler } from "../handler.ts";

export const USE_FIRST_HANDLERS: readonly Handler[] = [
  on(DealOpened, "use-first.match", ({ payload }) => act(matchUseFirst, { dealId: payload.dealId })),
  on(DealSigned, "use-first.start", ({ payload }) => act(startUseFirst, { dealId: payload.dealId })),
  on(DealFailed, "use-first.fail", ({ payload }) => act(failUseFirst, { dealId: payload.dealId, reason: payload.state === "ANNULLED" ? "成交已撤销" : "成交终止" })),
];

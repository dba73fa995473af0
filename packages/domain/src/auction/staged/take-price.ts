import { z } from "zod";
import { Id, YuanText } from "../../shared/input.ts";
import { defineUseCase } from "../../shared/use-case.ts";
import { actOnLot } from "./act-on-lot.ts";
import { judgeBest, judgeTake } from "./judge.ts";

/** The price is repeated: whoever accepted a price that has fallen meanwhile is told so, and buys at none that he did not read. */
export const TakePriceInput = z.object({ auctionId: Id, price: YuanText });

/** The first acceptance of the falling price (减价竞价中接受报价). Trading §5.9. */
export const takePrice = defineUseCase("bid.take", TakePriceInput, async (ctx, { auctionId, price }) =>
  actOnLot(ctx, auctionId, { kind: "TAKEN", action: "bid.take", judge: ({ course }, _bidderNo, at) => judgeTake(course, price, at), said: () => ({ amountFen: price, body: {} }) }),
);

/** The descending winner's one bid above the best sealed one (最优报价). Trading §5.9. */
export const raiseBest = defineUseCase("bid.raise-best", TakePriceInput, async (ctx, { auctionId, price }) =>
  actOnLot(ctx, auctionId, { kind: "BEST", action: "bid.raise-best", judge: ({ course }, bidderNo, at) => judgeBest(course, bidderNo, price, at), said: () => ({ amountFen: price, body: {} }) }),
);

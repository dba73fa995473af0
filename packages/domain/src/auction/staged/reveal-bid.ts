import { z } from "zod";
import { Id, YuanText } from "../../shared/input.ts";
import { defineUseCase } from "../../shared/use-case.ts";
import { actOnLot } from "./act-on-lot.ts";
import { judgeReveal } from "./judge.ts";

export const RevealBidInput = z.object({ auctionId: Id, amount: YuanText, nonce: z.string().regex(/^[\w-]{16,128}$/) });

/** The bidder lays the sealed bid open himself (开标); what does not match the commitment is invalid. Trading §5.7. */
export const revealBid = defineUseCase("bid.reveal", RevealBidInput, async (ctx, { auctionId, amount, nonce }) =>
  actOnLot(ctx, auctionId, {
    kind: "REVEALED",
    action: "bid.reveal",
    judge: ({ course }, bidderNo, at) => judgeReveal(course, bidderNo, { amountFen: amount, nonce }, at),
    said: () => ({ amountFen: amount, body: { nonce, by: "BIDDER" } }),
  }),
);

import { z } from "zod";
import { Id } from "../../shared/input.ts";
import { defineUseCase } from "../../shared/use-case.ts";
import { lockStaged, saveStaged } from "./staged-lot.ts";
import { lockLot } from "../auction.repository.ts";

/** The time of a stage is over. Effective at its end, however late this runs, and once: whoever came first has ended it. Trading §5.7, §5.9. */
export const endStage = defineUseCase("auction.end-stage", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId }) => {
  ctx.authorise();
  const before = await lockLot(ctx.tx, auctionId);
  const staged = await lockStaged(ctx, auctionId);
  ctx.record({ type: "auction", id: auctionId, divisionCode: before.divisionCode, before: { stage: before.stage }, after: { stage: staged.course.stage } });
  if (staged.lot.sequence === before.sequence) return { state: before.state, stage: staged.course.stage };
  return { state: await saveStaged(ctx, before, staged), stage: staged.course.stage };
});

import { z } from "zod";
import { Id } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { whenFreePeriodEnds } from "./auction-clock.rules.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import { lockLot, logEntry, moveLot } from "./auction.repository.ts";
import { DEFAULT_CLOCK_PARAMETERS } from "./auction-clock.rules.ts";
import { termsInForce } from "./terms.ts";

const LAST_HOUR_MS = 3_600_000;

/**
 * The free period is over (自由竞价期结束): the limited period begins; in the land form only after a pause, and only if there was a
 * contest in the last hour. Trading §5.4. The clock E does not move here, so it does not matter when this is run.
 */
export const endFreePeriod = defineUseCase("auction.end-free-period", z.object({ auctionId: Id, dueAt: z.coerce.date() }), async (ctx, { auctionId, dueAt }) => {
  ctx.authorise();
  const lot = await lockLot(ctx.tx, auctionId);
  if (lot.state !== "OPEN_FREE" || lot.freeEndsAt > dueAt) {
    ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, after: { alreadyPast: "end-free-period" } });
    return { state: lot.state };
  }
  const terms = termsInForce(lot);
  const contest = await ctx.tx.bidLogEntry.findMany({
    where: { auctionId, verdict: { in: ["ACCEPTED", "MATCHED"] }, receivedAt: { gte: new Date(lot.freeEndsAt.getTime() - LAST_HOUR_MS) } },
    distinct: ["bidderNo"],
    select: { bidderNo: true },
  });
  const event = whenFreePeriodEnds({ clockForm: terms.clockForm, now: lot.freeEndsAt, endsAt: lot.endsAt, contestants: contest.length });
  ctx.record({ type: "auction", id: lot.id, divisionCode: lot.divisionCode, before: { state: lot.state }, after: { event, effectiveAt: lot.freeEndsAt } });
  if (event === "close") {
    await ctx.due(AUCTION_DUE.close, lot.id, lot.endsAt);
    return { state: lot.state };
  }
  const state = step(AUCTION_MOVES, lot.state, event);
  if (event === "pause") {
    const halted = await logEntry(ctx.tx, lot, { kind: "HALTED", at: lot.freeEndsAt, endsAt: lot.endsAt });
    await moveLot(ctx.tx, lot, state, { ...halted, frozenAt: lot.freeEndsAt });
    await ctx.notDue(AUCTION_DUE.close, lot.id);
    await ctx.due(AUCTION_DUE.reopen, lot.id, new Date(lot.freeEndsAt.getTime() + DEFAULT_CLOCK_PARAMETERS.pauseSeconds * 1_000));
  } else {
    await moveLot(ctx.tx, lot, state);
  }
  return { state };
});

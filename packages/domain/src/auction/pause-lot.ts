import type { Tx } from "../shared/database.ts";
import { step } from "../shared/machine.ts";
import { shanghaiTime } from "../shared/clock.ts";
import type { Context } from "../shared/use-case.ts";
import { clockRulesOf, LAST_HOUR_MS, whenFreePeriodEnds } from "./auction-clock.rules.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { AUCTION_MOVES, type AuctionEvent, type AuctionState } from "./auction.machine.ts";
import { logEntry, moveLot, type Lot } from "./auction.repository.ts";
import { tellBidders } from "./tell-bidders.ts";
import { termsInForce } from "./terms.ts";

/** What the end of the free period leads to; in the land form that depends on who bid in its last hour (Fujian 33). */
export async function whatFollowsFree(tx: Pick<Tx, "bidLogEntry">, lot: Lot): Promise<Extract<AuctionEvent, "openLimited" | "pause" | "close">> {
  const contest = await tx.bidLogEntry.findMany({
    where: { auctionId: lot.id, verdict: { in: ["ACCEPTED", "MATCHED"] }, receivedAt: { gte: new Date(lot.freeEndsAt.getTime() - LAST_HOUR_MS) } },
    distinct: ["bidderNo"],
    select: { bidderNo: true },
  });
  return whenFreePeriodEnds({ clockForm: termsInForce(lot).clockForm, now: lot.freeEndsAt, endsAt: lot.endsAt, contestants: contest.length });
}

/** The pause before the limited period: the clock stands still from the free end on, however late this is run, and nobody loses time by that. */
export async function pauseLot(ctx: Context, lot: Lot): Promise<AuctionState> {
  const now = ctx.clock.now();
  const state = step(AUCTION_MOVES, lot.state, "pause");
  const reopensAt = new Date(lot.freeEndsAt.getTime() + clockRulesOf(termsInForce(lot)).pauseSeconds * 1_000);
  const halted = await logEntry(ctx.tx, lot, { kind: "HALTED", at: now, endsAt: lot.endsAt });
  await moveLot(ctx.tx, lot, state, { ...halted, frozenAt: lot.freeEndsAt });
  await ctx.notDue(AUCTION_DUE.close, lot.id);
  await ctx.notDue(AUCTION_DUE.endFreePeriod, lot.id);
  await ctx.due(AUCTION_DUE.reopen, lot.id, reopensAt);
  await tellBidders(ctx, lot, "auction.resumes-at", { at: shanghaiTime(reopensAt) });
  return state;
}

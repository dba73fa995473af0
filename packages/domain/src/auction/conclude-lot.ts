import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { AUCTION_MOVES, type AuctionState } from "./auction.machine.ts";
import { moveLot, type Lot, type LotChange } from "./auction.repository.ts";
import { declareResult } from "./declare-result.ts";
import { failLot } from "./fail-lot.ts";
import { offerLot, openHolders } from "./offer-lot.ts";
import { reserveMet, whenClosed } from "./outcome.rules.ts";
import { reserveOf } from "./reserve-of-lot.ts";
import { standbyOf } from "./standby.ts";
import { termsInForce } from "./terms.ts";

/**
 * All bidding on a lot is over at an instant: it is not sold, its result is declared, or priority holders are asked first. `lot` has leader, price
 * and place in the log as they are then; `change` is what its row still has to take over. Trading §5.10.
 */
export async function concludeLot(ctx: Context, lot: Lot, closed: AuctionState, change: LotChange, at: Date): Promise<AuctionState> {
  const { currentFen: priceFen, leaderNo } = lot;
  const reserve = reserveOf(ctx, lot);
  const isSold = priceFen !== null && leaderNo !== null;
  const event = whenClosed({
    ...(isSold ? { priceFen } : {}),
    ...(reserve === undefined ? {} : { reservePriceFen: reserve }),
    priorityMode: termsInForce(lot).priorityMode,
    openPriorityHolders: openHolders(lot, leaderNo).length,
    roundsLeft: 0,
    isTied: false,
  });
  const state = step(AUCTION_MOVES, closed, event);
  // Asked before the priority holders answer, too: whoever may have to stand by keeps his deposit where it is.
  const standby = event === "fail" ? null : await standbyOf(ctx, lot, leaderNo!, reserve);
  const offered = event === "waitForPriority" ? await offerLot(ctx, lot, { leaderNo: leaderNo!, priceFen: priceFen!, standby }, at) : {};
  const met = !isSold || reserve === undefined ? null : reserveMet(priceFen, reserve);
  await moveLot(ctx.tx, lot, state, { ...change, closedAt: at, reserveMet: met, standbyNo: event === "declareResult" ? (standby?.bidderNo ?? null) : null, ...offered });
  ctx.record({
    type: "auction",
    id: lot.id,
    divisionCode: lot.divisionCode,
    before: { state: lot.state },
    after: { state, effectiveAt: at, priceFen, leaderNo, chainHead: lot.chainHead },
  });
  if (event === "declareResult") await declareResult(ctx, lot, leaderNo!, priceFen!, at, standby);
  else if (event === "fail") await failLot(ctx, lot, isSold ? "RESERVE_NOT_MET" : "NO_BID", at);
  return state;
}

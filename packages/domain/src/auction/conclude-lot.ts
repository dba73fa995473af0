import { openReserve } from "../listing/index.ts";
import { step } from "../shared/machine.ts";
import type { Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { AUCTION_MOVES, type AuctionState } from "./auction.machine.ts";
import { moveLot, type Lot, type LotChange } from "./auction.repository.ts";
import { declareResult } from "./declare-result.ts";
import { failLot } from "./fail-lot.ts";
import { offerLot, openHolders } from "./offer-lot.ts";
import { reserveMet, whenClosed } from "./outcome.rules.ts";
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
  const offered = event === "waitForPriority" ? await offerLot(ctx, lot, leaderNo!, priceFen!, at) : {};
  const standby = event === "declareResult" ? await standbyOf(ctx, lot, leaderNo!, reserve) : null;
  const met = !isSold || reserve === undefined ? null : reserveMet(priceFen, reserve);
  await moveLot(ctx.tx, lot, state, { ...change, closedAt: at, reserveMet: met, standbyNo: standby?.bidderNo ?? null, ...offered });
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

/** Opened only here, and checked against the commitment that was published with the announcement. */
function reserveOf(ctx: Context, { reserveSealed, reserveHash, listing }: Lot): Fen | undefined {
  return reserveSealed === null || reserveHash === null ? undefined : openReserve(ctx.config.secretKey, listing.no, { sealed: reserveSealed, hash: reserveHash });
}

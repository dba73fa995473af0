import { addFen, maxFen, shareCeil, subtractFen, type Fen } from "../shared/money.ts";
import { netIncome } from "./income-share.rules.ts";

/** A receipt of the same deal that was shared out before. */
export type SharedReceipt = { readonly received: bigint; readonly costs: bigint; readonly taxes: bigint; readonly net: bigint; readonly pool: bigint };
export type NextReceipt = { readonly received: bigint; readonly costs: bigint; readonly taxes: bigint };
export type NextShare = { readonly net: Fen; readonly pool: Fen; readonly unitPart: Fen };

/**
 * The share of the next receipt of a deal (rights and income §2.3, example B): costs are recovered first, over all receipts together; what was given
 * before is not taken back, and the last receipt absorbs the rounding. The pool of this receipt is never below the floor of its own net income.
 */
export function nextShare(before: readonly SharedReceipt[], next: NextReceipt, rateBp: number): NextShare {
  const sum = (pick: (receipt: SharedReceipt) => bigint): Fen => addFen(...before.map(pick));
  const netBefore = sum(({ net }) => net);
  const poolBefore = sum(({ pool }) => pool);
  const netSoFar = maxFen(netBefore, netIncome(sum(({ received }) => received) + next.received, sum(({ costs }) => costs) + next.costs, sum(({ taxes }) => taxes) + next.taxes));
  const net = subtractFen(netSoFar, netBefore);
  const pool = maxFen(0n, subtractFen(shareCeil(netSoFar, rateBp), poolBefore));
  return { net, pool, unitPart: subtractFen(net, pool) };
}

import { fen, type Fen } from "../shared/money.ts";
import type { BiddingTerms, BidStanding } from "./bid.rules.ts";
import { nextMinimum, stepAt } from "./increment.rules.ts";

/** A limit up to which the platform bids for a bidder by itself (自动出价); known to nobody but this rule. */
export type Proxy = { readonly bidderNo: string; readonly limitFen: Fen; readonly setAt: Date };

type Terms = Pick<BiddingTerms, "startPriceFen" | "incrementTable" | "incrementMode">;
type Standing = Pick<BidStanding, "currentFen" | "leader">;

/**
 * The next automatic bid, or nothing when no limit reaches further. The higher limit prevails, of equal ones the earlier; it bids as much as
 * the strongest rival's limit makes necessary and no more. What comes out is judged, numbered and logged like any other bid.
 */
export function nextProxyBid(terms: Terms, standing: Standing, proxies: readonly Proxy[]): { readonly bidderNo: string; readonly amountFen: Fen } | undefined {
  const minimum = nextMinimum(terms.incrementTable, terms.startPriceFen, standing.currentFen);
  const inOrder = [...proxies].sort((a, b) => (a.limitFen === b.limitFen ? a.setAt.getTime() - b.setAt.getTime() : a.limitFen > b.limitFen ? -1 : 1));
  const challenger = inOrder.find(({ bidderNo, limitFen }) => bidderNo !== standing.leader && limitFen >= minimum);
  if (!challenger) return undefined;
  const rival = inOrder.find((proxy) => proxy !== challenger);
  if (!rival || rival.limitFen < minimum) return { bidderNo: challenger.bidderNo, amountFen: minimum };
  if (inOrder.indexOf(challenger) < inOrder.indexOf(rival)) {
    return { bidderNo: challenger.bidderNo, amountFen: larger(minimum, highestWithin(terms, standing, rival.limitFen)) };
  }
  // The leader's own limit is the stronger one: the challenger goes as far as the leader can still answer.
  return { bidderNo: challenger.bidderNo, amountFen: larger(minimum, highestAnswerable(terms, standing, challenger.limitFen, rival.limitFen)) };
}

const larger = (a: Fen, b: Fen): Fen => (a > b ? a : b);

/** The highest bid that the increments allow up to a limit. */
function highestWithin({ startPriceFen, incrementTable, incrementMode }: Terms, { currentFen }: Standing, limitFen: Fen): Fen {
  if (incrementMode === "AT_LEAST") return limitFen;
  const base = currentFen ?? startPriceFen;
  const step = stepAt(incrementTable, base);
  return limitFen < base ? base : fen(base + ((limitFen - base) / step) * step);
}

function highestAnswerable(terms: Terms, standing: Standing, limitFen: Fen, answerLimitFen: Fen): Fen {
  const highest = highestWithin(terms, standing, limitFen);
  const answered = fen(highest + stepAt(terms.incrementTable, highest));
  if (answered <= answerLimitFen) return highest;
  // One step below the leader's limit; where even that is more than he may answer, the caller's minimum decides.
  const room = fen(answerLimitFen - stepAt(terms.incrementTable, highest));
  return room > 0n ? highestWithin(terms, standing, room < highest ? room : highest) : fen(0);
}

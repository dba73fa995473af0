import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, wan, ZERO_FEN } from "../shared/money.ts";
import type { BidStanding } from "./bid.rules.ts";
import { incrementProblem } from "./increment.rules.ts";
import { nextProxyBid, type Proxy } from "./proxy.rules.ts";

const TERMS = { startPriceFen: wan(200), incrementTable: [{ fromFen: ZERO_FEN, stepFen: wan(10) }], incrementMode: "AT_LEAST" } as const;
const at = (second: number): Date => new Date(second * 1_000);
const proxy = (bidderNo: string, limit: number, second = 0): Proxy => ({ bidderNo, limitFen: wan(limit), setAt: at(second) });

type Terms = { startPriceFen: typeof TERMS.startPriceFen; incrementTable: typeof TERMS.incrementTable; incrementMode: "AT_LEAST" | "MULTIPLE" };

/** Lets the automatic bids run out, as a lot does after every bid. */
function settle(terms: Terms, from: Pick<BidStanding, "currentFen" | "leader">, proxies: readonly Proxy[]): { standing: Pick<BidStanding, "currentFen" | "leader">; bids: string[] } {
  let standing = from;
  const bids: string[] = [];
  for (let bid = nextProxyBid(terms, standing, proxies); bid; bid = nextProxyBid(terms, standing, proxies)) {
    expect(bid.bidderNo).not.toBe(standing.leader);
    expect(incrementProblem(terms, standing.currentFen, bid.amountFen)).toBeUndefined();
    expect(bid.amountFen <= proxies.find(({ bidderNo }) => bidderNo === bid!.bidderNo)!.limitFen).toBe(true);
    standing = { currentFen: bid.amountFen, leader: bid.bidderNo };
    bids.push(`${bid.bidderNo}:${bid.amountFen / wan(1)}`);
    expect(bids.length).toBeLessThan(100);
  }
  return { standing, bids };
}

describe("T2 auction: automatic bids up to a limit", () => {
  it.each<[string, { leader?: string; current?: number }, Proxy[], string[]]>([
    ["nobody has bid: one limit opens at the start price", {}, [proxy("A", 300)], ["A:200"]],
    ["a rival leads: the next minimum and no more", { leader: "B", current: 200 }, [proxy("A", 300)], ["A:210"]],
    ["the limit is below the next minimum", { leader: "B", current: 295 }, [proxy("A", 300)], []],
    ["the limit equals the next minimum", { leader: "B", current: 290 }, [proxy("A", 300)], ["A:300"]],
    ["the leader does not bid against himself", { leader: "A", current: 200 }, [proxy("A", 300)], []],
    ["two limits: the higher at the lower one's limit", { leader: "C", current: 200 }, [proxy("A", 300), proxy("B", 250)], ["A:250"]],
    ["equal limits: the earlier one", { leader: "C", current: 200 }, [proxy("A", 300, 2), proxy("B", 300, 1)], ["B:300"]],
    ["a weaker challenger drives the leader up", { leader: "A", current: 200 }, [proxy("A", 300), proxy("B", 250)], ["B:250", "A:260"]],
    ["a challenger within one step of the leader's limit", { leader: "A", current: 200 }, [proxy("A", 255), proxy("B", 250)], ["B:245", "A:255"]],
    ["a stronger challenger passes the leader's limit", { leader: "A", current: 200 }, [proxy("A", 250), proxy("B", 300)], ["B:250"]],
  ])("T2 auction: %s", (_name, { leader, current }, proxies, bids) => {
    expect(settle(TERMS, { ...(leader ? { leader } : {}), ...(current ? { currentFen: wan(current) } : {}) }, proxies).bids).toEqual(bids);
  });

  it("T2 auction: every automatic bid is a valid one, and the highest limit leads unless an increment stands in its way", () => {
    const limits = fc.array(fc.record({ limit: fc.integer({ min: 150, max: 400 }), second: fc.integer({ min: 0, max: 5 }) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(limits, fc.constantFrom("AT_LEAST" as const, "MULTIPLE" as const), fc.option(fc.integer({ min: 0, max: 5 })), (found, incrementMode, leading) => {
        const proxies = found.map(({ limit, second }, i) => proxy(String(i), limit, second));
        const leader = leading === null ? undefined : String(leading);
        const from = leader === undefined ? {} : { leader, currentFen: wan(200) };
        const { standing } = settle({ ...TERMS, incrementMode }, from, proxies);
        const best = proxies.reduce((high, { limitFen }) => (limitFen > high ? limitFen : high), fen(0));
        const mine = proxies.find(({ bidderNo }) => bidderNo === standing.leader);
        // Whoever leads in the end by a limit lies less than one step below the best limit of all.
        if (mine && standing.currentFen !== undefined && best >= wan(210)) expect(best - mine.limitFen < wan(20)).toBe(true);
      }),
    );
  });
});

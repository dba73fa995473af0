import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { rerunRefusal, whenClosed, whenStartComes } from "./outcome.rules.ts";

describe("T2 auction: outcome (trading §5.10)", () => {
  const facts = { priceFen: wan(240), reservePriceFen: wan(240), priorityMode: "NONE", openPriorityHolders: 0, roundsLeft: 0, isTied: false } as const;
  it.each([
    [{}, "declareResult"],
    [{ priceFen: undefined }, "fail"],
    [{ reservePriceFen: wan(241) }, "fail"],
    [{ reservePriceFen: undefined }, "declareResult"],
    [{ priorityMode: "AFTER", openPriorityHolders: 1 }, "waitForPriority"],
    [{ priorityMode: "AFTER" }, "declareResult"],
    [{ priorityMode: "IN_HALL", openPriorityHolders: 1 }, "declareResult"],
    [{ roundsLeft: 1 }, "openNextRound"],
    [{ isTied: true }, "openNextRound"],
  ] as const)("T2 auction: closed with %o → %s", (change, event) => {
    expect(whenClosed({ ...facts, ...change })).toBe(event);
  });

  it("T2 auction: one admitted bidder is enough to open", () => {
    expect(whenStartComes(0)).toBe("fail");
    expect(whenStartComes(1)).toBe("open");
  });

  it("T2 auction: a rerun cuts at most 20 %, and a state seller stays above 90 % of the basis or asks again", () => {
    const rerun = { previousStartFen: wan(100), newStartFen: wan(80), isStateSeller: false, basisFen: wan(100), freshApproval: false };
    expect(rerunRefusal(rerun)).toBeUndefined();
    expect(rerunRefusal({ ...rerun, newStartFen: wan(79) })).toBe("CUT_TOO_DEEP");
    expect(rerunRefusal({ ...rerun, isStateSeller: true })).toBe("PRICE_CUT_NEEDS_APPROVAL");
    expect(rerunRefusal({ ...rerun, isStateSeller: true, freshApproval: true })).toBeUndefined();
    expect(rerunRefusal({ ...rerun, isStateSeller: true, newStartFen: wan(90) })).toBeUndefined();
  });
});

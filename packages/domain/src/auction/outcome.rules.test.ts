import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { whenClosed, whenStartComes } from "./outcome.rules.ts";

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
});

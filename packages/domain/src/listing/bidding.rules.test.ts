import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { BiddingPlan } from "./bidding-plan.schema.ts";
import { DEFAULT_BIDDING_PARAMETERS, planProblems, reserveRefusal } from "./bidding.rules.ts";

const at = (text: string): Date => new Date(`${text}+08:00`);

describe("T1 listing: a bidding within the rules of its venue (trading §5.3, §5.4)", () => {
  const plan = { format: "F1", limitedSeconds: 300, freeDurationSeconds: 7_200 };
  const strict = { ...DEFAULT_BIDDING_PARAMETERS, windowMinSeconds: 240, windowMaxSeconds: 360, onePeriodMinHours: 48 };
  it.each([
    [plan, DEFAULT_BIDDING_PARAMETERS, []],
    [{ ...plan, limitedSeconds: 119 }, DEFAULT_BIDDING_PARAMETERS, ["WINDOW_OUT_OF_RANGE"]],
    [{ ...plan, limitedSeconds: 601 }, DEFAULT_BIDDING_PARAMETERS, ["WINDOW_OUT_OF_RANGE"]],
    [{ ...plan, limitedSeconds: 239 }, strict, ["WINDOW_OUT_OF_RANGE"]],
    [{ ...plan, limitedSeconds: 361 }, strict, ["WINDOW_OUT_OF_RANGE"]],
    [{ ...plan, format: "F3", limitedSeconds: 361 }, strict, []],
    [{ ...plan, format: "F2", freeDurationSeconds: 86_399 }, DEFAULT_BIDDING_PARAMETERS, ["ONE_PERIOD_TOO_SHORT"]],
    [{ ...plan, format: "F2", freeDurationSeconds: 86_400 }, DEFAULT_BIDDING_PARAMETERS, []],
    [{ ...plan, format: "F2", freeDurationSeconds: 86_400 }, strict, ["ONE_PERIOD_TOO_SHORT"]],
  ])("T1 listing: %j under %j → %j", (planned, venue, codes) => {
    expect(planProblems(planned, venue).map(({ code }) => code)).toEqual(codes);
  });

  it("T1 listing: the limited period follows always, or a contest, and that only in the format with two periods", () => {
    expect(BiddingPlan.parse({}).limitedTrigger).toBe("ALWAYS");
    expect(BiddingPlan.parse({ limitedTrigger: "CONTEST" }).limitedTrigger).toBe("CONTEST");
    expect(BiddingPlan.safeParse({ format: "F2", limitedTrigger: "CONTEST" }).error?.issues).toMatchObject([{ path: ["limitedTrigger"], params: { code: "CONTEST_NEEDS_TWO_PERIODS" } }]);
  });

  const reserve = { hasReserve: true, periodEndsAt: at("2025-10-14T17:00:00"), now: at("2025-10-14T15:59:59"), reserveFen: wan(200), startFen: wan(200) };
  it.each([
    [{}, 60, undefined],
    [{ now: at("2025-10-14T16:00:00") }, 60, "RESERVE_TOO_LATE"],
    [{ now: at("2025-10-14T16:00:00") }, 30, undefined],
    [{ periodEndsAt: null, now: at("2025-10-20T16:00:00") }, 60, undefined],
    [{ hasReserve: false }, 60, "RESERVE_NOT_ANNOUNCED"],
    [{ reserveFen: wan(200) - 1n }, 60, "RESERVE_BELOW_START"],
  ] as const)("T1 listing: a reserve with %o, closed %i minutes before the end → %s", (change, reserveClosesMinutes, refusal) => {
    expect(reserveRefusal({ ...reserve, ...change }, { ...DEFAULT_BIDDING_PARAMETERS, reserveClosesMinutes })).toBe(refusal);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterHalt, clockRulesOf, endAfterBid, initialEnd, isContested, isLate, resumption, whenFreePeriodEnds, type ClockTerms } from "./auction-clock.rules.ts";

const at = (time: string): Date => new Date(`2025-11-10T${time}+08:00`);
const TERMS: ClockTerms = { clockForm: "TWO_PHASE", freeStart: at("09:00:00"), freeEnd: at("10:00:00"), windowSeconds: 300 };

describe("T2 auction: clock (trading §5.4)", () => {
  it("T2 auction: the first end is the free end plus one window, or the free end itself", () => {
    expect(initialEnd(TERMS)).toEqual(at("10:05:00"));
    expect(initialEnd({ ...TERMS, clockForm: "ONE_PERIOD" })).toEqual(at("10:00:00"));
    expect(initialEnd({ ...TERMS, clockForm: "CONTEST" })).toEqual(at("10:00:00"));
  });

  it("T2 auction: a bid at the closing instant is late, a millisecond before it is not", () => {
    expect(isLate(at("10:15:00.000"), at("10:15:00"))).toBe(true);
    expect(isLate(at("10:14:59.999"), at("10:15:00"))).toBe(false);
  });

  it.each([
    [{}, "09:10:00", "10:05:00", "10:05:00"],
    [{}, "10:03:30", "10:05:00", "10:08:30"],
    [{}, "10:08:29.900", "10:08:30", "10:13:29.900"],
    [{ hardStop: at("10:10:00") }, "10:08:29.900", "10:08:30", "10:10:00"],
    [{ hardStop: at("10:06:00") }, "10:08:29.900", "10:08:30", "10:08:30"],
    [{ clockForm: "CONTEST" }, "09:59:59", "10:00:00", "10:00:00"],
    [{ clockForm: "CONTEST" }, "10:16:00", "10:20:00", "10:21:00"],
    [{ clockForm: "ONE_PERIOD" }, "09:59:59", "10:00:00", "10:04:59"],
  ] as const)("T2 auction: with %o a bid at %s moves the end from %s to %s", (change, receivedAt, from, to) => {
    expect(endAfterBid({ ...TERMS, ...change }, at(from), at(receivedAt))).toEqual(at(to));
  });

  it("T2 auction: the end never moves back", () => {
    const instant = fc.date({ min: at("09:00:00"), max: at("12:00:00"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, fc.option(instant), fc.constantFrom("TWO_PHASE", "ONE_PERIOD", "CONTEST"), (end, receivedAt, stop, form) => {
        const terms = { ...TERMS, clockForm: form as ClockTerms["clockForm"], hardStop: stop ?? undefined };
        return endAfterBid(terms, end, receivedAt) >= end;
      }),
    );
  });

  it.each([
    ["TWO_PHASE", "10:05:00", 1, "openLimited"],
    ["ONE_PERIOD", "10:04:00", 2, "openLimited"],
    ["ONE_PERIOD", "10:00:00", 2, "close"],
    ["CONTEST", "10:00:00", 2, "pause"],
    ["CONTEST", "10:00:00", 1, "close"],
  ] as const)("T2 auction: free period over, %s, end %s, %i contestants → %s", (clockForm, end, contestants, event) => {
    expect(whenFreePeriodEnds({ clockForm, now: at("10:00:00"), endsAt: at(end), contestants })).toBe(event);
  });

  it.each([
    [{}, false],
    [{ "07": "09:30:00" }, false],
    [{ "07": "08:59:59.999", "12": "09:59:59.999" }, false],
    [{ "07": "09:00:00", "12": "09:59:59.999" }, true],
  ])("T2 auction: last bids %j: a contest in the last hour? %s", (bids, expected) => {
    expect(isContested(new Map(Object.entries(bids).map(([bidderNo, time]) => [bidderNo, at(time)])), at("10:00:00"))).toBe(expected);
  });
});

describe("T2 auction: faults (trading §5.10)", () => {
  const outage = { phase: "FREE", clockForm: "TWO_PHASE", frozenAt: at("09:30:00"), repairedAt: at("10:30:00") } as const;
  const nextDay = new Date(at("10:30:01").getTime() + 86_400_000);
  it.each([
    ["an hour in the free phase", {}, { event: "resumeFree", resumesAt: at("10:30:00"), reopensAt: at("10:30:00") }],
    ["longer than an hour", { repairedAt: at("10:30:01") }, { event: "resumeFree", resumesAt: nextDay, reopensAt: nextDay }],
    ["in the limited phase", { phase: "LIMITED" }, { event: "resumeLimited", resumesAt: at("10:30:00"), reopensAt: at("10:30:00") }],
    ["land form", { phase: "LIMITED", clockForm: "CONTEST" }, { event: "resumePause", resumesAt: at("10:30:00"), reopensAt: at("10:45:00") }],
  ] as const)("T2 auction: %s", (_name, change, expected) => {
    expect(resumption({ ...outage, ...change }, clockRulesOf({}))).toEqual(expected);
  });

  it("T2 auction: how long an outage may be, what notice and what pause follow, is what was announced", () => {
    const announced = { pauseSeconds: 600, shortOutageSeconds: 1_800, restartNoticeHours: 48 };
    const inTwoDays = new Date(at("10:30:00").getTime() + 2 * 86_400_000);
    expect(resumption(outage, clockRulesOf({ procedure: { clock: announced } }))).toEqual({ event: "resumeFree", resumesAt: inTwoDays, reopensAt: inTwoDays });
    expect(resumption({ ...outage, phase: "LIMITED", clockForm: "CONTEST", repairedAt: at("10:00:00") }, announced).reopensAt).toEqual(at("10:10:00"));
  });

  it("T2 auction: in the free phase everything shifts by the outage", () => {
    const shifted = afterHalt({ ...TERMS, hardStop: at("11:00:00") }, at("10:05:00"), { haltedAt: at("09:30:00"), reopensAt: at("09:50:00") });
    expect(shifted.endsAt).toEqual(at("10:25:00"));
    expect(shifted.terms.freeEnd).toEqual(at("10:20:00"));
    expect(shifted.terms.hardStop).toEqual(at("11:20:00"));
  });

  it("T2 auction: in the limited phase the countdown starts again and the end does not move back", () => {
    expect(afterHalt(TERMS, at("10:05:00"), { haltedAt: at("10:04:00"), reopensAt: at("10:30:00") }).endsAt).toEqual(at("10:35:00"));
    expect(afterHalt(TERMS, at("10:09:00"), { haltedAt: at("10:00:01"), reopensAt: at("10:00:02") }).endsAt).toEqual(at("10:09:00"));
  });
});

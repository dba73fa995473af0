import { describe, expect, it } from "vitest";
import type { WorkingCalendar } from "../shared/calendar.ts";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import {
  contractMatchesNotice,
  DEFAULT_NOTICE_PARAMETERS,
  directSaleRefusal,
  isMaterialChange,
  mayClear,
  NOTICE_DUTIES,
  noticeDuty,
  noticeEnd,
  noticeEndAfterRuling,
  noticeProblems,
  objectionRefusal,
  relatedParty,
  remainingDays,
  rulingRefusal,
  useRefusal,
  validUntil,
  whenRuled,
  type NoticeField,
  type NoticePlace,
} from "./notice.rules.ts";

const CALENDAR_2025: WorkingCalendar = {
  version: "test-2025",
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  holidays: new Set(["01", "02", "03", "04", "05", "06", "07", "08"].map((date) => `2025-10-${date}`)),
  workdays: new Set(["2025-09-28", "2025-10-11"]),
};
const ON = day("2025-09-20");
const at = (text: string): Date => new Date(`${text}+08:00`);

describe("T3 notice: what must be said, where and how long", () => {
  const draft = { filled: new Set<NoticeField>(["resultName", "price"]), places: new Set<NoticePlace>(["UNIT"]), days: 15 };
  it.each([
    ["110105", []],
    ["330100", ["abstract", "mode", "relatedPartyMark", "MARKET"]],
    ["370100", ["abstract", "objectionChannel"]],
  ])("T3 notice: name and price in the unit, division %s lacks %j", (division, missing) => {
    const found = noticeProblems(draft, noticeDuty(division, ON)).map((problem) => ("field" in problem ? problem.field : "place" in problem ? problem.place : problem.code));
    expect(found).toEqual(missing);
  });

  it("T3 notice: fourteen days are too short", () => {
    expect(noticeProblems({ ...draft, days: 14 }, noticeDuty("110105", ON))).toEqual([{ code: "PERIOD_TOO_SHORT", minimumDays: 15 }]);
  });

  it.each([
    ["330100", "2017-09-30", "PTA-2015"],
    ["330100", "2017-10-01", "ZJ-2017"],
    ["370100", "2017-12-31", "PTA-2015"],
    ["370100", "2018-01-01", "SD-2018"],
    ["420100", "2025-09-20", "PTA-2015"],
  ])("T3 notice: division %s announces on %s by %s", (division, on, version) => {
    expect(noticeDuty(division, day(on)).version).toBe(version);
  });

  it("T3 notice: a later duty of one province takes over on its day, and nowhere else", () => {
    const next = { ...noticeDuty("330100", ON), version: "ZJ-next", from: day("2026-01-01"), minimumDays: 20 };
    const days = (division: string, on: string) => noticeDuty(division, day(on), [next, ...NOTICE_DUTIES]).minimumDays;
    expect([days("330100", "2025-12-31"), days("330100", "2026-01-01"), days("370100", "2026-01-01"), days("420100", "2026-01-01")]).toEqual([15, 20, 15, 15]);
  });

  it("T3 notice: published 2025-09-20, fifteen days, ends 2025-10-09 24:00", () => {
    expect(noticeEnd(at("2025-09-20T10:00:00"), 15, CALENDAR_2025)).toEqual(at("2025-10-10T00:00:00"));
  });
});

describe("T3 notice: who may sell by agreement (trading §1)", () => {
  it.each([
    ["STATE_OWNED_ENTERPRISE", "", "NOTICE_DIRECT_NOT_ALLOWED"],
    ["STATE_OWNED_ENTERPRISE", "  ", "NOTICE_DIRECT_NOT_ALLOWED"],
    ["STATE_OWNED_ENTERPRISE", "国资发产权〔2026〕12号", undefined],
    ["STATE_INSTITUTE", "", undefined],
    ["PRIVATE", "", undefined],
  ])("T3 notice: %s with paper “%s” → %s", (sellerClass, directApproval, refusal) => {
    expect(directSaleRefusal({ sellerClass, directApproval })).toBe(refusal);
  });
});

describe("T3 notice: objections", () => {
  it.each([
    ["2025-09-20T10:00:00", "2025-09-20T12:00:00", 15],
    ["2025-09-20T10:00:00", "2025-09-25T12:00:00", 11],
    ["2025-09-20T10:00:00", "2025-10-04T12:00:00", 3],
  ])("T3 notice: running since %s, objection at %s, %i days remain", (since, objectedAt, remaining) => {
    expect(remainingDays({ runningSince: at(since), days: 15, objectedAt: at(objectedAt) }, DEFAULT_NOTICE_PARAMETERS)).toBe(remaining);
  });

  it("T3 notice: the rest runs from the ruling", () => {
    expect(noticeEndAfterRuling(at("2025-10-13T12:00:00"), 3, CALENDAR_2025)).toEqual(at("2025-10-17T00:00:00"));
  });

  it("T3 notice: named or with facts, inside the window", () => {
    const window = { windowStartsAt: at("2025-09-20T10:00:00"), windowEndsAt: at("2025-10-10T00:00:00") };
    const objection = { ...window, isNamed: true, facts: "", filedAt: at("2025-10-09T23:59:59") };
    expect(objectionRefusal(objection)).toBeUndefined();
    expect(objectionRefusal({ ...objection, filedAt: window.windowEndsAt })).toBe("OUTSIDE_THE_WINDOW");
    expect(objectionRefusal({ ...objection, filedAt: at("2025-09-20T09:59:59") })).toBe("OUTSIDE_THE_WINDOW");
    expect(objectionRefusal({ ...objection, isNamed: false })).toBe("FACTS_NEEDED");
    expect(objectionRefusal({ ...objection, isNamed: false, facts: "完成人持有受让方股份" })).toBeUndefined();
  });

  it.each([
    ["UNFOUNDED", 0, "dismiss"],
    ["SETTLED", 0, "dismiss"],
    ["UNFOUNDED", 1, undefined],
    ["UPHELD_CANCEL", 1, "uphold"],
    ["UPHELD_REPRICE", 0, "returnToPricing"],
  ] as const)("T3 notice: ruled %s with %i others open → %s", (ruling, otherOpenObjections, event) => {
    expect(whenRuled({ ruling, otherOpenObjections })).toBe(event);
  });

  it("T3 notice: a ruling has reasons, and in Shandong is published", () => {
    expect(rulingRefusal({ reasons: "", isPublished: true }, noticeDuty("370100", ON))).toBe("REASON_NEEDED");
    expect(rulingRefusal({ reasons: "查无实据", isPublished: false }, noticeDuty("370100", ON))).toBe("RULING_NOT_PUBLISHED");
    expect(rulingRefusal({ reasons: "查无实据", isPublished: false }, noticeDuty("330100", ON))).toBeUndefined();
  });

  it("T3 notice: clears at 24:00 of the last day with nothing open", () => {
    const endsAt = at("2025-10-10T00:00:00");
    expect(mayClear({ endsAt, now: endsAt, openObjections: 0 })).toBe(true);
    expect(mayClear({ endsAt, now: at("2025-10-09T23:59:59"), openObjections: 0 })).toBe(false);
    expect(mayClear({ endsAt, now: endsAt, openObjections: 1 })).toBe(false);
  });
});

describe("T3 notice: contract and notice", () => {
  const notice = { resultIds: ["r1", "r2"], priceFen: wan(300), mode: "TRANSFER", terms: null, decidedBuyerId: "b1" };
  const contract = { resultIds: ["r2", "r1"], priceFen: wan(300), mode: "TRANSFER", terms: null, buyerId: "b1" };
  it.each([
    [{}, []],
    [{ priceFen: wan(299) }, ["PRICE"]],
    [{ mode: "LICENCE_EXCLUSIVE" }, ["MODE"]],
    [{ terms: '{"payment":{"form":"ROYALTY"}}' }, ["TERMS"]],
    [{ buyerId: "b2" }, ["BUYER"]],
    [{ resultIds: ["r1"] }, ["RESULT"]],
    [{ resultIds: ["r1"], priceFen: 1n }, ["RESULT", "PRICE"]],
  ])("T3 notice: contract with %o deviates in %j", (change, deviations) => {
    expect(contractMatchesNotice(notice, { ...contract, ...change })).toEqual(deviations);
  });

  it("T3 notice: the day 180 after clearing is the last", () => {
    const until = validUntil(at("2025-10-10T00:00:00"), DEFAULT_NOTICE_PARAMETERS);
    expect(until).toEqual(at("2026-04-09T00:00:00"));
    expect(useRefusal({ deviations: [], validUntil: until, now: at("2026-04-08T23:59:59") })).toBeUndefined();
    expect(useRefusal({ deviations: [], validUntil: until, now: until })).toBe("NOTICE_EXPIRED");
    expect(useRefusal({ deviations: ["PRICE"], validUntil: until, now: at("2025-10-11T00:00:00") })).toBe("CONTRACT_DEVIATES");
  });

  it("T3 notice: a changed buyer or price restarts a running notice, the same terms do not", () => {
    expect(isMaterialChange(notice, notice)).toBe(false);
    expect(isMaterialChange(notice, { ...notice, decidedBuyerId: "b2" })).toBe(true);
    expect(isMaterialChange(notice, { ...notice, priceFen: wan(301) })).toBe(true);
  });
});

describe("T3 notice: related parties", () => {
  const none = { ties: [], buyerFundedProject: false, buyerIsUnitsHoldingCompany: false };
  it("T3 notice: no tie, no mark", () => {
    expect(relatedParty(none)).toEqual({ isRelated: false, natures: [], recuse: [] });
    expect(relatedParty({ ...none, ties: [{ person: "甲", is: "COMPLETER", holds: "NOTHING" }] }).isRelated).toBe(false);
  });

  it.each([
    [{ ties: [{ person: "甲", is: "COMPLETER", holds: "SHARES" }] }, ["COMPLETER_INTEREST"], ["甲"]],
    [{ ties: [{ person: "甲", is: "COMPLETER", holds: "IS_THE_BUYER" }] }, ["COMPLETER_INTEREST"], ["甲"]],
    [{ ties: [{ person: "乙", is: "SPOUSE", holds: "OFFICE" }] }, ["RELATIVE_INTEREST"], ["乙"]],
    [{ ties: [{ person: "丙", is: "DECIDER", holds: "CONTROL" }] }, ["DECIDER_INTEREST"], ["丙"]],
    [{ buyerFundedProject: true }, ["BUYER_FUNDED_PROJECT"], []],
    [{ buyerIsUnitsHoldingCompany: true }, ["UNIT_HOLDING_COMPANY"], []],
  ] as const)("T3 notice: %j is related by %j", (change, natures, recuse) => {
    expect(relatedParty({ ...none, ...change })).toEqual({ isRelated: true, natures, recuse });
  });
});

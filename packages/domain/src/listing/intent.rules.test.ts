import { describe, expect, it } from "vitest";
import type { WorkingCalendar } from "../shared/calendar.ts";
import { day } from "../shared/clock.ts";
import { depositDeadline, qualificationDueAt, registerRefusal, unmetConditions, whenListingMoves, type IntentFacts } from "./intent.rules.ts";

const CALENDAR_2025: WorkingCalendar = {
  version: "test-2025",
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  holidays: new Set(["01", "02", "03", "04", "05", "06", "07", "08"].map((date) => `2025-10-${date}`)),
  workdays: new Set(["2025-09-28", "2025-10-11"]),
};
const at = (text: string): Date => new Date(`${text}+08:00`);

describe("T1 intent: registration", () => {
  const fit: IntentFacts = {
    listingState: "LISTED",
    realNameVerified: true,
    ties: [],
    gate: "NOT_NEEDED",
    now: at("2025-09-25T10:00:00"),
    announcementEndsAt: at("2025-10-14T17:00:00"),
  };
  it.each([
    ["fit", {}, undefined],
    ["suspended listing", { listingState: "SUSPENDED" }, "LISTING_NOT_OPEN"],
    ["at the very end", { now: fit.announcementEndsAt }, "PERIOD_OVER"],
    ["just before the end", { now: at("2025-10-14T16:59:59") }, undefined],
    ["no real name", { realNameVerified: false }, "REAL_NAME_NEEDED"],
    ["the seller himself", { ties: ["SELLER"] }, "BARRED_BY_TIE"],
    ["who backed out before", { ties: ["DEFAULTED_ON_THIS_LOT"] }, "DEFAULTED_ON_THIS_LOT"],
    ["a relative of the auctioneer", { ties: ["NEAR_RELATIVE"] }, "BARRED_BY_TIE"],
    ["restricted export without letter of intent", { gate: "CLOSED" }, "EXPORT_GATE_CLOSED"],
    ["restricted export with letter of intent", { gate: "MAY_NEGOTIATE" }, undefined],
  ] as const)("T1 intent: %s → %s", (_name, change, refusal) => {
    expect(registerRefusal({ ...fit, ...change })).toBe(refusal);
  });

  it("T1 intent: only announced conditions count", () => {
    expect(unmetConditions(["capital", "licence"], new Map([["capital", true], ["fame", false]]))).toEqual(["licence"]);
  });

  it("T1 intent: the decision is due in two days, moved past holidays", () => {
    expect(qualificationDueAt(at("2025-09-30T10:00:00"), 2, CALENDAR_2025)).toEqual(at("2025-10-10T00:00:00"));
  });

  it("T1 intent: the deposit is due at listing end, or some working days after qualification but never later", () => {
    const facts = { announcementEndsAt: at("2025-10-14T17:00:00"), qualifiedAt: at("2025-09-26T10:00:00"), closingHour: 17 };
    expect(depositDeadline({ kind: "AT_LISTING_END" }, facts, CALENDAR_2025)).toEqual(facts.announcementEndsAt);
    expect(depositDeadline({ kind: "AFTER_QUALIFICATION", workingDays: 3 }, facts, CALENDAR_2025)).toEqual(at("2025-09-30T17:00:00"));
    expect(depositDeadline({ kind: "AFTER_QUALIFICATION", workingDays: 30 }, facts, CALENDAR_2025)).toEqual(facts.announcementEndsAt);
  });

  it.each([
    ["amend", "ADMITTED", "askReconfirm"],
    ["amend", "CHECKING", undefined],
    ["withdraw", "ADMITTED", "release"],
    ["terminate", "CHECKING", "release"],
    ["lapse", "WON", undefined],
    ["suspend", "ADMITTED", undefined],
  ] as const)("T1 intent: listing %s, intent %s → %s", (event, state, expected) => {
    expect(whenListingMoves(event, state)).toBe(expected);
  });
});

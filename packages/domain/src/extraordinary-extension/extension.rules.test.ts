import { describe, expect, it } from "vitest";
import { calendarFor } from "../reference/index.ts";
import { extensionRefusal, laterBy } from "./extension.rules.ts";

const at = (text: string) => new Date(`${text}+08:00`);

describe("T1 extraordinary extension: how far a deadline moves", () => {
  it.each([
    ["2025-09-22T17:00:00", 3, "2025-09-25T17:00:00"],
    ["2025-09-23T00:00:00", 3, "2025-09-26T00:00:00"], // 24:00 of the 22nd
    ["2025-09-28T17:00:00", 3, "2025-10-09T17:00:00"], // 1–8 October are holidays
  ])("T1 extraordinary extension: %s by %i days → %s", (from, days, to) => {
    expect(laterBy(days, calendarFor())(at(from))).toEqual(at(to));
  });

  it("T1 extraordinary extension: only an open window, and a venue only what it hosts", () => {
    const facts = { from: at("2026-03-01T00:00:00"), until: at("2026-03-08T00:00:00"), now: at("2026-03-02T00:00:00"), classes: ["LISTING_PERIOD"] as const, byVenue: true };
    expect(extensionRefusal(facts)).toBeUndefined();
    expect(extensionRefusal({ ...facts, until: facts.from })).toBe("EXTENSION_WINDOW_EMPTY");
    expect(extensionRefusal({ ...facts, now: facts.until })).toBe("EXTENSION_WINDOW_PAST");
    expect(extensionRefusal({ ...facts, classes: ["CORRECTION"] })).toBe("EXTENSION_NOT_YOURS");
    expect(extensionRefusal({ ...facts, classes: ["CORRECTION"], byVenue: false })).toBeUndefined();
  });
});

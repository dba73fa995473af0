import { describe, expect, it } from "vitest";
import { afterRuling, awardObjectionRefusal, heldFrom } from "./award-objection.rules.ts";

const [awardedAt, announcedUntil] = [new Date("2026-03-02T02:00:00Z"), new Date("2026-03-09T09:00:00Z")];

describe("T7 award objection: rules", () => {
  it("T7 award objection: from the award to the last second of the announced period", () => {
    const at = (now: string, facts: object = {}) => awardObjectionRefusal({ state: "AWARDED", awardedAt, announcedUntil, now: new Date(now), ...facts });
    expect(at("2026-03-02T02:00:00Z")).toBeUndefined();
    expect(at("2026-03-09T08:59:59.999Z")).toBeUndefined();
    expect(at("2026-03-09T09:00:00Z")).toBe("OUTSIDE_THE_PERIOD");
    expect(at("2026-03-03T00:00:00Z", { announcedUntil: undefined })).toBe("NOT_ANNOUNCED");
    for (const state of ["ANNULLED", "DEFAULTED"]) expect(at("2026-03-03T00:00:00Z", { state })).toBe("NOT_ANNOUNCED");
    expect(at("2026-03-03T00:00:00Z", { state: "SIGNED" })).toBeUndefined();
  });

  it("T7 award objection: overlapping objections hold the deal once, one that was over before does not count again", () => {
    const span = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) });
    expect(heldFrom([span(10, 40), span(20, 50)], new Date(50))).toEqual(new Date(10));
    expect(heldFrom([span(1, 5), span(20, 50)], new Date(50))).toEqual(new Date(20));
    expect(heldFrom([span(20, 50)], new Date(50))).toEqual(new Date(20));
  });

  it("T7 award objection: one upheld annuls; the last one open lets the deal go on", () => {
    expect(afterRuling({ ruling: "UPHELD", otherOpen: 3 })).toBe("annul");
    expect(afterRuling({ ruling: "UNFOUNDED", otherOpen: 1 })).toBe("wait");
    expect(afterRuling({ ruling: "SETTLED", otherOpen: 0 })).toBe("goOn");
  });
});

import { describe, expect, it } from "vitest";
import { grantForbids, licenceEndsAt, offerModeOf, offersCollide, territoriesIn } from "./rights.rules.ts";

describe("T1 listing: what cannot be offered beside what (trading §2.1, §9.3)", () => {
  const scope = { rightNumbers: ["ZL1"], territories: [] } as const;
  it.each([
    [{ ...scope, mode: "LICENCE_ORDINARY" }, { ...scope, mode: "LICENCE_ORDINARY" }, false],
    [{ ...scope, mode: "LICENCE_EXCLUSIVE" }, { ...scope, mode: "LICENCE_ORDINARY" }, true],
    [{ ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["33"] }, { ...scope, mode: "LICENCE_SOLE", territories: ["37"] }, false],
    [{ ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["33"] }, { ...scope, mode: "LICENCE_SOLE", territories: ["3301"] }, true],
    [{ ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["33"] }, { ...scope, mode: "LICENCE_SOLE", territories: ["长三角"] }, true],
    [{ ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["越南"] }, { ...scope, mode: "LICENCE_SOLE", territories: ["泰国"] }, false],
    [{ ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["浙江省"] }, { ...scope, mode: "LICENCE_SOLE", territories: ["山东省", "浙江省杭州市"] }, true],
    [{ ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["浙江省"] }, { ...scope, mode: "LICENCE_SOLE" }, true],
    [{ ...scope, mode: "TRANSFER" }, { ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["山东省"] }, true],
    [{ ...scope, mode: "TRANSFER" }, { ...scope, mode: "LICENCE_ORDINARY" }, true],
    [{ ...scope, mode: "TRANSFER" }, { ...scope, mode: "TRANSFER", rightNumbers: ["ZL2"] }, false],
  ] as const)("T1 listing: %j beside %j collides: %s", (a, b, collide) => {
    expect(offersCollide(a, b)).toBe(collide);
    expect(offersCollide(b, a)).toBe(collide);
  });

  it.each([
    ["TRANSFER", "LICENCE_ORDINARY", true],
    ["TRANSFER", "TRANSFER", true],
    ["EQUITY", "LICENCE_EXCLUSIVE", true],
    ["LICENCE_EXCLUSIVE", "LICENCE_ORDINARY", true],
    ["LICENCE_SOLE", "LICENCE_SOLE", true],
    ["LICENCE_ORDINARY", "LICENCE_EXCLUSIVE", true],
    ["LICENCE_ORDINARY", "LICENCE_ORDINARY", false],
    ["LICENCE_EXCLUSIVE", "TRANSFER", false],
  ] as const)("T1 listing: granted as %s, an offer as %s is forbidden: %s", (granted, offered, forbidden) => {
    expect(grantForbids({ ...scope, mode: granted }, { ...scope, mode: offered })).toBe(forbidden);
    expect(grantForbids({ ...scope, mode: granted, rightNumbers: ["ZL2"] }, { ...scope, mode: offered })).toBe(false);
  });

  it("T1 listing: a licence for one province leaves the others", () => {
    const granted = { ...scope, mode: "LICENCE_EXCLUSIVE", territories: ["浙江省"] } as const;
    expect(grantForbids(granted, { ...granted, territories: ["山东省"] })).toBe(false);
    expect(grantForbids(granted, { ...granted, territories: ["浙江省宁波市"] })).toBe(true);
  });

  const codes: Readonly<Record<string, string>> = { 浙江省: "330000", 江苏省: "320000", 杭州市: "330100", 西湖区: "330106" };
  it.each([
    ["中华人民共和国境内", []],
    ["全国", []],
    [null, []],
    ["浙江省、江苏省", ["33", "32"]],
    ["杭州市，西湖区", ["3301", "330106"]],
    ["长三角", ["长三角"]],
    ["浙江省，全国", []],
  ] as const)("T1 listing: a licence for %s holds in %j", (text, places) => {
    expect(territoriesIn(text, (place) => codes[place])).toEqual(places);
  });

  it("T1 listing: a licence of five years ends five years after the signatures; an unsigned one has no end yet", () => {
    expect(licenceEndsAt({ signedAt: new Date("2026-03-02T01:00:00Z"), licenceYears: 5 })).toEqual(new Date("2031-03-02T01:00:00Z"));
    expect(licenceEndsAt({ signedAt: null, licenceYears: 5 })).toBeNull();
  });

  it.each([
    ["ASSIGNMENT", null, "TRANSFER"],
    ["EQUITY", null, "EQUITY"],
    ["LICENCE", "exclusive", "LICENCE_EXCLUSIVE"],
    ["LICENCE", "sole", "LICENCE_SOLE"],
    ["LICENCE", "ordinary", "LICENCE_ORDINARY"],
    ["LICENCE", null, "LICENCE_ORDINARY"],
    ["SERVICE", null, null],
  ] as const)("T1 listing: %s %s is offered as %s", (mode, kind, expected) => {
    expect(offerModeOf(mode, kind)).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { ENCUMBRANCE_LABELS } from "./encumbrance.labels.ts";
import { ENCUMBRANCE_KINDS, encumbranceProblems, needsPledgeesConsent, type Encumbrance, type EncumbranceKind } from "./encumbrance.rules.ts";

const TODAY = "2026-03-02";
const CODES: Readonly<Record<string, string>> = { 浙江省: "330000", 杭州市: "330100", 山东省: "370000" };
const burden = (kind: EncumbranceKind, more: Partial<Encumbrance> = {}): Encumbrance => ({ kind, territory: "", until: null, detail: "备案号 2025330000123", ...more });
const SALE = { tradeMode: "ASSIGNMENT", licenceKind: null, licenceTerritory: null };
const licence = (licenceKind: string, licenceTerritory = "中华人民共和国境内") => ({ tradeMode: "LICENCE", licenceKind, licenceTerritory });

describe("T1 listing: what burdens a right is told, or stands in the way (trading §2.1)", () => {
  it.each([
    ["a seized right is not sold", SALE, burden("SEIZURE"), ["ENCUMBRANCE_SEIZED"]],
    ["nor licensed", licence("ordinary"), burden("SEIZURE"), ["ENCUMBRANCE_SEIZED"]],
    ["an assignment goes on with an exclusive licence named", SALE, burden("EXCLUSIVE_LICENCE", { until: "2028-12-31" }), []],
    ["nothing is licensed against an exclusive licence", licence("ordinary"), burden("EXCLUSIVE_LICENCE"), ["ENCUMBRANCE_FORBIDS"]],
    ["elsewhere it may be", licence("exclusive", "山东省"), burden("EXCLUSIVE_LICENCE", { territory: "浙江省" }), []],
    ["not in a city of its province", licence("ordinary", "杭州市"), burden("SOLE_LICENCE", { territory: "浙江省" }), ["ENCUMBRANCE_FORBIDS"]],
    ["ordinary licences stand side by side", licence("ordinary"), burden("ORDINARY_LICENCE"), []],
    ["no sole licence beside an ordinary one", licence("sole"), burden("ORDINARY_LICENCE"), ["ENCUMBRANCE_FORBIDS"]],
    ["none exclusive while the licence is open to all (专利法 51)", licence("exclusive"), burden("OPEN_LICENCE"), ["ENCUMBRANCE_FORBIDS"]],
    ["an ordinary one is", licence("ordinary"), burden("OPEN_LICENCE"), []],
    ["a pledge is told", SALE, burden("PLEDGE"), []],
    ["so is a lawsuit", SALE, burden("DISPUTE"), []],
    ["what is over burdens nothing", SALE, burden("ORDINARY_LICENCE", { until: "2026-03-01" }), ["ENCUMBRANCE_OVER"]],
    ["what is not said in words", SALE, burden("PLEDGE", { detail: " " }), ["ENCUMBRANCE_DETAIL_NEEDED"]],
    ["its last day is one of its days", SALE, burden("ORDINARY_LICENCE", { until: TODAY }), []],
  ])("T1 listing: %s", (_case, offer, encumbrance, codes) => {
    expect(encumbranceProblems({ ...offer, encumbrances: [encumbrance] }, TODAY, (place) => CODES[place]).map(({ code }) => code)).toEqual(codes);
  });

  it("T1 listing: every burden is judged, each at its own place; a pledgee has to consent (民法典 444)", () => {
    const encumbrances = [burden("PLEDGE"), burden("SEIZURE")];
    expect(encumbranceProblems({ ...SALE, encumbrances }, TODAY, () => undefined)).toEqual([{ path: "encumbrances.1.kind", code: "ENCUMBRANCE_SEIZED" }]);
    expect([needsPledgeesConsent(encumbrances), needsPledgeesConsent([burden("DISPUTE")])]).toEqual([true, false]);
    expect(Object.keys(ENCUMBRANCE_LABELS).sort()).toEqual([...ENCUMBRANCE_KINDS].sort());
  });
});

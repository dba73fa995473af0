import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { differenceRows, placeOf, type CountedParty, type CountedRegistration } from "./registration-rows.rules.ts";

const party = (change: Partial<CountedParty> = {}): CountedParty => ({ key: "k", division: "330106", type: "0221", country: "CHN", shareBp: 10_000, ...change });
const registration = (change: Partial<CountedRegistration> = {}): CountedRegistration => ({
  contractId: "c", edition: 1, year: 2026, month: 3, officeDivision: "330100", contractType: "11", field: "05", ipKind: "21", programme: "0", objective: "10", industry: "39",
  payment: "2", turnoverFen: "100000001", technicalFen: "90000000", sellers: [party()], buyers: [party({ key: "b", division: "440305", type: "170" })], ...change,
});

describe("S1 statistics: what a registration counts for", () => {
  test("S1 statistics: one seller and one buyer are one row; out is its negative", () => {
    const [row, ...more] = differenceRows(registration(), 1);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ contracts: 1, turnoverFen: 100_000_001n, technicalFen: 90_000_000n, sellerDivision: "330106", buyerDivision: "440305", amountBand: "B3", part: 0, sign: 1 });
    expect(differenceRows(registration(), -1)[0]).toMatchObject({ contracts: -1, turnoverFen: -100_000_001n, technicalFen: -90_000_000n, sign: -1 });
  });

  test("S1 statistics: two sellers 70 : 30 share the amount to the fen and count once, for the first", () => {
    const rows = differenceRows(registration({ sellers: [party({ shareBp: 7000 }), party({ key: "s2", division: "110108", shareBp: 3000 })] }), 1);
    expect(rows.map(({ sellerDivision, contracts, turnoverFen }) => [sellerDivision, contracts, turnoverFen])).toEqual([["330106", 1, 70_000_001n], ["110108", 0, 30_000_000n]]);
    expect(rows.map(({ amountBand }) => amountBand)).toEqual(["B3", "B3"]);
  });

  test.each([["CHN", "330106", "330106"], ["TWN", "", "710000"], ["HKG", "", "810000"], ["MAC", "", "820000"], ["DEU", "", ""], ["USA", "330106", ""]])("S2 statistics: a party of %s (%s) counts at '%s'", (country, division, place) => {
    expect(placeOf({ country, division })).toBe(place);
  });

  test("S1 statistics: whatever the parties and shares, the rows add up to the contract", () => {
    const parties = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 5 }).map((shares) => shares.map((shareBp, i) => party({ key: `p${i}`, shareBp })));
    fc.assert(
      fc.property(parties, parties, fc.bigInt({ min: 0n, max: 10n ** 13n }), (sellers, buyers, amount) => {
        const rows = differenceRows(registration({ sellers, buyers, turnoverFen: String(amount), technicalFen: String(amount / 2n) }), 1);
        expect(rows.reduce((sum, { turnoverFen }) => sum + turnoverFen, 0n)).toBe(amount);
        expect(rows.reduce((sum, { technicalFen }) => sum + technicalFen, 0n)).toBe(amount / 2n);
        expect(rows.reduce((sum, { contracts }) => sum + contracts, 0)).toBe(1);
        expect(new Set(rows.map(({ part }) => part)).size).toBe(rows.length);
      }),
    );
  });
});

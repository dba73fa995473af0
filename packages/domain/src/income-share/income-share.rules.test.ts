import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../shared/clock.ts";
import { addFen, fen, splitFen, wan, yuan } from "../shared/money.ts";
import {
  clawBack,
  equitySplit,
  floorFor,
  floorsInForce,
  INCOME_FLOORS,
  mayClear,
  netIncome,
  planProblems,
  poolMinima,
  profitReward,
  receiptShares,
  rewardPool,
  type PersonShare,
} from "./income-share.rules.ts";

const ON = day("2025-09-24");
const ZHEJIANG = floorsInForce("330100", ON).local!;

describe("T7 income share: floors (rights and income §2.1)", () => {
  it.each([
    ["420100", "2025-09-24", "ASSIGNMENT_OR_LICENCE", 5_000, 5_000],
    ["330100", "2025-09-24", "ASSIGNMENT_OR_LICENCE", 7_000, 7_000],
    ["330100", "2017-09-30", "ASSIGNMENT_OR_LICENCE", 5_000, 5_000],
    ["330100", "2017-10-01", "EQUITY", 7_000, 7_000],
    ["330100", "2025-09-24", "OWN_IMPLEMENTATION", 500, 1_000],
    ["310000", "2025-09-24", "ASSIGNMENT_OR_LICENCE", 5_000, 7_000],
    ["110000", "2025-09-24", "EQUITY", 5_000, 7_000],
    ["110000", "2019-12-31", "EQUITY", 5_000, 5_000],
    ["370100", "2025-09-24", "EQUITY", 7_000, 7_000],
    ["370100", "2025-09-24", "OWN_IMPLEMENTATION", 1_000, 1_000],
  ] as const)("T7 income share: division %s on %s, %s: binding %i, standard %i", (division, on, mode, bindingBp, standardBp) => {
    expect(floorFor(division, day(on), mode)).toMatchObject({ bindingBp, standardBp });
  });

  it("T7 income share: own implementation pays for three to five years", () => {
    expect(floorFor("370100", ON, "OWN_IMPLEMENTATION").years).toEqual([3, 5]);
    expect(floorFor("420100", ON, "OWN_IMPLEMENTATION").years).toEqual([3, 5]);
    expect(floorFor("330100", ON, "OWN_IMPLEMENTATION").versions).toEqual(["PTA-2015", "ZJ-2017"]);
  });

  it("T7 income share: before the Act there is no floor to state, and no version is written twice", () => {
    expect(() => floorFor("330100", day("2015-09-30"), "EQUITY")).toThrow(RangeError);
    expect(new Set(INCOME_FLOORS.map(({ version }) => version)).size).toBe(INCOME_FLOORS.length);
  });

  it("T7 income share: a later version of the same province takes over on its day", () => {
    const next = { ...ZHEJIANG, version: "ZJ-next", from: day("2026-01-01"), floors: { ...ZHEJIANG.floors, EQUITY: { duty: "SHALL", rateBp: 8_000 } as const } };
    const table = [next, ...INCOME_FLOORS];
    expect(floorFor("330100", day("2025-12-31"), "EQUITY", table).bindingBp).toBe(7_000);
    expect(floorFor("330100", day("2026-01-01"), "EQUITY", table).bindingBp).toBe(8_000);
  });
});

describe("T7 income share: formulas (rights and income §2.3)", () => {
  it("T7 income share: example A, Zhejiang, licence 300, costs 12, taxes 8", () => {
    const net = netIncome(wan(300), wan(12), wan(8));
    expect(net).toBe(wan(280));
    expect(poolMinima(net, 7_000, ZHEJIANG)).toEqual({ poolFen: wan(196), mainMinFen: yuan(1_372_000), transferStaffMinFen: yuan(98_000), unitFen: wan(84) });
    expect(rewardPool(net, 0, floorFor("420100", ON, "ASSIGNMENT_OR_LICENCE").bindingBp)).toBe(wan(140));
    expect(wan(196) - yuan(1_372_000) - yuan(98_000)).toBe(wan(49));
  });

  it("T7 income share: example B, instalments 100 and 200, costs 12 first", () => {
    const [firstTax = 0n, secondTax = 0n] = splitFen(wan(8), [100n, 200n]);
    const shares = receiptShares(
      [
        { receivedFen: wan(100), taxesFen: firstTax },
        { receivedFen: wan(200), taxesFen: secondTax },
      ],
      wan(12),
      7_000,
    );
    const inWan = (amount: bigint): string => (Number(amount) / 1_000_000).toFixed(2);
    expect(shares.map(({ netFen }) => inWan(netFen))).toEqual(["85.33", "194.67"]);
    expect(shares.map(({ poolFen }) => inWan(poolFen))).toEqual(["59.73", "136.27"]);
    expect(addFen(...shares.map(({ poolFen }) => poolFen))).toBe(wan(196));
    expect(addFen(...shares.map(({ unitFen }) => unitFen))).toBe(wan(84));
  });

  it("T7 income share: example C, 30 % of a company of 2 000: the team gets 21 %, the unit 9 %", () => {
    const { team, unit } = equitySplit(600n, 7_000, 5_000);
    expect([team, unit]).toEqual([420n, 180n]);
    expect([(Number(team) / 2_000) * 100, (Number(unit) / 2_000) * 100]).toEqual([21, 9]);
  });

  it("T7 income share: a loss gives no reward and takes none back", () => {
    expect(profitReward(-1n, 1_000)).toBe(0n);
    expect(profitReward(wan(100), 1_000)).toBe(wan(10));
    expect(netIncome(wan(10), wan(12), 0n)).toBe(0n);
  });

  it("T7 income share: whatever the instalments, the pool is that of the whole and never below the floor", () => {
    const receipt = fc.record({ receivedFen: fc.bigInt(1_000n, 10n ** 12n), taxesFen: fc.bigInt(0n, 1_000n) });
    fc.assert(
      fc.property(fc.array(receipt, { minLength: 1, maxLength: 12 }), fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 10_000 }), (receipts, costs, rate) => {
        const shares = receiptShares(receipts, costs, rate);
        const net = netIncome(addFen(...receipts.map(({ receivedFen }) => receivedFen)), costs, addFen(...receipts.map(({ taxesFen }) => taxesFen)));
        expect(addFen(...shares.map(({ netFen }) => netFen))).toBe(net);
        expect(addFen(...shares.map(({ poolFen }) => poolFen))).toBe(rewardPool(net, rate, 0));
        expect(addFen(...shares.map(({ poolFen, unitFen }) => poolFen + unitFen))).toBe(net);
        expect(shares.every(({ poolFen, unitFen }) => poolFen >= 0n && unitFen >= 0n)).toBe(true);
      }),
    );
  });
});

describe("T7 income share: plan (rights and income §2.4)", () => {
  const shares: PersonShare[] = [
    { personId: "a", role: "MAIN_CONTRIBUTOR", amountFen: wan(140) },
    { personId: "b", role: "CONTRIBUTOR", amountFen: wan(46) },
    { personId: "t", role: "TRANSFER_STAFF", amountFen: wan(10) },
  ];
  const plan = { netFen: wan(280), poolFen: wan(196), floorBp: 7_000, floors: ZHEJIANG, shares, owners: [], decidedBy: ["dean"] };

  it.each([
    ["a good plan", {}, []],
    ["pool a fen below the floor", { poolFen: wan(196) - 1n, shares: [{ ...shares[0]!, amountFen: wan(140) - 1n }, shares[1]!, shares[2]!] }, ["POOL_BELOW_FLOOR"]],
    ["shares short of the pool", { shares: [{ ...shares[0]!, amountFen: wan(139) }, shares[1]!, shares[2]!] }, ["SHARES_DO_NOT_SUM_TO_POOL"]],
    ["main contributors below 70 %", { shares: [{ ...shares[0]!, amountFen: wan(137) }, { ...shares[1]!, amountFen: wan(49) }, shares[2]!] }, ["MAIN_CONTRIBUTORS_BELOW_MINIMUM"]],
    ["transfer staff below 5 %", { shares: [shares[0]!, { ...shares[1]!, amountFen: wan(47) }, { ...shares[2]!, amountFen: wan(9) }] }, ["TRANSFER_STAFF_BELOW_MINIMUM"]],
    ["an owner shares in the income", { owners: ["b"] }, ["OWNER_SHARES_IN_INCOME"]],
    ["an owner by another plan shares in this one's income, or the other way round", { owners: ["x"], sharingElsewhere: ["x", "y"] }, ["OWNER_SHARES_IN_INCOME"]],
    ["an owner who shares nowhere", { owners: ["x"], sharingElsewhere: ["y"] }, []],
    ["a beneficiary decided", { decidedBy: ["dean", "a"] }, ["BENEFICIARY_DECIDED"]],
    ["somebody twice", { shares: [shares[0]!, { ...shares[1]!, personId: "a" }, shares[2]!] }, ["PERSON_TWICE"]],
    ["a share of nothing", { shares: [...shares, { personId: "c", role: "CONTRIBUTOR", amountFen: fen(0) }] as PersonShare[] }, ["SHARE_NOT_POSITIVE"]],
  ])("T7 income share: %s", (_name, change, problems) => {
    expect(planProblems({ ...plan, ...change })).toEqual(problems);
  });

  it("T7 income share: payable after the notice with no objection open", () => {
    const noticeEndsAt = new Date("2025-10-09T16:00:00Z");
    expect(mayClear({ noticeEndsAt, now: noticeEndsAt, openObjections: 0 })).toBe(true);
    expect(mayClear({ noticeEndsAt, now: new Date("2025-10-09T15:59:59Z"), openObjections: 0 })).toBe(false);
    expect(mayClear({ noticeEndsAt, now: noticeEndsAt, openObjections: 1 })).toBe(false);
  });

  it("T7 income share: a refund of the whole takes everything back, a third takes a third", () => {
    expect(clawBack(shares, wan(300), wan(300)).map(({ amountFen }) => amountFen)).toEqual([wan(140), wan(46), wan(10)]);
    expect(clawBack(shares, wan(300), wan(75)).map(({ amountFen }) => amountFen)).toEqual([wan(35), yuan(115_000), yuan(25_000)]);
    expect(() => clawBack(shares, wan(300), wan(301))).toThrow(RangeError);
  });
});

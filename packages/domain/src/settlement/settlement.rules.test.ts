import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WorkingCalendar } from "../shared/calendar.ts";
import { day } from "../shared/clock.ts";
import { wan, yuan } from "../shared/money.ts";
import {
  accruedInterest,
  arrears,
  fullPriceDueOn,
  isInBreach,
  judgePayment,
  feeParts,
  marginalFee,
  mayRequestCertificate,
  overdueInterest,
  planProblems,
  releaseDueAt,
  releaseRefusal,
  tariffRefusal,
  type FeeTariff,
} from "./settlement.rules.ts";

const CALENDAR_2025: WorkingCalendar = {
  version: "test-2025",
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  holidays: new Set(["01", "02", "03", "04", "05", "06", "07", "08"].map((date) => `2025-10-${date}`)),
  workdays: new Set(["2025-09-28", "2025-10-11"]),
};
const TARIFF: FeeTariff = { version: "t", bands: [{ upToFen: wan(100), rateBp: 300 }, { upToFen: wan(500), rateBp: 200 }, { rateBp: 100 }], buyerShareBp: 0 };

describe("T6 settlement: plan of payment (trading §7)", () => {
  const plan = {
    priceFen: wan(100),
    effectiveOn: day("2025-09-24"),
    stateEquity: true,
    oneSumBy: day("2025-10-10"),
    instalments: [
      { dueOn: day("2025-10-09"), amountFen: wan(30) },
      { dueOn: day("2026-09-24"), amountFen: wan(70) },
    ],
  };
  it.each([
    ["30 % first, last after exactly one year", {}, []],
    ["first part a fen short", { instalments: [{ dueOn: day("2025-10-09"), amountFen: wan(30) - 1n }, { dueOn: day("2026-01-09"), amountFen: wan(70) + 1n }] }, ["FIRST_PART_TOO_SMALL"]],
    ["a day beyond the year", { instalments: [{ dueOn: day("2025-10-09"), amountFen: wan(30) }, { dueOn: day("2026-09-25"), amountFen: wan(70) }] }, ["ENDS_TOO_LATE"]],
    ["not state equity", { stateEquity: false, instalments: [{ dueOn: day("2025-10-09"), amountFen: wan(1) }, { dueOn: day("2029-09-25"), amountFen: wan(99) }] }, []],
    ["one sum on the last day for it", { instalments: [{ dueOn: day("2025-10-10"), amountFen: wan(100) }] }, []],
    ["one sum a day later", { instalments: [{ dueOn: day("2025-10-11"), amountFen: wan(100) }] }, ["ONE_SUM_TOO_LATE"]],
    ["one sum with no day prescribed", { oneSumBy: null, instalments: [{ dueOn: day("2026-10-11"), amountFen: wan(100) }] }, []],
    ["nothing", { instalments: [] }, ["EMPTY"]],
    ["wrong sum", { instalments: [{ dueOn: day("2025-10-09"), amountFen: wan(99) }] }, ["SUM_DIFFERS"]],
    ["dates backwards", { instalments: [{ dueOn: day("2025-11-09"), amountFen: wan(50) }, { dueOn: day("2025-10-09"), amountFen: wan(50) }] }, ["DATES_NOT_ASCENDING"]],
    ["a zero part", { instalments: [{ dueOn: day("2025-10-09"), amountFen: wan(100) }, { dueOn: day("2025-11-09"), amountFen: 0n }] }, ["AMOUNT_NOT_POSITIVE"]],
  ])("T6 settlement: %s", (_name, change, problems) => {
    expect(planProblems({ ...plan, ...change })).toEqual(problems);
  });

  it("T6 settlement: one sum is due five working days after the contract takes effect, release three after handover", () => {
    expect(fullPriceDueOn(day("2025-09-28"), CALENDAR_2025)).toBe("2025-10-11"); // 29, 30, 9, 10, 11
    expect(releaseDueAt(new Date("2025-09-29T10:00:00+08:00"), CALENDAR_2025)).toEqual(new Date("2025-10-11T00:00:00+08:00")); // 30, 9, 10
  });

  it("T6 settlement: arrears start the day after the due day, breach after the days of grace", () => {
    expect(arrears(plan, 0n, day("2025-10-09"))).toBe(0n);
    expect(arrears(plan, wan(10), day("2025-10-10"))).toBe(wan(20));
    expect(isInBreach(plan, 0n, day("2025-10-14"))).toBe(false);
    expect(isInBreach(plan, 0n, day("2025-10-15"))).toBe(true);
    expect(isInBreach(plan, wan(30), day("2025-10-15"))).toBe(false);
    expect(overdueInterest(yuan(365_000), 2)).toBe(yuan(100)); // 5 % a year
  });
});

describe("T6 settlement: money coming in", () => {
  const facts = { state: "PART", priceFen: wan(100), receivedFen: wan(20), incomingFen: wan(30), arrearsFen: 0n } as const;
  it.each([
    [{}, { event: "receivePart" }],
    [{ incomingFen: wan(80) }, { event: "receiveLast" }],
    [{ incomingFen: wan(80) + 1n }, { refusal: "OVERPAID" }],
    [{ incomingFen: 0n }, { refusal: "NOT_POSITIVE" }],
    [{ state: "BREACH", arrearsFen: wan(30) }, { event: "cure" }],
    [{ state: "BREACH", arrearsFen: wan(31) }, { event: "receivePart" }],
    [{ state: "BREACH", incomingFen: wan(80), arrearsFen: wan(31) }, { event: "receiveLast" }],
  ] as const)("T6 settlement: payment with %o → %o", (change, verdict) => {
    expect(judgePayment({ ...facts, ...change })).toEqual(verdict);
  });

  it("T6 settlement: the certificate waits for the whole price or the agreed first part, the release for the handover", () => {
    expect(mayRequestCertificate({ priceFen: wan(100), receivedFen: wan(99) })).toBe(false);
    expect(mayRequestCertificate({ priceFen: wan(100), receivedFen: wan(30), firstPartFen: wan(30) })).toBe(true);
    expect(releaseRefusal({ certificateActive: false, transferRegistered: true, handoverSigned: true })).toBe("NO_CERTIFICATE");
    expect(releaseRefusal({ certificateActive: true, transferRegistered: false, handoverSigned: false })).toBe("NOT_HANDED_OVER");
    expect(releaseRefusal({ certificateActive: true, transferRegistered: false, handoverSigned: true })).toBeUndefined();
  });
});

describe("T6 settlement: interest on what came late", () => {
  const instalments = [{ dueOn: day("2026-03-02"), amountFen: wan(100) }, { dueOn: day("2026-05-04"), amountFen: wan(50) }];

  it.each([
    ["in time", { receivedFen: 0n, from: null, on: day("2026-03-02") }, 0n],
    ["ten days late", { receivedFen: 0n, from: null, on: day("2026-03-12") }, 136_986n],
    ["part of it came before", { receivedFen: wan(40), from: null, on: day("2026-03-12") }, 82_191n],
    ["counted up to the payment before", { receivedFen: wan(40), from: day("2026-03-12"), on: day("2026-03-22") }, 82_191n],
    ["both parts late, each from its own day", { receivedFen: wan(90), from: day("2026-03-12"), on: day("2026-05-14") }, 86_301n + 68_493n],
    ["paid", { receivedFen: wan(150), from: null, on: day("2026-12-31") }, 0n],
  ] as const)("T6 settlement: %s", (_case, facts, interestFen) => {
    expect(accruedInterest({ instalments }, facts)).toBe(interestFen);
  });
});

describe("T6 settlement: fees", () => {
  it.each([
    [700n, 13n],
    [100n, 3n],
    [500n, 11n],
    [0n, 0n],
  ])("T6 settlement: the marginal tariff on %s 万 is %s 万", (price, fee) => {
    expect(marginalFee(wan(price), TARIFF)).toBe(wan(fee));
  });

  it("T6 settlement: without an agreement at most 5 % a side", () => {
    const dear = (buyerShareBp: number): FeeTariff => ({ version: "t", bands: [{ rateBp: 800 }], buyerShareBp });
    expect(feeParts(wan(100), dear(0), false)).toEqual({ buyerFen: 0n, sellerFen: wan(5) });
    expect(feeParts(wan(100), dear(10_000), false)).toEqual({ buyerFen: wan(5), sellerFen: 0n });
    expect(feeParts(wan(100), dear(5_000), false), "four a side lie below the ceiling").toEqual({ buyerFen: wan(4), sellerFen: wan(4) });
    expect(feeParts(wan(100), dear(0), true)).toEqual({ buyerFen: 0n, sellerFen: wan(8) });
  });

  it.each([
    [0, 0n, 13_000_000n],
    [5_000, 6_500_000n, 6_500_000n],
    [10_000, 13_000_000n, 0n],
    [3_333, 4_332_900n, 8_667_100n],
  ])("T6 settlement: the buyer bears %s basis points of the fee, the seller the rest", (buyerShareBp, buyerFen, sellerFen) => {
    expect(feeParts(wan(700), { ...TARIFF, buyerShareBp }, true)).toEqual({ buyerFen, sellerFen });
  });

  it("T6 settlement: on any price and by any share the parts of an agreed fee add up to it", () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.integer({ min: 0, max: 10_000 }), (priceFen, buyerShareBp) => {
      const { buyerFen, sellerFen } = feeParts(priceFen, { ...TARIFF, buyerShareBp }, true);
      expect(buyerFen + sellerFen).toBe(marginalFee(priceFen, TARIFF));
      expect(buyerFen >= 0n && sellerFen >= 0n).toBe(true);
    }));
  });

  it("T6 settlement: a tariff ascends, stays open at the top and its rates fall", () => {
    expect(tariffRefusal(TARIFF)).toBeUndefined();
    expect(tariffRefusal({ ...TARIFF, bands: [] })).toBe("LAST_BAND_CLOSED");
    expect(tariffRefusal({ ...TARIFF, bands: [{ upToFen: wan(1), rateBp: 100 }] })).toBe("LAST_BAND_CLOSED");
    expect(tariffRefusal({ ...TARIFF, bands: [{ rateBp: 100 }, { upToFen: wan(1), rateBp: 100 }] })).toBe("BANDS_NOT_ASCENDING");
    expect(tariffRefusal({ ...TARIFF, bands: [{ upToFen: wan(1), rateBp: 100 }, { rateBp: 101 }] })).toBe("RATE_RISES");
  });
});

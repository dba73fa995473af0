import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WorkingCalendar } from "../shared/calendar.ts";
import { day } from "../shared/clock.ts";
import { wan, yuan } from "../shared/money.ts";
import {
  DEFAULT_DEPOSIT_RULE,
  DEFAULT_REFUND_RULE,
  forfeitRefusal,
  forfeitWaterfall,
  judgeReceipt,
  refundDueAt,
  refundRefusal,
  requiredDeposit,
} from "./deposit.rules.ts";

const CALENDAR_2025: WorkingCalendar = {
  version: "test-2025",
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  holidays: new Set(["01", "02", "03", "04", "05", "06", "07", "08"].map((date) => `2025-10-${date}`)),
  workdays: new Set(["2025-09-28", "2025-10-11"]),
};
const at = (text: string): Date => new Date(`${text}+08:00`);

describe("T6 deposit: amount (trading §4.1)", () => {
  it.each([
    [2_000_000n, 200_000n],
    [8_000n, 1_000n], // 10 % = 800, floor 1 000, cap 1 600
    [3_000n, 600n], // the cap of 20 % wins over the floor
    [123_456n, 12_400n], // rounded up to 100 yuan
    [0n, 0n],
  ])("T6 deposit: a start price of %s yuan asks for %s yuan", (start, deposit) => {
    expect(requiredDeposit(yuan(start))).toBe(yuan(deposit));
  });

  it("T6 deposit: of whatever price a listing may have something is asked, and never all of it", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10_000n, max: 10n ** 14n }), fc.integer({ min: 500, max: 2_000 }), (start, rateBp) => {
        const deposit = requiredDeposit(start, { ...DEFAULT_DEPOSIT_RULE, rateBp });
        expect(deposit > 0n && deposit < start).toBe(true);
      }),
    );
  });

  it("T6 deposit: never above the cap of 20 %", () => {
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 15n), (start) => requiredDeposit(start) * 5n <= start));
  });
});

describe("T6 deposit: receipt, lock, refund", () => {
  const good = {
    requiredFen: yuan(1_000),
    receivedFen: yuan(1_000),
    reference: "R1",
    expectedReference: "R1",
    payer: "甲公司",
    registrant: "甲公司",
    receivedAt: at("2025-10-14T17:00:00"),
    reportedAt: at("2025-10-14T16:59:59"),
    deadline: at("2025-10-14T17:00:00"),
  };
  it.each([
    [{}, { isFit: true }],
    [{ receivedFen: yuan(1_001) }, { isFit: true }],
    [{ payer: " 甲公司　" }, { isFit: true }],
    [{ receivedFen: yuan(1_000) - 1n }, { isFit: false, reason: "SHORT" }],
    [{ receivedAt: at("2025-10-14T17:00:01") }, { isFit: false, reason: "LATE" }],
    [{ reportedAt: at("2025-10-14T17:00:00") }, { isFit: false, reason: "LATE" }],
    [{ payer: "乙公司" }, { isFit: false, reason: "WRONG_PAYER" }],
    [{ reference: "R2" }, { isFit: false, reason: "WRONG_REFERENCE" }],
  ])("T6 deposit: receipt with %o → %o", (change, verdict) => {
    expect(judgeReceipt({ ...good, ...change })).toEqual(verdict);
  });

  it("T6 deposit: losers have it back within 24 hours, or the venue's working days", () => {
    expect(refundDueAt(at("2025-09-30T10:15:00"), DEFAULT_REFUND_RULE, CALENDAR_2025)).toEqual(at("2025-10-01T10:15:00"));
    const five = { version: "v", kind: "WORKING_DAYS", days: 5 } as const;
    expect(refundDueAt(at("2025-09-30T10:15:00"), five, CALENDAR_2025)).toEqual(at("2025-10-15T00:00:00"));
  });

  it("T6 deposit: back to the account it came from, whole", () => {
    const facts = { fromAccount: "A", toAccount: "A", heldFen: 100n, refundFen: 100n };
    expect(refundRefusal(facts)).toBeUndefined();
    expect(refundRefusal({ ...facts, toAccount: "B" })).toBe("OTHER_ACCOUNT");
    expect(refundRefusal({ ...facts, refundFen: 99n })).toBe("AMOUNT_DIFFERS");
  });
});

describe("T6 deposit: default (trading §4.4)", () => {
  const decision = { reason: "拒签合同", decidedBy: "a", confirmedBy: "b", appealEndsAt: at("2025-10-20T00:00:00"), now: at("2025-10-20T00:00:00") };
  it("T6 deposit: forfeiture takes a reason, two persons and a closed appeal window", () => {
    expect(forfeitRefusal(decision)).toBeUndefined();
    expect(forfeitRefusal({ ...decision, reason: " " })).toBe("REASON_NEEDED");
    expect(forfeitRefusal({ ...decision, confirmedBy: "a" })).toBe("TWO_PERSONS_NEEDED");
    expect(forfeitRefusal({ ...decision, now: at("2025-10-19T23:59:59") })).toBe("APPEAL_WINDOW_OPEN");
  });

  const facts = {
    depositFen: wan(30),
    buyerCommissionFen: wan(6),
    sellerCommissionFen: wan(6),
    firstPriceFen: wan(300),
    surplusRule: "TO_SELLER",
  } as const;

  it("T6 deposit: resale at 255 leaves a loss of 57, the deposit covers 30, the claim is 27", () => {
    expect(forfeitWaterfall({ ...facts, resalePriceFen: wan(255) })).toEqual({
      lossFen: wan(57),
      toCostsFen: wan(12),
      toShortfallFen: wan(18),
      surplusToSellerFen: 0n,
      surplusToBidderFen: 0n,
      claimFen: wan(27),
    });
  });

  it("T6 deposit: resale at 310 leaves a loss of 12 and a surplus of 18, kept or returned as the venue announced", () => {
    const kept = forfeitWaterfall({ ...facts, resalePriceFen: wan(310) });
    expect(kept).toMatchObject({ lossFen: wan(12), toCostsFen: wan(12), surplusToSellerFen: wan(18), surplusToBidderFen: 0n, claimFen: 0n });
    const returned = forfeitWaterfall({ ...facts, resalePriceFen: wan(310), surplusRule: "TO_BIDDER" });
    expect(returned).toMatchObject({ surplusToSellerFen: 0n, surplusToBidderFen: wan(18), claimFen: 0n });
  });

  it("T6 deposit: the parts of the waterfall always add up to the deposit", () => {
    const amount = fc.bigInt(0n, 10n ** 12n);
    fc.assert(
      fc.property(amount, amount, amount, amount, fc.option(amount), fc.constantFrom("TO_SELLER", "TO_BIDDER"), (deposit, cb, cs, p1, p2, rule) => {
        const parts = forfeitWaterfall({
          depositFen: deposit,
          buyerCommissionFen: cb,
          sellerCommissionFen: cs,
          firstPriceFen: p1,
          resalePriceFen: p2 ?? undefined,
          surplusRule: rule as "TO_SELLER" | "TO_BIDDER",
        });
        const sum = parts.toCostsFen + parts.toShortfallFen + parts.surplusToSellerFen + parts.surplusToBidderFen;
        return sum === deposit && deposit + parts.claimFen >= parts.lossFen;
      }),
    );
  });
});

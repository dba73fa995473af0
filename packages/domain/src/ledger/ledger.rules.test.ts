import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addFen, fen, wan } from "../shared/money.ts";
import {
  accountKey,
  balances,
  buyerFeeCharged,
  buyerFeeReceived,
  buyerFeeRefunded,
  commissionOwed,
  commissionPaid,
  depositApplied,
  depositEquation,
  depositForfeited,
  depositInterest,
  depositReceived,
  depositRefunded,
  entriesProblem,
  feeCharged,
  feeDrawn,
  forfeitDistributed,
  overdrawn,
  priceDueToSeller,
  priceReceived,
  priceRefunded,
  priceReturned,
  releasedToSeller,
  reversed,
  rewardOwed,
  rewardPaid,
  segregatedMatchesOwed,
  type Entry,
  type Posting,
} from "./ledger.rules.ts";

const entry = (kind: Entry["kind"], amount: bigint): Entry => ({ kind, owner: "x", amountFen: fen(amount) });

describe("T6 ledger: a transaction", () => {
  it.each([
    [[], "TOO_FEW_ENTRIES"],
    [[entry("DEPOSIT_HELD", 0n)], "TOO_FEW_ENTRIES"],
    [[entry("DEPOSIT_HELD", 5n), entry("BIDDER_DEPOSIT", -4n)], "NOT_BALANCED"],
    [[entry("DEPOSIT_HELD", 5n), entry("BIDDER_DEPOSIT", -5n), entry("FORFEIT", 0n)], "EMPTY_ENTRY"],
    [[entry("DEPOSIT_HELD", 5n), entry("BIDDER_DEPOSIT", -5n)], undefined],
  ])("T6 ledger: entries %#", (entries, problem) => {
    expect(entriesProblem(entries)).toBe(problem);
  });

  it("T6 ledger: nothing, or less than nothing, is not posted", () => {
    expect(() => depositReceived({ listingId: "L", bidder: "07", amountFen: 0n })).toThrow(RangeError);
    expect(() => priceReceived({ listingId: "L", amountFen: -1n })).toThrow(RangeError);
  });

  it("T6 ledger: a reversal undoes a posting to the fen", () => {
    const received = depositReceived({ listingId: "L", bidder: "07", amountFen: wan(20) });
    expect([...balances([received, reversed(received)]).values()]).toEqual([0n, 0n]);
    expect(depositEquation([received, reversed(received)], "L")).toMatchObject({ receivedFen: 0n, isBalanced: true });
  });
});

describe("T6 ledger: a deal from deposit to release", () => {
  const L = "L-1";
  const book: Posting[] = [
    depositReceived({ listingId: L, bidder: "07", amountFen: wan(30) }),
    depositReceived({ listingId: L, bidder: "12", amountFen: wan(30) }),
    depositRefunded({ listingId: L, bidder: "07", amountFen: wan(30) }),
    depositApplied({ listingId: L, bidder: "12", amountFen: wan(30) }),
    priceReceived({ listingId: L, amountFen: wan(270) }),
    buyerFeeReceived({ listingId: L, amountFen: wan(6) }),
    feeCharged({ listingId: L, venue: "V", amountFen: wan(6) }),
    buyerFeeCharged({ listingId: L, venue: "V", amountFen: wan(6) }),
    priceDueToSeller({ listingId: L, seller: "S", amountFen: wan(294) }),
    rewardOwed({ listingId: L, seller: "S", completer: "C", amountFen: wan(196) }),
    rewardPaid({ listingId: L, completer: "C", amountFen: wan(196) }),
    releasedToSeller({ listingId: L, seller: "S", amountFen: wan(98) }),
    feeDrawn({ listingId: L, venue: "V", amountFen: wan(12) }),
  ];

  it("T6 ledger: every account ends at nothing and none was overdrawn on the way", () => {
    book.forEach((next, i) => expect(overdrawn(balances(book.slice(0, i)), next)).toEqual([]));
    expect([...balances(book).values()].every((balance) => balance === 0n)).toBe(true);
    expect(depositEquation(book, L)).toEqual({
      receivedFen: wan(60),
      heldFen: 0n,
      refundedFen: wan(30),
      appliedFen: wan(30),
      distributedFen: 0n,
      isBalanced: true,
    });
  });

  it("T6 ledger: interest counts as received, and leaves with the refund", () => {
    const interest = [depositReceived({ listingId: L, bidder: "07", amountFen: wan(30) }), depositInterest({ listingId: L, bidder: "07", amountFen: wan(1) }), depositRefunded({ listingId: L, bidder: "07", amountFen: wan(31) })];
    expect(depositEquation(interest, L)).toMatchObject({ receivedFen: wan(31), refundedFen: wan(31), heldFen: 0n, isBalanced: true });
  });

  it("T6 ledger: a release taken back ends with the buyer's money where it came from", () => {
    const released = [
      priceReceived({ listingId: L, amountFen: wan(300) }),
      feeCharged({ listingId: L, venue: "V", amountFen: wan(6) }),
      commissionOwed({ listingId: L, manager: "M", amountFen: wan(4) }),
      commissionPaid({ listingId: L, manager: "M", amountFen: wan(4) }),
      priceDueToSeller({ listingId: L, seller: "S", amountFen: wan(290) }),
      releasedToSeller({ listingId: L, seller: "S", amountFen: wan(290) }),
    ];
    const charge = buyerFeeCharged({ listingId: L, venue: "V", amountFen: wan(3) });
    const unwound = [
      ...released, buyerFeeReceived({ listingId: L, amountFen: wan(3) }), charge, priceReturned({ listingId: L, amountFen: wan(294) }), reversed(feeCharged({ listingId: L, venue: "V", amountFen: wan(6) })), reversed(charge),
      priceRefunded({ listingId: L, amountFen: wan(300) }), buyerFeeRefunded({ listingId: L, amountFen: wan(3) }),
    ];
    expect([...balances(unwound).values()].every((balance) => balance === 0n)).toBe(true);
  });

  it("T6 ledger: a second refund of the same deposit overdraws", () => {
    const again = depositRefunded({ listingId: L, bidder: "07", amountFen: wan(30) });
    expect(overdrawn(balances(book.slice(0, 3)), again)).toEqual([{ kind: "BIDDER_DEPOSIT", owner: "07" }]);
  });

  it("T6 ledger: the default of trading §4.4, surplus back to the bidder", () => {
    const defaulted = [
      depositReceived({ listingId: L, bidder: "07", amountFen: wan(30) }),
      depositForfeited({ listingId: L, bidder: "07", amountFen: wan(30) }),
      forfeitDistributed({ listingId: L, bidder: "07", venue: "V", seller: "S", toCostsFen: wan(12), toShortfallFen: 0n, surplusToSellerFen: 0n, surplusToBidderFen: wan(18) }),
    ];
    expect(depositEquation(defaulted.slice(0, 2), L)).toMatchObject({ heldFen: wan(30), distributedFen: 0n, isBalanced: true });
    expect(depositEquation(defaulted, L)).toMatchObject({ heldFen: wan(18), distributedFen: wan(12), isBalanced: true });
    expect(balances(defaulted).get(accountKey(L, { kind: "BIDDER_DEPOSIT", owner: "07" }))).toBe(-wan(18));
    const repaid = [...defaulted, depositRefunded({ listingId: L, bidder: "07", amountFen: wan(18) })];
    expect(depositEquation(repaid, L)).toMatchObject({ heldFen: 0n, refundedFen: wan(18), distributedFen: wan(12), isBalanced: true });
    expect(balances(defaulted).get(accountKey(L, { kind: "VENUE_FEE", owner: "V" }))).toBe(-wan(12));
    expect(balances(defaulted).get(accountKey(L, { kind: "BANK_SETTLEMENT", owner: L }))).toBe(wan(12));
  });

  it("T6 ledger: the check finds a book in which deposit money went past the segregated account", () => {
    const wrong: Posting = { kind: "DEPOSIT_RECEIVED", listingId: L, entries: [entry("BANK_SETTLEMENT", 5n), entry("BIDDER_DEPOSIT", -5n)] };
    expect(segregatedMatchesOwed([wrong], L)).toBe(false);
    const mislabelled: Posting = { kind: "PRICE_RECEIVED", listingId: L, entries: [{ kind: "DEPOSIT_HELD", owner: L, amountFen: fen(5) }, entry("PRICE_HELD", -5n)] };
    expect(depositEquation([mislabelled], L).isBalanced).toBe(false);
  });
});

describe("T6 ledger: whatever happens", () => {
  const attempt = fc.record({
    act: fc.constantFrom("receive", "refund", "apply", "forfeit", "distribute", "price", "fee", "buyerFee", "chargeBuyerFee", "refundBuyerFee", "due", "release", "refundPrice", "reverseLast"),
    listingId: fc.constantFrom("L1", "L2"),
    bidder: fc.constantFrom("07", "12"),
    amountFen: fc.bigInt(1n, 1_000n),
    cut: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
  });

  it("T6 ledger: the book sums to zero and the deposit equation holds after every posting", () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 60 }), (attempts) => {
        const book: Posting[] = [];
        for (const { act, listingId, bidder, amountFen, cut } of attempts) {
          const move = { listingId, bidder, amountFen };
          const [a, b, c] = cut.map(BigInt) as [bigint, bigint, bigint];
          const last = book.at(-1);
          const next = {
            receive: () => depositReceived(move),
            refund: () => depositRefunded(move),
            apply: () => depositApplied(move),
            forfeit: () => depositForfeited(move),
            distribute: () =>
              forfeitDistributed({ listingId, bidder, venue: "V", seller: "S", toCostsFen: a, toShortfallFen: b, surplusToSellerFen: c, surplusToBidderFen: amountFen }),
            price: () => priceReceived(move),
            fee: () => feeCharged({ ...move, venue: "V" }),
            buyerFee: () => buyerFeeReceived(move),
            chargeBuyerFee: () => buyerFeeCharged({ ...move, venue: "V" }),
            refundBuyerFee: () => buyerFeeRefunded(move),
            due: () => priceDueToSeller({ ...move, seller: "S" }),
            release: () => releasedToSeller({ ...move, seller: "S" }),
            refundPrice: () => priceRefunded(move),
            reverseLast: () => (last ? reversed(last) : depositReceived(move)),
          }[act]();
          if (overdrawn(balances(book), next).length > 0) continue;
          book.push(next);
          expect(addFen(...balances(book).values())).toBe(0n);
          for (const id of ["L1", "L2"]) {
            const equation = depositEquation(book, id);
            expect(equation.isBalanced).toBe(true);
            expect(equation.heldFen >= 0n).toBe(true);
            expect(segregatedMatchesOwed(book, id)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

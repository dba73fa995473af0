import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen } from "../shared/money.ts";
import { bookProblems, type BookedTransaction } from "./book-check.rules.ts";
import { balances, depositApplied, depositReceived, depositRefunded, overdrawn, priceReceived, priceRefunded, type Posting } from "./ledger.rules.ts";

/** A book as an application keeps it; a kill may fall between any two writes. */
type Book = { readonly rows: BookedTransaction[]; post(requestId: string, posting: Posting, killedAfter: number | null): void };

const booked = (requestId: string, posting: Posting, entries = posting.entries): BookedTransaction => ({ requestId, kind: posting.kind, entries: entries.map(({ kind, owner, amountFen }) => ({ kind, owner, purpose: posting.listingId, amountFen })) });
const fits = (rows: readonly BookedTransaction[], posting: Posting): boolean =>
  overdrawn(balances(rows.map(({ kind, entries }) => ({ kind: kind as Posting["kind"], listingId: entries[0]?.purpose ?? "", entries: entries.map((entry) => ({ ...entry, amountFen: fen(entry.amountFen) })) }))), posting).length === 0;

/** As ours does it: all of a posting or nothing, and the same request once. */
function soundBook(): Book {
  const rows: BookedTransaction[] = [];
  return { rows, post: (requestId, posting, killedAfter) => { if (killedAfter === null && !rows.some((row) => row.requestId === requestId) && fits(rows, posting)) rows.push(booked(requestId, posting)); } };
}
/** Broken: a request that is sent again is booked again. */
function forgetfulBook(): Book {
  const rows: BookedTransaction[] = [];
  return { rows, post: (requestId, posting, killedAfter) => { if (killedAfter === null && fits(rows, posting)) rows.push(booked(requestId, posting)); } };
}
/** Broken: entries are written one by one, so that a kill leaves half of them. */
function tornBook(): Book {
  const rows: BookedTransaction[] = [];
  return { rows, post: (requestId, posting, killedAfter) => { if (!rows.some((row) => row.requestId === requestId) && fits(rows, posting)) rows.push(booked(requestId, posting, posting.entries.slice(0, killedAfter ?? posting.entries.length))); } };
}
/** Broken: nobody looks whether the money is there. */
function trustingBook(): Book {
  const rows: BookedTransaction[] = [];
  return { rows, post: (requestId, posting, killedAfter) => { if (killedAfter === null && !rows.some((row) => row.requestId === requestId)) rows.push(booked(requestId, posting)); } };
}

const act = fc.record({ kind: fc.constantFrom("receive", "refund", "apply", "price", "refundPrice"), lot: fc.constantFrom("L1", "L2"), bidder: fc.constantFrom("07", "12"), amountFen: fc.bigInt(1n, 50n), killedAfter: fc.option(fc.integer({ min: 0, max: 1 }), { nil: null, freq: 4 }), sends: fc.integer({ min: 1, max: 3 }) });
const history = fc.array(act, { minLength: 5, maxLength: 40 });
type Act = (typeof history extends fc.Arbitrary<infer A> ? A : never)[number];

const postingOf = ({ kind, lot, bidder, amountFen }: Act): Posting =>
  ({ receive: depositReceived, refund: depositRefunded, apply: depositApplied, price: priceReceived, refundPrice: priceRefunded })[kind]({ listingId: lot, bidder, amountFen });

/** Plays a history: an act that was killed is sent again, and again where the caller heard nothing. */
function play(book: Book, acts: readonly Act[]): Book {
  acts.forEach((one, i) => {
    for (let sent = 0; sent < one.sends; sent += 1) book.post(`request-${i}`, postingOf(one), sent === 0 ? one.killedAfter : null);
  });
  return book;
}

describe("T6 ledger: the checker of the book", () => {
  it("T6 ledger: finds nothing in a sound book, after every act of any history with kills and retries", () => {
    fc.assert(fc.property(history, (acts) => {
      const book = soundBook();
      acts.forEach((_, i) => expect(bookProblems(play(soundBook(), acts.slice(0, i + 1)).rows)).toEqual([]));
      expect(bookProblems(play(book, acts).rows)).toEqual([]);
    }), { numRuns: 60 });
  });

  it.each([
    ["a book that books a retried request again", forgetfulBook, "BOOKED_TWICE"],
    ["a book that a kill tears", tornBook, "SUM_NOT_ZERO"],
    ["a book that pays out what is not there", trustingBook, "OVERDRAWN"],
  ] as const)("T6 ledger: fails %s", (_name, broken, code) => {
    const verdict = fc.check(fc.property(history, (acts) => bookProblems(play(broken(), acts).rows).length === 0), { numRuns: 300, seed: 7 });
    expect(verdict.failed).toBe(true);
    const found = fc.sample(history, { numRuns: 300, seed: 7 }).flatMap((acts) => bookProblems(play(broken(), acts).rows));
    expect(found.map((problem) => problem.code)).toContain(code);
  });

  it("T6 ledger: fails deposit money that goes past the segregated account", () => {
    const past: BookedTransaction = { requestId: "r", kind: "DEPOSIT_RECEIVED", entries: [{ kind: "BANK_SETTLEMENT", owner: "L1", purpose: "L1", amountFen: 5n }, { kind: "BIDDER_DEPOSIT", owner: "07", purpose: "L1", amountFen: -5n }] };
    expect(bookProblems([past]).map(({ code }) => code)).toEqual(["SEGREGATED_ACCOUNT_DIFFERS"]);
    const mislabelled: BookedTransaction = { requestId: "r", kind: "PRICE_RECEIVED", entries: [{ kind: "DEPOSIT_HELD", owner: "L1", purpose: "L1", amountFen: 5n }, { kind: "BIDDER_DEPOSIT", owner: "07", purpose: "L1", amountFen: -5n }] };
    expect(bookProblems([mislabelled]).map(({ code }) => code)).toEqual(["DEPOSIT_EQUATION"]);
  });
});

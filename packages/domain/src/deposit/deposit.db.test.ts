import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aListedListing, anAdmittedIntent, aQualifiedIntent, aVenue, type PublishedListing, type TestVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { balanceOf, sumOfBook } from "../ledger/index.ts";
import { admitIntent, dropIntent, leaveIntent } from "../listing/index.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import type { DomainError } from "../shared/errors.ts";
import { execute } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { confirmRefund, expireDeposit, loadStatement, payDeposit, receivePayment, refundDeposit } from "./index.ts";

let db: TestDatabase;
let venue: TestVenue;
let listing: PublishedListing;
beforeAll(async () => {
  db = await testDatabase();
  venue = await aVenue(db);
  listing = await aListedListing(db, { venue });
});
afterAll(() => db.drop());

const run = <I, O>(useCase: UseCase<I, O>, actor: PersonActor | typeof SYSTEM, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
const refusal = (act: Promise<unknown>): Promise<DomainError> => act.then(() => Promise.reject(new Error("was not refused")), (error: unknown) => error as DomainError);
const deposit = (id: string) => db.db.deposit.findUniqueOrThrow({ where: { id } });
const refundsOf = (receiptId: string) => db.db.paymentRefund.findMany({ where: { receiptId } });
const heldOn = (id: string) => balanceOf(db.db, id, { kind: "DEPOSIT_HELD", owner: id });

let serial = 0;
/** A transfer as the bank reports it: right in everything but what a test changes. */
async function transfer(depositId: string, changes: Readonly<Record<string, string>> = {}) {
  serial += 1;
  const { reference, amountFen, payer } = await db.db.deposit.findUniqueOrThrow({ where: { id: depositId }, include: { payer: true } });
  return {
    bankReference: `YH${serial}`,
    reference,
    payerName: payer.name,
    payerAccount: "6222 0012 3456",
    amount: (Number(amountFen) / 100).toFixed(2),
    receivedAt: (await readDomainTime(db.db, "test")).toISOString(),
    ...changes,
  };
}

describe("T6 deposit: paid", () => {
  it("is HELD by an instant payment, once, and the bidder is admitted under a number", async () => {
    const intent = await aQualifiedIntent(db, listing);
    expect(await run(payDeposit, intent.buyer, { depositId: intent.depositId })).toMatchObject({ outcome: "HELD" });
    expect(await run(payDeposit, intent.buyer, { depositId: intent.depositId })).toMatchObject({ outcome: "HELD" });
    expect(await run(admitIntent, SYSTEM, { intentId: intent.id })).toMatchObject({ admitted: true });
    expect(await run(admitIntent, SYSTEM, { intentId: intent.id })).toMatchObject({ admitted: false });
    expect(await balanceOf(db.db, listing.id, { kind: "BIDDER_DEPOSIT", owner: intent.buyer.organisation!.id })).toBe(-12_000_000n);
  });

  it("two clicks at the same time pay once; once it is gone, none does", async () => {
    const intent = await aQualifiedIntent(db, listing);
    const pay = () => run(payDeposit, intent.buyer, { depositId: intent.depositId });
    expect(await Promise.all([pay(), pay()])).toMatchObject([{ outcome: "HELD" }, { outcome: "HELD" }]);
    await run(leaveIntent, intent.buyer, { intentId: intent.id });
    expect(await refusal(pay())).toMatchObject({ code: "DEPOSIT_NOT_AWAITED" });
    expect(await db.db.paymentReceipt.count({ where: { reference: (await deposit(intent.depositId)).reference } })).toBe(1);
  });

  it("is paid by its owner only, and never instantly where money is real", async () => {
    const intent = await aQualifiedIntent(db, listing);
    expect(await refusal(run(payDeposit, venue.finance, { depositId: intent.depositId }))).toMatchObject({ code: "NOT_PERMITTED" });
    const production = { ...db, config: { ...db.config, mode: "production" as const } };
    expect(await refusal(execute(production, payDeposit, intent.buyer, { depositId: intent.depositId }, anOrigin()))).toMatchObject({ code: "INSTANT_PAYMENT_UNAVAILABLE" });
  });
});

describe("T6 deposit: bank transfers", () => {
  it("counts a transfer once, however often and at once it is reported", async () => {
    const intent = await aQualifiedIntent(db, listing);
    const report = await transfer(intent.depositId);
    const taken = await Promise.all([1, 2, 3].map(() => run(receivePayment, venue.finance, report)));
    expect(taken.map(({ outcome }) => outcome)).toEqual(["HELD", "HELD", "HELD"]);
    expect(taken.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
    expect(await db.db.outboxEvent.count({ where: { type: "DepositHeld", subjectId: intent.depositId } })).toBe(1);
  });

  it("reads the reference as people copy it: small letters, blanks, hyphens", async () => {
    const intent = await aQualifiedIntent(db, listing);
    const { reference } = await deposit(intent.depositId);
    const written = `${reference.slice(0, 4).toLowerCase()}-${reference.slice(4, 8)} ${reference.slice(8)}`;
    expect(await run(receivePayment, venue.finance, await transfer(intent.depositId, { reference: written }))).toMatchObject({ outcome: "HELD" });
  });

  it.each([
    ["another payer", { payerName: "乙公司" }, "WRONG_PAYER"],
    ["one fen short", { amount: "119999.99" }, "SHORT"],
  ] as const)("%s: goes back by itself, and the bidder can still pay in time", async (_name, change, outcome) => {
    const intent = await aQualifiedIntent(db, listing);
    const { receiptId, ...taken } = await run(receivePayment, venue.finance, await transfer(intent.depositId, change));
    expect(taken.outcome).toBe(outcome);
    expect((await deposit(intent.depositId)).state).toBe("REQUESTED");
    expect(await refundsOf(receiptId)).toMatchObject([{ state: "ORDERED", depositId: null, reason: outcome }]);
    expect(await run(receivePayment, venue.finance, await transfer(intent.depositId))).toMatchObject({ outcome: "HELD" });
  });

  it("an unknown reference goes back; that of a price is passed on", async () => {
    const intent = await aQualifiedIntent(db, listing);
    const stray = await run(receivePayment, venue.finance, await transfer(intent.depositId, { reference: "BZ2222222222" }));
    expect(stray.outcome).toBe("WRONG_REFERENCE");
    const price = await run(receivePayment, venue.finance, await transfer(intent.depositId, { reference: "JK23456789" }));
    expect(price.outcome).toBe("FORWARDED");
    expect(await db.db.outboxEvent.findMany({ where: { type: "PaymentReceived", subjectId: price.receiptId } })).toMatchObject([{ payload: { reference: "JK23456789" } }]);
  });

  it("paid twice: the second goes back, the first stays", async () => {
    const intent = await aQualifiedIntent(db, listing);
    await run(receivePayment, venue.finance, await transfer(intent.depositId));
    const second = await run(receivePayment, venue.finance, await transfer(intent.depositId));
    expect(second.outcome).toBe("NOT_AWAITED");
    expect((await deposit(intent.depositId)).state).toBe("HELD");
    expect(await refundsOf(second.receiptId)).toHaveLength(1);
  });

  it("is entered by a settlement officer of the lot's venue, and not before it happened", async () => {
    const intent = await aQualifiedIntent(db, listing);
    const other = await aVenue(db);
    expect(await refusal(run(receivePayment, other.finance, await transfer(intent.depositId)))).toMatchObject({ code: "PAYMENT_OF_OTHER_VENUE" });
    expect(await refusal(run(receivePayment, venue.operator, await transfer(intent.depositId)))).toMatchObject({ code: "NOT_PERMITTED" });
    expect((await refusal(run(receivePayment, venue.finance, await transfer(intent.depositId, { receivedAt: "2099-01-01T00:00:00Z" })))).fields[0]).toMatchObject({ code: "RECEIVED_IN_FUTURE" });
  });

  it("a statement file goes in row by row, and loaded twice changes nothing more", async () => {
    const [a, b] = [await aQualifiedIntent(db, listing), await aQualifiedIntent(db, listing)];
    const rows = [await transfer(a.depositId), await transfer(b.depositId, { amount: "1" }), await transfer(b.depositId, { amount: "一万" }), await transfer(b.depositId, { payerName: "" })];
    const statement = ["流水号,附言,付款人,付款账号,金额,到账时间", ...rows.map((r) => [r.bankReference, r.reference, r.payerName, r.payerAccount, r.amount, r.receivedAt].join(","))].join("\n");
    const report = await run(loadStatement, venue.finance, { statement });
    expect(report).toMatchObject({ taken: 2, repeated: 0, faults: 2 });
    expect(report.rows).toMatchObject([
      { line: 2, outcome: "HELD" },
      { line: 3, outcome: "SHORT" },
      { line: 4, field: "amount" },
      { line: 5, field: "payerName" },
    ]);
    const booked = await db.db.ledgerTransaction.count();
    expect(await run(loadStatement, venue.finance, { statement })).toMatchObject({ taken: 2, repeated: 2, faults: 2 });
    expect(await db.db.ledgerTransaction.count()).toBe(booked);
    expect(await refusal(run(loadStatement, venue.finance, { statement: "a,b\n1,2" }))).toMatchObject({ code: "STATEMENT_HEADER_WRONG" });
  });
});

describe("T6 deposit: refunds", () => {
  it("go back at once where the provider can, once, within 24 hours", async () => {
    const intent = await anAdmittedIntent(db, listing);
    const before = await heldOn(listing.id);
    await run(leaveIntent, intent.buyer, { intentId: intent.id });
    const refund = await db.db.paymentRefund.findUniqueOrThrow({ where: { depositId: intent.depositId } });
    const due = await db.db.dueAct.findFirstOrThrow({ where: { kind: "deposit.refund", subjectId: refund.id } });
    expect(due.dueAt <= refund.dueAt).toBe(true);
    const paid = await Promise.all([1, 2].map(() => run(refundDeposit, SYSTEM, { refundId: refund.id })));
    expect(paid).toMatchObject([{ paid: true }, { paid: true }]);
    expect(await deposit(intent.depositId)).toMatchObject({ state: "REFUNDED" });
    expect(before - (await heldOn(listing.id))).toBe(12_000_000n);
  });

  it("by bank are made by a settlement officer: whole, and to the account the money came from", async () => {
    const intent = await aQualifiedIntent(db, listing);
    await run(receivePayment, venue.finance, await transfer(intent.depositId));
    await run(leaveIntent, intent.buyer, { intentId: intent.id });
    const refund = await db.db.paymentRefund.findUniqueOrThrow({ where: { depositId: intent.depositId } });
    expect(await run(refundDeposit, SYSTEM, { refundId: refund.id })).toMatchObject({ paid: false });
    const order = { refundId: refund.id, bankReference: "TK1", toAccount: "622200123456", amount: "120000" };
    expect(await refusal(run(confirmRefund, venue.finance, { ...order, toAccount: "6222999" }))).toMatchObject({ code: "REFUND_OTHER_ACCOUNT" });
    expect(await refusal(run(confirmRefund, venue.finance, { ...order, amount: "119999" }))).toMatchObject({ code: "REFUND_AMOUNT_DIFFERS" });
    expect(await refusal(run(confirmRefund, (await aVenue(db)).finance, order))).toMatchObject({ code: "NOT_PERMITTED" });
    await run(confirmRefund, venue.finance, order);
    expect(await refusal(run(confirmRefund, venue.finance, order))).toMatchObject({ code: "REFUND_DONE_ALREADY" });
    expect((await deposit(intent.depositId)).state).toBe("REFUNDED");
  });
});

describe("T6 deposit: the deadline", () => {
  it("after which nothing counts: the request expires from that instant and later money goes back", async () => {
    const lot = await aListedListing(db, { venue, promise: { depositDue: { kind: "AFTER_QUALIFICATION", workingDays: 2 } } });
    const [expired, unswept] = [await aQualifiedIntent(db, lot), await aQualifiedIntent(db, lot)];
    const { dueAt } = await deposit(expired.depositId);
    expect(dueAt < lot.periodEndsAt).toBe(true);
    await moveClockTo(db, new Date(dueAt.getTime() + 3_600_000));
    expect(await run(expireDeposit, SYSTEM, { depositId: expired.depositId, dueAt })).toMatchObject({ expired: true });
    expect(await run(expireDeposit, SYSTEM, { depositId: expired.depositId, dueAt })).toMatchObject({ expired: false });
    await run(dropIntent, SYSTEM, { intentId: expired.id, expiredAt: dueAt });
    expect(await db.db.intent.findUniqueOrThrow({ where: { id: expired.id } })).toMatchObject({ state: "DROPPED", endedAt: dueAt });
    // Reported after the deadline: late, whether or not the worker has swept.
    const inTime = { receivedAt: new Date(dueAt.getTime() - 60_000).toISOString() };
    expect(await run(receivePayment, venue.finance, await transfer(expired.depositId, inTime))).toMatchObject({ outcome: "NOT_AWAITED" });
    expect(await run(receivePayment, venue.finance, await transfer(unswept.depositId, inTime))).toMatchObject({ outcome: "LATE" });
  });

  it("does not expire early, nor after the money came", async () => {
    const lot = await aListedListing(db, { venue });
    const intent = await aQualifiedIntent(db, lot);
    const { dueAt } = await deposit(intent.depositId);
    await moveClockBy(db, 60_000);
    expect(await run(expireDeposit, SYSTEM, { depositId: intent.depositId, dueAt })).toMatchObject({ expired: false });
    await run(payDeposit, intent.buyer, { depositId: intent.depositId });
    await moveClockTo(db, dueAt);
    expect(await run(expireDeposit, SYSTEM, { depositId: intent.depositId, dueAt })).toMatchObject({ expired: false });
  });

  it("the whole book adds up to nothing after all of it", async () => {
    expect(await sumOfBook(db.db)).toBe(0n);
  });
});

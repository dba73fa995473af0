import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { fixedClock } from "../shared/clock.ts";
import { yuan } from "../shared/money.ts";
import { balanceOf, sumOfBook } from "./balance.ts";
import { depositReceived, depositRefunded } from "./ledger.rules.ts";
import { post } from "./post.ts";

const clock = fixedClock("2026-03-02T09:00:00+08:00");
const MOVE = { listingId: "listing-1", bidder: "bidder-1", amountFen: yuan(1_000) };
const SUBJECT = { type: "deposit", id: "deposit-1" };

describe("T6 ledger", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("books once, however often and at once it is asked", async () => {
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => db.db.$transaction((tx) => post({ tx, clock }, "receipt-1", SUBJECT, depositReceived(MOVE)))),
    );
    expect(tries.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await db.db.ledgerTransaction.count({ where: { requestId: "receipt-1" } })).toBe(1);
    expect(await balanceOf(db.db, "listing-1", { kind: "DEPOSIT_HELD", owner: "listing-1" })).toBe(yuan(1_000));
    expect(await balanceOf(db.db, "listing-1", { kind: "BIDDER_DEPOSIT", owner: "bidder-1" })).toBe(-yuan(1_000));
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("is corrected by counter-entries only, and adds up to nothing afterwards", async () => {
    await db.db.$transaction((tx) => post({ tx, clock }, "refund-1", SUBJECT, depositRefunded(MOVE)));
    expect(await balanceOf(db.db, "listing-1", { kind: "BIDDER_DEPOSIT", owner: "bidder-1" })).toBe(0n);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("refuses, in the database, a posting that does not balance", async () => {
    const crooked = { ...depositReceived(MOVE), entries: depositReceived(MOVE).entries.slice(0, 1) };
    await expect(db.db.$transaction((tx) => post({ tx, clock }, "crooked", SUBJECT, crooked))).rejects.toThrow(/does not balance/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import {
  aBuyer,
  aListedListing,
  anAdmittedIntent,
  aQualifiedIntent,
  aRegisteredIntent,
  aSeller,
  aVenue,
  endThePeriod,
  type ListingOptions,
  type PublishedListing,
  type TestVenue,
} from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { payDeposit, refundDeposit } from "../deposit/index.ts";
import { sumOfBook } from "../ledger/index.ts";
import { calendarFor } from "../reference/index.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import type { DomainError } from "../shared/errors.ts";
import { execute } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import {
  admitIntent,
  amendListing,
  awardListing,
  endListingPeriod,
  leaveIntent,
  lotOf,
  qualifyIntent,
  registerIntent,
  suspendListing,
  terminateListing,
  withdrawListing,
} from "./index.ts";
import { announcementEnd } from "./listing.rules.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ListingIdInput } from "./listing.schema.ts";

let db: TestDatabase;
let venue: TestVenue;
beforeAll(async () => {
  db = await testDatabase();
  venue = await aVenue(db);
  // Periods of a day, so that the tests do not run past the calendars on file.
  const value = { announcementMinWorkingDays: { STATE_INSTITUTE: 1, STATE_OWNED_ENTERPRISE: 1, PRIVATE: 1 }, extensionMinWorkingDays: 1, resumeMinRemainingWorkingDays: 1 };
  await db.db.parameter.create({ data: { key: "listing.venue", scope: venue.id, version: 1, effectiveFrom: new Date(0), reason: "测试", value } });
});
afterAll(() => db.drop());

const run = <I, O>(useCase: UseCase<I, O>, actor: PersonActor | typeof SYSTEM, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
const refusal = (act: Promise<unknown>): Promise<DomainError> => act.then(() => Promise.reject(new Error("was not refused")), (error: unknown) => error as DomainError);
const row = (id: string) => db.db.listing.findUniqueOrThrow({ where: { id } });
const stateOf = async (id: string): Promise<string> => (await db.db.intent.findUniqueOrThrow({ where: { id } })).state;
const depositOf = (intentId: string) => db.db.deposit.findUniqueOrThrow({ where: { intentId } });
const eventsOf = (id: string, type: string) => db.db.outboxEvent.findMany({ where: { subjectId: id, type } });
const endPeriod = (listing: PublishedListing) => run(endListingPeriod, SYSTEM, { listingId: listing.id, dueAt: listing.periodEndsAt });

async function listed(options: ListingOptions & { kind?: "UNIVERSITY" | "STATE_ENTERPRISE" | "ENTERPRISE" } = {}): Promise<PublishedListing> {
  const { kind = "UNIVERSITY", ...rest } = options;
  return aListedListing(db, { seller: await aSeller(db, { kind }), venue, ...rest });
}

describe("T1 listing: what the end of the period makes of it (trading §3)", () => {
  it.each([
    ["UNIVERSITY", 0, {}, "lapse", "LAPSED"],
    ["UNIVERSITY", 0, { extensionCycles: 1, extensionDays: 1 }, "extend", "LISTED"],
    ["UNIVERSITY", 1, {}, "agreeWithSole", "AGREE_PRICE"],
    ["UNIVERSITY", 2, {}, "openBidding", "BIDDING"],
    ["UNIVERSITY", 2, { promise: { ifSeveral: "AGREE" } }, "agreeAsAnnounced", "AGREE_PRICE"],
    ["STATE_ENTERPRISE", 1, { promise: { ifSole: "LAPSE" } }, "agreeWithSole", "AGREE_PRICE"],
    ["STATE_ENTERPRISE", 2, { promise: { ifSeveral: "AGREE" } }, "openBidding", "BIDDING"],
    ["ENTERPRISE", 1, { promise: { ifSole: "LAPSE" } }, "lapse", "LAPSED"],
    ["ENTERPRISE", 1, {}, "agreeWithSole", "AGREE_PRICE"],
  ] as const)("a seller of kind %s with %i admitted, announced %j → %s", async (kind, buyers, options, event, state) => {
    const listing = await listed({ kind, ...options });
    for (let i = 0; i < buyers; i += 1) await anAdmittedIntent(db, listing);
    expect(await endThePeriod(db, listing)).toBe(event);
    expect((await row(listing.id)).state).toBe(state);
    expect(await eventsOf(listing.id, "ListingPeriodEnded")).toMatchObject([{ payload: { event, effectiveAt: listing.periodEndsAt.toISOString() } }]);
  });

  it("the sole buyer pays the higher of listing price and offer, and is held to it by the deposit", async () => {
    const listing = await listed();
    const sole = await anAdmittedIntent(db, listing, undefined, { offer: "1300000" });
    await endThePeriod(db, listing);
    expect(await eventsOf(listing.id, "ListingFoundSoleBuyer")).toMatchObject([{ payload: { intentId: sole.id, buyerId: sole.buyer.organisation!.id, priceFen: "130000000" } }]);
    expect(await depositOf(sole.id)).toMatchObject({ state: "LOCKED", lockedAt: listing.periodEndsAt });
  });

  it("with several buyers all deposits are locked before any bid, numbers say nothing of the order, and the lot is ready", async () => {
    const listing = await listed({ bidding: { incrementTable: [{ from: "0", step: "20000" }] } });
    const buyers = [await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing)];
    await endThePeriod(db, listing);
    for (const { id } of buyers) expect((await depositOf(id)).state).toBe("LOCKED");
    const lot = await db.db.$transaction((tx) => lotOf(tx, listing.id));
    expect(lot).toMatchObject({ state: "BIDDING", priceFen: 120_000_000n, bidding: { format: "F1", limitedSeconds: 300, incrementTable: [{ fromFen: 0n, stepFen: 2_000_000n }] } });
    expect(lot.bidders.map(({ bidderNo }) => bidderNo).sort()).toEqual(buyers.map(({ bidderNo }) => bidderNo).sort());
    expect(new Set(buyers.map(({ bidderNo }) => bidderNo)).size).toBe(3);
  });

  it("an extension counts from the day on which the period ended, and is used up by its cycles", async () => {
    const listing = await listed({ extensionCycles: 1, extensionDays: 2 });
    expect(await endThePeriod(db, listing)).toBe("extend");
    const { periodEndsAt, cyclesUsed } = await row(listing.id);
    expect(periodEndsAt).toEqual(announcementEnd(listing.periodEndsAt, 2, calendarFor(), 17));
    expect(cyclesUsed).toBe(1);
    expect(await endThePeriod(db, { ...listing, periodEndsAt: periodEndsAt! })).toBe("lapse");
  });

  it("an extension also gives those who qualified more time to pay", async () => {
    const listing = await listed({ extensionCycles: 1, extensionDays: 1 });
    const late = await aQualifiedIntent(db, listing);
    await endThePeriod(db, listing);
    await run(payDeposit, late.buyer, { depositId: late.depositId });
    await run(admitIntent, SYSTEM, { intentId: late.id });
    expect(await stateOf(late.id)).toBe("ADMITTED");
  });

  it("whoever is not in when the period ends is out: not decided, not paid, not reconfirmed", async () => {
    const listing = await listed();
    const [checking, unpaid, sole] = [await aRegisteredIntent(db, listing), await aQualifiedIntent(db, listing), await anAdmittedIntent(db, listing)];
    expect(await endThePeriod(db, listing)).toBe("agreeWithSole");
    expect([await stateOf(checking.id), await stateOf(unpaid.id), await stateOf(sole.id)]).toEqual(["RELEASED", "DROPPED", "ADMITTED"]);
    expect((await depositOf(unpaid.id)).state).toBe("CANCELLED");
  });
});

describe("T1 listing: the exact second, whatever the worker did", () => {
  it("takes effect from the due instant when it runs days later, and counts the money that had arrived by then", async () => {
    const listing = await listed({ extensionCycles: 2, extensionDays: 1 });
    const paid = await aQualifiedIntent(db, listing);
    await moveClockTo(db, new Date(listing.periodEndsAt.getTime() - 60_000));
    await run(payDeposit, paid.buyer, { depositId: paid.depositId });
    // The worker is down: nobody admits him, and nobody ends the period, for three days.
    await moveClockTo(db, new Date(listing.periodEndsAt.getTime() + 3 * 86_400_000));
    expect(await endPeriod(listing)).toMatchObject({ event: "agreeWithSole" });
    expect(await stateOf(paid.id)).toBe("ADMITTED");
    expect(await db.db.listingStep.findFirst({ where: { listingId: listing.id, event: "agreeWithSole" } })).toMatchObject({ effectiveAt: listing.periodEndsAt });
    expect(await run(admitIntent, SYSTEM, { intentId: paid.id })).toMatchObject({ admitted: false });
  });

  it("nothing that people do after the end changes N, even while nobody has counted yet", async () => {
    const listing = await listed();
    const admitted = await anAdmittedIntent(db, listing);
    const unpaid = await aQualifiedIntent(db, listing);
    const checking = await aRegisteredIntent(db, listing);
    await moveClockTo(db, listing.periodEndsAt);
    const input = { listingId: listing.id, reason: "届满之后的操作" };
    const stranger = await aBuyer(db);
    const after: [() => Promise<unknown>, string][] = [
      [() => run(payDeposit, unpaid.buyer, { depositId: unpaid.depositId }), "DEPOSIT_DEADLINE_PASSED"],
      [() => run(qualifyIntent, venue.reviewer, { intentId: checking.id }), "PERIOD_OVER"],
      [() => run(leaveIntent, admitted.buyer, { intentId: admitted.id }), "PERIOD_OVER"],
      [() => run(registerIntent, stranger, { listingId: listing.id, declaresNoTies: true }), "PERIOD_OVER"],
      [() => run(withdrawListing, listing.seller, input), "PERIOD_OVER"],
      [() => run(suspendListing, venue.operator, input), "PERIOD_OVER"],
      [() => run(terminateListing, venue.reviewer, input), "PERIOD_OVER"],
      [() => run(amendListing, venue.operator, { ...input, approvalPaper: "校长办公会纪要", price: "1000000" }), "PERIOD_OVER"],
    ];
    for (const [act, code] of after) expect(await refusal(act())).toMatchObject({ code });
    expect(await endPeriod(listing)).toMatchObject({ event: "agreeWithSole" });
  });

  it("runs once: again, or by two workers at once, it does nothing more", async () => {
    const listing = await listed();
    await anAdmittedIntent(db, listing);
    await moveClockTo(db, listing.periodEndsAt);
    const done = await Promise.all([endPeriod(listing), endPeriod(listing)]);
    expect(done.map(({ event }) => event).sort()).toEqual(["agreeWithSole", null]);
    expect(await endPeriod(listing)).toMatchObject({ event: null });
    expect(await eventsOf(listing.id, "ListingFoundSoleBuyer")).toHaveLength(1);
  });

  it("does nothing before its time, nor for a period that was restarted meanwhile", async () => {
    const listing = await listed();
    expect(await refusal(endPeriod(listing))).toMatchObject({ code: "NOT_DUE_YET" });
    await moveClockBy(db, 60_000);
    await run(amendListing, venue.operator, { listingId: listing.id, reason: "付款方式调整", approvalPaper: "校办〔2026〕5号", paymentTerms: "分两期支付", workingDays: 2 });
    await moveClockTo(db, listing.periodEndsAt);
    expect(await endPeriod(listing)).toMatchObject({ event: null });
    expect((await row(listing.id)).state).toBe("LISTED");
  });

  it("a payment and the end of the period at the same moment agree on who counts", async () => {
    const listing = await listed();
    const intent = await aQualifiedIntent(db, listing);
    await moveClockTo(db, new Date(listing.periodEndsAt.getTime() - 25));
    const endsWhenDue = async (): Promise<string | null> => {
      for (;;) {
        const outcome = await endPeriod(listing).catch((error: DomainError) => error);
        if ("event" in outcome) return outcome.event;
      }
    };
    const [paid, event] = await Promise.all([run(payDeposit, intent.buyer, { depositId: intent.depositId }).then(() => true, () => false), endsWhenDue()]);
    expect(event).toBe(paid ? "agreeWithSole" : "lapse");
  });
});

describe("T1 listing: award", () => {
  const award = defineUseCase("listing.end-period", ListingIdInput, async (ctx, { listingId }) => {
    ctx.authorise();
    const [winner] = await ctx.tx.intent.findMany({ where: { listingId }, orderBy: { id: "asc" } });
    const state = await awardListing(ctx, { listingId, intentId: winner!.id, priceFen: 150_000_000n, at: ctx.clock.now() });
    ctx.record({ type: "listing", id: listingId });
    return { state };
  });

  it("§9.11 losers have their deposits back within 24 hours, the winner's stays locked, and the book balances", async () => {
    const listing = await listed();
    const [winner, loser] = [await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing)];
    await endThePeriod(db, listing);
    expect(await run(award, SYSTEM, { listingId: listing.id })).toMatchObject({ state: "AWARDED" });
    expect([await stateOf(winner.id), await stateOf(loser.id)]).toEqual(["WON", "LOST"]);
    const refund = await db.db.paymentRefund.findFirstOrThrow({ where: { depositId: loser.depositId } });
    expect(refund.dueAt.getTime() - refund.orderedAt.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
    await run(refundDeposit, SYSTEM, { refundId: refund.id });
    await run(refundDeposit, SYSTEM, { refundId: refund.id });
    expect([(await depositOf(winner.id)).state, (await depositOf(loser.id)).state]).toEqual(["LOCKED", "REFUNDED"]);
    expect(await sumOfBook(db.db)).toBe(0n);
  });
});

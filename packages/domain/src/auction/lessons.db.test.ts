import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { contractDraft } from "../../testing/deals.ts";
import { aBuyer, anAdmittedIntent, aRegisteredIntent, aSeller, endThePeriod } from "../../testing/listings.ts";
import { anotherPersonOf, aQuickVenue, aRunningLot, type AnnouncedLot, type AnnouncedLotOptions, type LotBidder } from "../../testing/lots.ts";
import { anOrigin } from "../../testing/origin.ts";
import { annulDeal, draftContract, missSigning, openDealFromAuction, readDeal, signDeal } from "../deal/index.ts";
import { acceptListing, publishListing, relistListing, submitListing } from "../listing/index.ts";
import { namePriorityRight } from "../priority-right/index.ts";
import { ANONYMOUS, SYSTEM, type Actor, type PersonActor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { decideAnnulment, proposeAnnulment } from "./annul-auction.ts";
import { AuctionAnnulled, AuctionAwarded } from "./auction.events.ts";
import { readAuction } from "./auction.queries.ts";
import { openBidDesk } from "./bid-desk.ts";
import { closeAuction } from "./close-auction.ts";
import { confirmAuction } from "./confirm-auction.ts";
import { scheduleAuction } from "./schedule-auction.ts";
import { takePrice } from "./staged/take-price.ts";
import { verifyAuction } from "./verify-auction.ts";

const HOUR_MS = 3_600_000;

describe("T2 auction: what went wrong elsewhere", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(() => db.drop());

  const run = <I, O>(useCase: Parameters<typeof execute<I, O>>[1], actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const rowOf = (lot: Pick<AnnouncedLot, "auctionId">) => db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
  const bid = (lot: AnnouncedLot, { actor }: LotBidder, inWan: number, desk = openBidDesk(db)) => bidInWan(desk, lot, actor, inWan);
  const verify = (lot: Pick<AnnouncedLot, "auctionId">) => read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
  const stateOf = async (listingId: string) => (await db.db.listing.findUniqueOrThrow({ where: { id: listingId } })).state;
  const depositOf = (intentId: string) => db.db.deposit.findUniqueOrThrow({ where: { intentId } });
  async function told<Payload>(event: { name: string; payload: { parse(value: unknown): Payload } }, subjectId: string): Promise<Payload> {
    return event.payload.parse((await db.db.outboxEvent.findFirstOrThrow({ where: { type: event.name, subjectId }, orderBy: { id: "desc" } })).payload);
  }

  /** The first bidder has won at 2 100 000, the result is confirmed, its deal opened. */
  async function anAwardedLot(options: AnnouncedLotOptions = {}): Promise<AnnouncedLot & { readonly dealId: string; readonly winner: LotBidder }> {
    const lot = await aRunningLot(db, { bidders: 2, ...options });
    await bid(lot, lot.bidders[1]!, 200);
    await bid(lot, lot.bidders[0]!, 210);
    return awarded(lot, lot.bidders[0]!, "2100000");
  }

  async function awarded(lot: AnnouncedLot, winner: LotBidder, price: string) {
    const { endsAt, state } = await rowOf(lot);
    if (state !== "RESULT") {
      await moveClockTo(db, endsAt);
      await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
    }
    await run(confirmAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, price });
    const { dealId } = await run(openDealFromAuction, SYSTEM, await told(AuctionAwarded, lot.auctionId));
    return { ...lot, dealId, winner };
  }

  async function signed(deal: { readonly dealId: string; readonly seller: PersonActor; readonly buyer: PersonActor; readonly price: string }): Promise<void> {
    const { contractHash } = await run(draftContract, deal.seller, await contractDraft(db, deal));
    await run(signDeal, deal.seller, { dealId: deal.dealId, contractHash });
    await run(signDeal, deal.buyer, { dealId: deal.dealId, contractHash });
  }

  it("who backed out is refused when the lot is offered again, anybody else is not; the new procedure names the one before", async () => {
    const venue = await aQuickVenue(db);
    const seller = await aSeller(db, { kind: "ENTERPRISE" });
    const lot = await anAwardedLot({ venue, listing: { seller } });
    const { contractHash } = await run(draftContract, seller, await contractDraft(db, { dealId: lot.dealId, seller, price: "2100000.00" }));
    await run(signDeal, seller, { dealId: lot.dealId, contractHash });
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: lot.dealId } });
    await moveClockTo(db, signDueAt);
    expect(await run(missSigning, SYSTEM, { dealId: lot.dealId, dueAt: signDueAt })).toEqual({ state: "DEFAULTED" });

    const { listingId } = await run(relistListing, seller, { listingId: lot.listing.id, price: "1900000", freshApproval: true });
    await db.db.listing.update({ where: { id: listingId }, data: { declarations: { isTruthful: true, hasFreshApproval: true } } });
    await run(submitListing, seller, { listingId });
    await run(acceptListing, venue.reviewer, { listingId });
    const { periodEndsAt } = await run(publishListing, venue.operator, { listingId });
    const again = { ...lot.listing, id: listingId, periodEndsAt };
    await expect(aRegisteredIntent(db, again, lot.winner.actor)).rejects.toMatchObject({ code: "DEFAULTED_ON_THIS_LOT" });
    await anAdmittedIntent(db, again, lot.bidders[1]!.actor);
    await anAdmittedIntent(db, again, await aBuyer(db));
    await endThePeriod(db, again);
    const { auctionId } = await run(scheduleAuction, SYSTEM, { listingId, effectiveAt: periodEndsAt });
    expect(await read(db, readAuction, ANONYMOUS, { auctionId })).toMatchObject({ round: 2, previousId: lot.auctionId, startPriceFen: 190n * 1_000_000n });
  });

  it("an award annulled on a ground proven later takes its deal with it, once: nobody keeps a deposit, and the listing ends", async () => {
    const lot = await anAwardedLot();
    const { annulmentId } = await run(proposeAnnulment, lot.venue.operator, { auctionId: lot.auctionId, ground: "COLLUSION", reason: "有证据表明两名竞买人事先串通报价。" });
    await run(decideAnnulment, lot.venue.reviewer, { annulmentId, decision: "ANNULLED", note: "经复核证据成立。" });
    const { dealId, reason } = await told(AuctionAnnulled, lot.auctionId);
    expect(dealId).toBe(lot.dealId);
    const annul = () => run(annulDeal, SYSTEM, { dealId: lot.dealId, ruling: "竞价撤销决定", reason });
    await annul();
    await expect(annul()).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect(await rowOf(lot)).toMatchObject({ state: "ANNULLED" });
    expect(await db.db.deal.findUniqueOrThrow({ where: { id: lot.dealId } })).toMatchObject({ state: "ANNULLED" });
    expect(await stateOf(lot.listing.id)).toBe("TERMINATED");
    expect((await depositOf(lot.bidders[1]!.intentId)).state).toBe("REFUNDING");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: lot.winner.bidderNo });
  });

  it("a price equal to the deposit is paid by it: nothing is left to wait for", async () => {
    const seller = await aSeller(db, { kind: "ENTERPRISE" });
    const lot = await aRunningLot(db, { bidders: 2, listing: { seller }, bidding: { format: "F6", fallStepSeconds: 60, fallStepBp: 1_000, fallFloorBp: 500 } });
    const [buyer] = lot.bidders as [LotBidder];
    const { amountFen: depositFen } = await depositOf(buyer.intentId);
    expect(depositFen).toBe(20n * 1_000_000n);
    await moveClockTo(db, new Date((await rowOf(lot)).freeStartsAt.getTime() + 9 * 60_000 + 1_000));
    expect(await run(takePrice, buyer.actor, { auctionId: lot.auctionId, price: "200000" })).toMatchObject({ verdict: "ACCEPTED", state: "RESULT" });
    const { dealId } = await awarded(lot, buyer, "200000");
    await signed({ dealId, seller, buyer: buyer.actor, price: "200000.00" });
    expect(await read(db, readDeal, buyer.actor, { dealId })).toMatchObject({ state: "SETTLING", settlement: "CERTIFY", receivedFen: depositFen, outstandingFen: 0n });
  });

  it("the winner is the organisation: when its bidder's account ends, the award stands and a colleague signs; nobody moves up", async () => {
    const lot = await aRunningLot(db, { bidders: 2 });
    const [winner, second] = lot.bidders as [LotBidder, LotBidder];
    const colleague = await anotherPersonOf(db, winner, ["BUYER"]);
    await bid(lot, second, 200);
    await bid(lot, winner, 210);
    await db.db.membership.updateMany({ where: { personId: winner.actor.personId }, data: { endedAt: await readDomainTime(db.db, "test") } });
    await expect(db.db.organisation.delete({ where: { id: winner.actor.organisation!.id } })).rejects.toThrow();
    await expect(db.db.auctionBidder.delete({ where: { auctionId_bidderNo: { auctionId: lot.auctionId, bidderNo: winner.bidderNo } } })).rejects.toThrow();
    const { dealId } = await awarded(lot, winner, "2100000");
    expect(await rowOf(lot)).toMatchObject({ state: "AWARDED", leaderNo: winner.bidderNo });
    expect((await depositOf(second.intentId)).state).toBe("REFUNDING");
    await signed({ dealId, seller: lot.listing.seller, buyer: colleague, price: "2100000.00" });
    expect(await read(db, readDeal, colleague, { dealId })).toMatchObject({ state: "SETTLING", priceFen: 210_000_000n });
  });

  it("a holder who was named and never told keeps the last signature from falling, after a bidding too", async () => {
    const lot = await anAwardedLot();
    const { seller } = lot.listing;
    await run(namePriorityRight, seller, { subjectType: "listing", subjectId: lot.listing.id, kind: "CLIENT", holder: "宏远机械" });
    await expect(signed({ dealId: lot.dealId, seller, buyer: lot.winner.actor, price: "2100000.00" })).rejects.toMatchObject({ code: "PRIORITY_RIGHT_OPEN", details: { holder: "宏远机械" } });
  });

  it("a server whose clock is off, by three seconds or an hour, changes neither order nor end: the database's clock decides", async () => {
    const lot = await aRunningLot(db, { bidding: { freeDurationSeconds: 60 } });
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    const first = await bid(lot, a, 200);
    const clockOff = (milliseconds: number): void => void vi.useFakeTimers({ toFake: ["Date"], now: first.receivedAt.getTime() + milliseconds });
    const receipts = [first];
    clockOff(3_000);
    receipts.push(await bid(lot, b, 210, openBidDesk(db)));
    vi.useRealTimers();
    clockOff(-HOUR_MS);
    receipts.push(await bid(lot, c, 220, openBidDesk(db)));
    vi.useRealTimers();
    receipts.push(await bid(lot, a, 230));
    expect(receipts.map(({ verdict, sequence }) => [verdict, sequence])).toEqual([1, 2, 3, 4].map((place) => ["ACCEPTED", place]));
    const times = receipts.map(({ receivedAt }) => receivedAt.getTime());
    expect(times).toEqual([...times].sort((x, y) => x - y));
    expect(times.at(-1)! - times[0]!).toBeLessThan(30_000);

    const { endsAt } = await rowOf(lot);
    clockOff(HOUR_MS);
    expect(await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt })).not.toMatchObject({ state: "RESULT" });
    vi.useRealTimers();
    await moveClockTo(db, endsAt);
    clockOff(-HOUR_MS);
    expect(await bid(lot, b, 240)).toMatchObject({ verdict: "REFUSED", reason: "LATE" });
    await run(closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt });
    vi.useRealTimers();
    await moveClockBy(db, 1_000);
    expect(await rowOf(lot)).toMatchObject({ state: "RESULT", leaderNo: a.bidderNo, closedAt: endsAt });
    expect(await verify(lot)).toMatchObject({ genuine: true, faults: [], winner: a.bidderNo, priceFen: 230n * 1_000_000n, endsAt });
  });
});

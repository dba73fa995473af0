import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aListedListing, anAdmittedIntent, endThePeriod } from "../../testing/listings.ts";
import { aQuickVenue, aRunningLot, anotherPersonOf, type AnnouncedLot, type LotBidder } from "../../testing/lots.ts";
import { anOrigin } from "../../testing/origin.ts";
import { recognisePriority } from "../listing/index.ts";
import { calendarFor } from "../reference/index.ts";
import { answerPriorityRight, listPriorityRights, namePriorityRight } from "../priority-right/index.ts";
import { ANONYMOUS, SYSTEM, type Actor } from "../shared/actor.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { answerOffer, endOffer } from "./answer-offer.ts";
import { readMyStanding } from "./auction.queries.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";
import { closeAuction } from "./close-auction.ts";
import { confirmAuction } from "./confirm-auction.ts";
import { scheduleAuction } from "./schedule-auction.ts";
import { verifyAuction } from "./verify-auction.ts";

describe("T2 auction: priority holders", () => {
  let db: TestDatabase;
  let desk: BidDesk;
  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  const bid = (lot: AnnouncedLot, { actor }: LotBidder, amountInWan: number) => bidInWan(desk, lot, actor, amountInWan);
  const rowOf = (lot: AnnouncedLot) => db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
  const answer = (lot: AnnouncedLot, actor: Actor, said: "ACCEPT" | "DECLINE", price = "2300000") => execute(db, answerOffer, actor, { auctionId: lot.auctionId, answer: said, price }, anOrigin());
  const verify = (lot: AnnouncedLot) => read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
  const depositStates = async (lot: AnnouncedLot) => {
    const rows = await db.db.deposit.findMany({ where: { intent: { listingId: lot.listing.id } }, include: { intent: true } });
    return lot.bidders.map(({ intentId }) => rows.find((row) => row.intentId === intentId)!.state);
  };

  /** Ranks 1 and 2 for the first two; the third bids 2 300 000 and is the highest; the fourth has bid 2 200 000. */
  async function aClosedLot(ranks: readonly number[] = [1, 2], standby: "RESALE_ONLY" | "OFFER_TO_RESERVE" = "RESALE_ONLY"): Promise<AnnouncedLot> {
    const lot = await aRunningLot(db, { bidding: { priorityMode: "AFTER", standby }, ranks, bidders: 4 });
    await bid(lot, lot.bidders[3]!, 220);
    await bid(lot, lot.bidders[2]!, 230);
    const { endsAt } = await rowOf(lot);
    await moveClockTo(db, endsAt);
    await execute(db, closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt }, anOrigin());
    return lot;
  }

  it("match the price in the hall by the ranks that were recognised during the announcement", async () => {
    const lot = await aRunningLot(db, { bidding: { priorityMode: "IN_HALL" }, ranks: [1] });
    const [holder, other] = lot.bidders as [LotBidder, LotBidder];
    await bid(lot, other, 230);
    expect(await bid(lot, holder, 230)).toMatchObject({ verdict: "MATCHED" });
    expect(await bid(lot, other, 230)).toMatchObject({ verdict: "REFUSED", reason: "BELOW_MINIMUM" });
    expect(await bid(lot, other, 240)).toMatchObject({ verdict: "ACCEPTED" });
    expect(await rowOf(lot)).toMatchObject({ leaderNo: other.bidderNo, announcement: expect.objectContaining({ priorityRanks: { [holder.bidderNo]: 1 } }) as object });
    expect(await verify(lot)).toMatchObject({ genuine: true });
  });

  it("have the days to answer that were announced, though the venue has changed its rules since", async () => {
    const lot = await aRunningLot(db, { bidding: { priorityMode: "AFTER" }, ranks: [1] });
    const effectiveFrom = await readDomainTime(db.db, "test");
    await db.db.parameter.create({ data: { key: "listing.venue", scope: lot.listing.venue.id, version: 2, effectiveFrom, reason: "公告之后施行", value: { priorityAnswerWorkingDays: 1 } } });
    await bid(lot, lot.bidders[1]!, 230);
    const { endsAt } = await rowOf(lot);
    await moveClockTo(db, endsAt);
    await execute(db, closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt }, anOrigin());
    expect((await rowOf(lot)).priorityDueAt).toEqual(endOfDay(addWorkingDays(calendarFor(), dayOf(endsAt), 5)));
  });

  it("are offered the closed lot; the winner's deposit and theirs stay, the others' go back", async () => {
    const lot = await aClosedLot();
    const row = await rowOf(lot);
    expect(row).toMatchObject({ state: "PRIORITY_WAIT", leaderNo: lot.bidders[2]!.bidderNo });
    expect(row.priorityDueAt!.getTime()).toBeGreaterThan(row.endsAt.getTime() + 4 * 86_400_000);
    expect(await depositStates(lot)).toEqual(["LOCKED", "LOCKED", "LOCKED", "REFUNDING"]);
    expect(await read(db, readMyStanding, lot.bidders[0]!.actor, { auctionId: lot.auctionId })).toMatchObject({ priorityRank: 1, offer: { isOpen: true, answer: null } });
    expect(await read(db, readMyStanding, lot.bidders[2]!.actor, { auctionId: lot.auctionId })).toMatchObject({ offer: null });
    expect(await verify(lot)).toMatchObject({ genuine: true });
  });

  it("go by rank: the second waits for the first, and has it when he waives", async () => {
    const lot = await aClosedLot();
    const [first, second] = lot.bidders as [LotBidder, LotBidder];
    expect(await answer(lot, second.actor, "ACCEPT")).toEqual({ state: "PRIORITY_WAIT", answer: "ACCEPT" });
    expect(await answer(lot, first.actor, "DECLINE")).toEqual({ state: "RESULT", answer: "DECLINE" });
    expect(await rowOf(lot)).toMatchObject({ leaderNo: second.bidderNo, currentFen: 230n * 1_000_000n });
    expect(await depositStates(lot)).toEqual(["REFUNDING", "LOCKED", "REFUNDING", "REFUNDING"]);
    expect(await verify(lot)).toMatchObject({ genuine: true, faults: [], winner: second.bidderNo });
    const confirmed = await execute(db, confirmAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, price: "2300000" }, anOrigin());
    expect(confirmed).toMatchObject({ state: "AWARDED", bidderNo: second.bidderNo });
  });

  it("who stay silent have waived at the deadline, and the highest bidder has it, once", async () => {
    const lot = await aClosedLot();
    const { priorityDueAt } = await rowOf(lot);
    const dueAt = priorityDueAt!;
    const early = await execute(db, endOffer, SYSTEM, { auctionId: lot.auctionId, dueAt }, anOrigin());
    expect(early).toEqual({ state: "PRIORITY_WAIT" });
    await moveClockTo(db, new Date(dueAt.getTime() + 86_400_000));
    await expect(answer(lot, lot.bidders[0]!.actor, "ACCEPT")).rejects.toMatchObject({ code: "NO_OFFER_OPEN" });
    const ends = await Promise.all([1, 2].map(() => execute(db, endOffer, SYSTEM, { auctionId: lot.auctionId, dueAt }, anOrigin())));
    expect(ends).toEqual([{ state: "RESULT" }, { state: "RESULT" }]);
    expect(await rowOf(lot)).toMatchObject({ leaderNo: lot.bidders[2]!.bidderNo });
    expect(await db.db.outboxEvent.count({ where: { type: "AuctionResultDeclared", subjectId: lot.auctionId } })).toBe(1);
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: lot.bidders[2]!.bidderNo });
  });

  it("the next bidder stands by while they are asked, and after: behind the highest bidder, or the highest bidder behind who took it from him", async () => {
    const waived = await aClosedLot([1], "OFFER_TO_RESERVE");
    expect(await depositStates(waived)).toEqual(["LOCKED", "REFUNDING", "LOCKED", "LOCKED"]);
    await answer(waived, waived.bidders[0]!.actor, "DECLINE");
    expect(await rowOf(waived)).toMatchObject({ leaderNo: waived.bidders[2]!.bidderNo, standbyNo: waived.bidders[3]!.bidderNo });
    expect(await depositStates(waived)).toEqual(["REFUNDING", "REFUNDING", "LOCKED", "STANDBY"]);

    const taken = await aClosedLot([1], "OFFER_TO_RESERVE");
    await answer(taken, taken.bidders[0]!.actor, "ACCEPT");
    expect(await rowOf(taken)).toMatchObject({ leaderNo: taken.bidders[0]!.bidderNo, standbyNo: taken.bidders[2]!.bidderNo });
    expect(await depositStates(taken)).toEqual(["LOCKED", "REFUNDING", "STANDBY", "REFUNDING"]);
    expect(await verify(taken)).toMatchObject({ genuine: true, winner: taken.bidders[0]!.bidderNo });
  });

  it("two of one rank who accept in the same moment: one has it, the other is answered", async () => {
    const lot = await aClosedLot([1, 1]);
    const said = await Promise.allSettled([answer(lot, lot.bidders[0]!.actor, "ACCEPT"), answer(lot, lot.bidders[1]!.actor, "ACCEPT")]);
    expect(said.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    const { leaderNo } = await rowOf(lot);
    expect([lot.bidders[0]!.bidderNo, lot.bidders[1]!.bidderNo]).toContain(leaderNo);
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: leaderNo });
  });

  it("answer once, at the price of the log, by their buying officer, and nobody else answers", async () => {
    const lot = await aClosedLot();
    const [first] = lot.bidders as [LotBidder];
    await expect(answer(lot, lot.bidders[2]!.actor, "ACCEPT")).rejects.toMatchObject({ code: "NO_PRIORITY_RIGHT" });
    await expect(answer(lot, lot.venue.auctioneer, "ACCEPT")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(answer(lot, await anotherPersonOf(db, first, ["SELLER"]), "ACCEPT")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(answer(lot, first.actor, "ACCEPT", "2299999")).rejects.toMatchObject({ code: "CONFIRM_PRICE_DIFFERS" });
    await answer(lot, first.actor, "DECLINE");
    await expect(answer(lot, first.actor, "ACCEPT")).rejects.toMatchObject({ code: "OFFER_ANSWERED_ALREADY" });
  });

  it("are recognised by the venue's reviewer alone, during the announcement, where it was announced", async () => {
    const venue = await aQuickVenue(db);
    const plain = await aListedListing(db, { venue, workingDays: 1 });
    const intent = await anAdmittedIntent(db, plain);
    const recognise = (actor: Actor, intentId: string) => execute(db, recognisePriority, actor, { intentId, ground: "COMPLETER", rank: 1 }, anOrigin());
    await expect(recognise(venue.reviewer, intent.id)).rejects.toMatchObject({ code: "PRIORITY_NOT_ANNOUNCED" });
    const lot = await aRunningLot(db, { venue, bidding: { priorityMode: "AFTER" }, bidders: 2 });
    await expect(recognise(venue.reviewer, lot.bidders[0]!.intentId)).rejects.toMatchObject({ code: "LISTING_NOT_OPEN" });
    await expect(recognise(venue.operator, intent.id)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(recognise(intent.buyer, intent.id)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("stand in one register with those whom the seller names: who has waived is none, and a waiver takes a recognised rank away", async () => {
    const venue = await aQuickVenue(db);
    const listing = await aListedListing(db, { venue, price: "2000000", workingDays: 1, bidding: { priorityMode: "AFTER", startDelaySeconds: 60, freeDurationSeconds: 600 } });
    const subject = { subjectType: "listing", subjectId: listing.id } as const;
    const [one, two, three] = [await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing)];
    const recognise = (intentId: string, rank: number) => execute(db, recognisePriority, venue.reviewer, { intentId, ground: "CLIENT", rank }, anOrigin());
    const unitOf = ({ buyer }: typeof one) => buyer.organisation!;

    // The seller has named the third, who has waived in writing.
    const { rightId } = await execute(db, namePriorityRight, listing.seller, { ...subject, kind: "CLIENT", holder: unitOf(three).name, holderId: unitOf(three).id }, anOrigin());
    await execute(db, answerPriorityRight, listing.seller, { rightId, answer: "waive", proof: "书面放弃声明" }, anOrigin());
    await expect(recognise(three.id, 1)).rejects.toMatchObject({ code: "PRIORITY_WAIVED" });

    await recognise(one.id, 1);
    await recognise(two.id, 2);
    const { items } = await read(db, listPriorityRights, listing.seller, subject);
    const ours = items.filter(({ kind }) => kind === "CLIENT").map(({ holder, state }) => [holder, state]);
    expect(ours).toEqual(expect.arrayContaining([[unitOf(one).name, "NOTIFIED"], [unitOf(two).name, "NOTIFIED"], [unitOf(three).name, "WAIVED"]]));
    await execute(db, answerPriorityRight, listing.seller, { rightId: items.find(({ holder }) => holder === unitOf(two).name)!.id, answer: "waive", proof: "书面放弃声明" }, anOrigin());

    await endThePeriod(db, listing);
    const { auctionId } = await execute(db, scheduleAuction, SYSTEM, { listingId: listing.id, effectiveAt: listing.periodEndsAt }, anOrigin());
    expect(await db.db.auction.findUniqueOrThrow({ where: { id: auctionId } })).toMatchObject({ announcement: expect.objectContaining({ priorityRanks: { [one.bidderNo]: 1 } }) as object });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot, type LotOptions, type OpenLot } from "../../testing/auctions.ts";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aQuickVenue, aRunningLot, type AnnouncedLot } from "../../testing/lots.ts";
import { aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, SYSTEM, type Actor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";
import { readAuction } from "./auction.queries.ts";
import { closeAuction } from "./close-auction.ts";
import { confirmAuction } from "./confirm-auction.ts";
import { endFreePeriod } from "./end-free-period.ts";
import { freezeAuction } from "./freeze-auction.ts";
import { openAuction } from "./open-auction.ts";
import { reopenAuction, resumeAuction } from "./resume-auction.ts";
import { verifyAuction } from "./verify-auction.ts";

const HOUR_MS = 3_600_000;

describe("T2 auction: the life of a lot", () => {
  let db: TestDatabase;
  let desk: BidDesk;
  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  const bid = (lot: OpenLot, actor: Actor, amountInWan: number) => bidInWan(desk, lot, actor, amountInWan);
  const rowOf = (lot: OpenLot) => db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
  const close = async (lot: OpenLot) => execute(db, closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: (await rowOf(lot)).endsAt }, anOrigin());
  const dueOf = (lot: OpenLot, kind: string) => db.db.dueAct.findUnique({ where: { kind_subjectId: { kind, subjectId: lot.auctionId } } });

  async function anOpenedLot(options: LotOptions = {}): Promise<OpenLot> {
    const lot = await anOpenLot(db, { startsInMs: 1_000, depositState: "HELD", ...options });
    await moveClockBy(db, 2_000);
    await execute(db, openAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: lot.announcement.freeStart }, anOrigin());
    return lot;
  }

  it("opens at its start with deposits locked, and makes its own end due", async () => {
    const lot = await anOpenedLot();
    expect(await rowOf(lot)).toMatchObject({ state: "OPEN_FREE" });
    expect(await db.db.deposit.findMany({ where: { intent: { listingId: lot.listingId } }, select: { state: true } })).toEqual([{ state: "LOCKED" }, { state: "LOCKED" }, { state: "LOCKED" }]);
    expect(await dueOf(lot, "auction.close")).toMatchObject({ doneAt: null, dueAt: (await rowOf(lot)).endsAt });
  });

  it("fails when nobody was admitted, and the listing lapses", async () => {
    const lot = await anOpenedLot({ bidders: 0 });
    expect((await rowOf(lot)).state).toBe("FAILED");
    expect((await db.db.listing.findUniqueOrThrow({ where: { id: lot.listingId } })).state).toBe("LAPSED");
  });

  it("moves its end with bids, and closes once at that end, however late and by how many workers", async () => {
    const lot = await anOpenedLot({ freeMs: 10_000, windowSeconds: 300 });
    await bid(lot, lot.bidders[0]!, 200);
    await moveClockTo(db, new Date(lot.announcement.freeEnd.getTime() + 200_000));
    await execute(db, endFreePeriod, SYSTEM, { auctionId: lot.auctionId, dueAt: lot.announcement.freeEnd }, anOrigin());
    const early = await close(lot);
    expect(early.state).toBe("OPEN_LIMITED");
    const { endsAt } = await bid(lot, lot.bidders[1]!, 210);
    expect((await dueOf(lot, "auction.close"))?.dueAt).toEqual(endsAt);
    await moveClockTo(db, new Date(endsAt.getTime() + HOUR_MS));
    const closes = await Promise.all([close(lot), close(lot), close(lot)]);
    expect(closes.map(({ state }) => state)).toEqual(["RESULT", "RESULT", "RESULT"]);
    expect(await rowOf(lot)).toMatchObject({ state: "RESULT", closedAt: endsAt, leaderNo: "102" });
    expect(await db.db.outboxEvent.count({ where: { type: "AuctionResultDeclared", subjectId: lot.auctionId } })).toBe(1);
    const deposits = await db.db.deposit.findMany({ where: { intent: { listingId: lot.listingId } }, include: { intent: true } });
    for (const deposit of deposits) expect(deposit.state).toBe(deposit.intent.state === "WON" ? "LOCKED" : "REFUNDING");
    expect(deposits.filter(({ intent }) => intent.state === "WON")).toHaveLength(1);
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, winner: "102" });
  });

  it("is not sold without a bid", async () => {
    const lot = await anOpenedLot({ freeMs: 1_000, windowSeconds: 120 });
    await moveClockTo(db, (await rowOf(lot)).endsAt);
    expect(await close(lot)).toMatchObject({ state: "FAILED" });
    expect(await db.db.deposit.count({ where: { intent: { listingId: lot.listingId }, state: "REFUNDING" } })).toBe(3);
  });

  it("stands still while frozen, and nobody loses time", async () => {
    const lot = await anOpenedLot();
    const auctioneer = await aPerson(db, lot.venue, ["AUCTIONEER"]);
    await bid(lot, lot.bidders[0]!, 200);
    const before = await rowOf(lot);
    await execute(db, freezeAuction, auctioneer, { auctionId: lot.auctionId, reason: "网络故障" }, anOrigin());
    expect(await bid(lot, lot.bidders[1]!, 210)).toMatchObject({ verdict: "REFUSED", reason: "NOT_OPEN" });
    expect(await dueOf(lot, "auction.close")).toMatchObject({ doneAt: expect.any(Date) as Date });
    await moveClockBy(db, 1_800_000);
    await execute(db, resumeAuction, auctioneer, { auctionId: lot.auctionId }, anOrigin());
    const after = await rowOf(lot);
    expect(after.state).toBe("OPEN_FREE");
    expect(after.endsAt.getTime() - before.endsAt.getTime()).toBeGreaterThanOrEqual(1_800_000);
    expect(await bid(lot, lot.bidders[1]!, 210)).toMatchObject({ verdict: "ACCEPTED" });
    expect(await dueOf(lot, "auction.close")).toMatchObject({ doneAt: null });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [] });
  });

  it("goes on after a long outage only with a day's notice", async () => {
    const lot = await anOpenedLot();
    const auctioneer = await aPerson(db, lot.venue, ["AUCTIONEER"]);
    await execute(db, freezeAuction, auctioneer, { auctionId: lot.auctionId, reason: "机房断电" }, anOrigin());
    await moveClockBy(db, 2 * HOUR_MS);
    const { reopensAt } = await execute(db, resumeAuction, auctioneer, { auctionId: lot.auctionId }, anOrigin());
    expect((await rowOf(lot)).state).toBe("FROZEN");
    expect(await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ frozenReason: "机房断电", reopensAt });
    await moveClockTo(db, reopensAt);
    await execute(db, reopenAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: reopensAt }, anOrigin());
    expect((await rowOf(lot)).state).toBe("OPEN_FREE");
    expect(await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ frozenReason: null, reopensAt: null });
    const told = await db.db.notification.findMany({ where: { personId: { in: lot.bidders.map(({ personId }) => personId) }, kind: { startsWith: "auction." } }, orderBy: { id: "asc" } });
    for (const { personId } of lot.bidders) expect(told.filter((one) => one.personId === personId).map(({ kind }) => kind)).toEqual(["auction.frozen", "auction.resumes-at", "auction.resumed"]);
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true });
  });

  describe("where the limited period follows a contest only (Fujian 33, 40–42)", () => {
    const MINUTE_MS = 60_000;
    const end = (which: typeof endFreePeriod | typeof closeAuction, auctionId: string, dueAt: Date) => execute(db, which, SYSTEM, { auctionId, dueAt }, anOrigin());
    const landRow = (auctionId: string) => db.db.auction.findUniqueOrThrow({ where: { id: auctionId } });

    /** A venue that pauses ten minutes; the first bidders have bid in turn. */
    async function aLandLot(bidders: number): Promise<AnnouncedLot> {
      const venue = await aQuickVenue(db);
      const { value } = await db.db.parameter.findFirstOrThrow({ where: { key: "listing.venue", scope: venue.id } });
      await db.db.parameter.create({ data: { key: "listing.venue", scope: venue.id, version: 2, effectiveFrom: new Date(0), reason: "测试", value: { ...(value as object), bidding: { pauseSeconds: 600 } } } });
      const lot = await aRunningLot(db, { venue, bidders: 2, bidding: { limitedTrigger: "CONTEST" } });
      for (const [i, { actor }] of lot.bidders.slice(0, bidders).entries()) await bidInWan(desk, lot, actor, 200 + 10 * i);
      return lot;
    }

    it("pauses at the free end whichever worker comes first, then counts down, and the announced pause is part of the proof", async () => {
      const lot = await aLandLot(2);
      const { freeEndsAt, announcement } = await landRow(lot.auctionId);
      expect(announcement).toMatchObject({ clockForm: "CONTEST", procedure: { clock: { pauseSeconds: 600 } } });
      await moveClockTo(db, new Date(freeEndsAt.getTime() + 2_000));
      expect(await bidInWan(desk, lot, lot.bidders[0]!.actor, 250)).toMatchObject({ verdict: "REFUSED", reason: "LATE" });
      const both = await Promise.all([end(closeAuction, lot.auctionId, freeEndsAt), end(endFreePeriod, lot.auctionId, freeEndsAt)]);
      expect(both.map(({ state }) => state)).toEqual(["PAUSE", "PAUSE"]);
      expect(await bidInWan(desk, lot, lot.bidders[0]!.actor, 250)).toMatchObject({ verdict: "REFUSED", reason: "NOT_OPEN" });
      const reopensAt = new Date(freeEndsAt.getTime() + 10 * MINUTE_MS);
      await moveClockTo(db, reopensAt);
      expect(await execute(db, reopenAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: reopensAt }, anOrigin())).toMatchObject({ state: "OPEN_LIMITED" });
      expect(await bidInWan(desk, lot, lot.bidders[0]!.actor, 219)).toMatchObject({ reason: "BELOW_MINIMUM" });
      const { endsAt } = await bidInWan(desk, lot, lot.bidders[0]!.actor, 220);
      await moveClockTo(db, endsAt);
      expect(await end(closeAuction, lot.auctionId, endsAt)).toMatchObject({ state: "RESULT" });
      expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [], winner: lot.bidders[0]!.bidderNo });
    });

    it("closes at the free end where nobody contends", async () => {
      const lot = await aLandLot(1);
      const { freeEndsAt } = await landRow(lot.auctionId);
      await moveClockTo(db, freeEndsAt);
      await end(endFreePeriod, lot.auctionId, freeEndsAt);
      expect(await end(closeAuction, lot.auctionId, freeEndsAt)).toMatchObject({ state: "RESULT" });
      expect(await landRow(lot.auctionId)).toMatchObject({ closedAt: freeEndsAt, endsAt: freeEndsAt });
    });

    it("a fault in the pause or in the limited period begins both anew", async () => {
      const lot = await aLandLot(2);
      const { freeEndsAt } = await landRow(lot.auctionId);
      const { auctioneer } = lot.venue;
      await moveClockTo(db, freeEndsAt);
      await end(endFreePeriod, lot.auctionId, freeEndsAt);
      const faultAndRepair = async (): Promise<Date> => {
        await execute(db, freezeAuction, auctioneer, { auctionId: lot.auctionId, reason: "网络故障" }, anOrigin());
        await moveClockBy(db, MINUTE_MS);
        expect(await execute(db, resumeAuction, auctioneer, { auctionId: lot.auctionId }, anOrigin())).toMatchObject({ state: "PAUSE" });
        const { dueAt } = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "auction.reopen", subjectId: lot.auctionId } } });
        await moveClockTo(db, dueAt);
        expect(await execute(db, reopenAuction, SYSTEM, { auctionId: lot.auctionId, dueAt }, anOrigin())).toMatchObject({ state: "OPEN_LIMITED" });
        return dueAt;
      };
      const first = await faultAndRepair();
      expect(first.getTime() - freeEndsAt.getTime()).toBeGreaterThanOrEqual(11 * MINUTE_MS);
      const second = await faultAndRepair();
      expect((await landRow(lot.auctionId)).endsAt.getTime()).toBeGreaterThanOrEqual(second.getTime() + 5 * MINUTE_MS);
      expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [] });
    });

    // The venue pauses ten minutes; an outage of an hour at most is short, counted from the fault and not from the pause (trading §5.10).
    it.each([
      ["at its beginning, for 59 minutes", [[0, 59]], "PAUSE", 10],
      ["nine minutes into it, for 55: together more than an hour", [[9, 55]], "PAUSE", 10],
      ["nine minutes into it, for 59", [[9, 59]], "PAUSE", 10],
      ["nine minutes into it, for 61: a day's notice, and the pause after it", [[9, 61]], "FROZEN", 24 * 60 + 10],
      ["at its beginning, for 61", [[0, 61]], "FROZEN", 24 * 60 + 10],
      ["and another into the pause begun anew: each counts for itself", [[9, 40], [5, 40]], "PAUSE", 10],
    ] as const)("a fault in the pause, %s", async (_name, faults, state, minutesAfterRepair) => {
      const lot = await aLandLot(2);
      const { auctioneer } = lot.venue;
      const { freeEndsAt } = await landRow(lot.auctionId);
      await moveClockTo(db, freeEndsAt);
      await end(endFreePeriod, lot.auctionId, freeEndsAt);
      let repaired = { state: "", reopensAt: freeEndsAt };
      for (const [minutesIn, minutes] of faults) {
        await moveClockBy(db, minutesIn * MINUTE_MS);
        await execute(db, freezeAuction, auctioneer, { auctionId: lot.auctionId, reason: "网络故障" }, anOrigin());
        await moveClockBy(db, minutes * MINUTE_MS);
        repaired = await execute(db, resumeAuction, auctioneer, { auctionId: lot.auctionId }, anOrigin());
      }
      const minutesToGo = (repaired.reopensAt.getTime() - (await readDomainTime(db.db, "test")).getTime()) / MINUTE_MS;
      expect([repaired.state, Math.round(minutesToGo)]).toEqual([state, minutesAfterRepair]);
      await moveClockTo(db, repaired.reopensAt);
      expect(await execute(db, reopenAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: repaired.reopensAt }, anOrigin())).toMatchObject({ state: "OPEN_LIMITED" });
      expect(await landRow(lot.auctionId)).toMatchObject({ frozenAt: null, faultAt: null });
      expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [] });
    });
  });

  it("loses nobody time when the worker that reopens it is late", async () => {
    const lot = await anOpenedLot();
    const auctioneer = await aPerson(db, lot.venue, ["AUCTIONEER"]);
    await execute(db, freezeAuction, auctioneer, { auctionId: lot.auctionId, reason: "机房断电" }, anOrigin());
    const { endsAt, frozenAt } = await rowOf(lot);
    await moveClockBy(db, 2 * HOUR_MS);
    const { reopensAt } = await execute(db, resumeAuction, auctioneer, { auctionId: lot.auctionId }, anOrigin());
    await moveClockTo(db, new Date(reopensAt.getTime() + HOUR_MS));
    await execute(db, reopenAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: reopensAt }, anOrigin());
    expect((await rowOf(lot)).endsAt.getTime() - endsAt.getTime()).toBeGreaterThanOrEqual(reopensAt.getTime() + HOUR_MS - frozenAt!.getTime());
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true });
  });

  it("is confirmed by the venue's auctioneer alone, at the price of the log", async () => {
    const lot = await anOpenedLot({ freeMs: 1_000, windowSeconds: 120 });
    await bid(lot, lot.bidders[0]!, 200);
    await moveClockTo(db, (await rowOf(lot)).endsAt);
    await close(lot);
    const auctioneer = await aPerson(db, lot.venue, ["AUCTIONEER"]);
    const confirm = (actor: Actor, price: string) => execute(db, confirmAuction, actor, { auctionId: lot.auctionId, price }, anOrigin());
    const foreign = await aPerson(db, lot.seller, ["AUCTIONEER"]);
    await expect(confirm(foreign, "2000000")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(confirm({ ...auctioneer, secondFactor: false }, "2000000")).rejects.toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
    await expect(confirm(auctioneer, "2000001")).rejects.toMatchObject({ code: "CONFIRM_PRICE_DIFFERS" });
    const twice = await Promise.allSettled([confirm(auctioneer, "2000000"), confirm(auctioneer, "2000000")]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.db.outboxEvent.count({ where: { type: "AuctionAwarded", subjectId: lot.auctionId } })).toBe(1);
  });

  it("shows a log that somebody altered", async () => {
    const lot = await anOpenedLot();
    await bid(lot, lot.bidders[0]!, 200);
    await bid(lot, lot.bidders[1]!, 210);
    const url = new URL(db.url);
    const { default: pg } = await import("pg");
    const owner = new pg.Client({ connectionString: url.toString() });
    await owner.connect();
    await owner.query("alter table bid_log_entry disable trigger all");
    await owner.query("update bid_log_entry set amount_fen = amount_fen + 1 where auction_id = $1 and sequence = 1", [lot.auctionId]);
    await owner.query("alter table bid_log_entry enable trigger all");
    await owner.end();
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: false, faults: expect.arrayContaining(["LINK_BROKEN_AT_1"]) as string[] });
  });
});

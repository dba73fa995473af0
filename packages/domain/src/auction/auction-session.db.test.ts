import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot } from "../../testing/auctions.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { ANONYMOUS, type PersonActor } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { listSessionCandidates, readAuctionCalendar, readSession, searchSessions } from "./auction-session.queries.ts";
import { editSession, makeSession } from "./make-session.ts";

const DAY_MS = 86_400_000;

describe("T2 auction sessions and calendar", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  /** Announced lots of one venue, and its auctioneer. */
  async function announced(count: number): Promise<{ lots: string[]; auctioneer: PersonActor }> {
    const first = await anOpenLot(db, { startsInMs: 3_600_000, bidders: 0 });
    const lots = [first.auctionId];
    while (lots.length < count) {
      const lot = await anOpenLot(db, { startsInMs: 3_600_000 * (lots.length + 1), bidders: 0 });
      await db.db.listing.update({ where: { id: lot.listingId }, data: { venueId: first.venue.id } });
      lots.push(lot.auctionId);
    }
    return { lots, auctioneer: await aPerson(db, first.venue, ["AUCTIONEER"]) };
  }
  const make = (actor: PersonActor, auctionIds: readonly string[]) => execute(db, makeSession, actor, { title: "高校成果专场", auctionIds }, anOrigin());

  it("puts announced lots of the venue together in their order, for everybody to see", async () => {
    const { lots, auctioneer } = await announced(3);
    expect((await read(db, listSessionCandidates, auctioneer, {})).items.map(({ id }) => id)).toEqual(lots);
    const order = [lots[2]!, lots[0]!, lots[1]!];
    const { sessionId } = await make(auctioneer, order);
    const catalogue = await read(db, readSession, ANONYMOUS, { sessionId });
    expect(catalogue.lots.map(({ id, position }) => [position, id])).toEqual(order.map((id, i) => [i + 1, id]));
    expect((await read(db, searchSessions, ANONYMOUS, {})).items.find(({ id }) => id === sessionId)).toMatchObject({ title: "高校成果专场", lotCount: 3 });
    expect((await read(db, listSessionCandidates, auctioneer, {})).items).toEqual([]);
  });

  it("takes no lot twice, of another venue, in another session or begun", async () => {
    const { lots, auctioneer } = await announced(2);
    const foreign = await announced(1);
    const running = await anOpenLot(db, { bidders: 0 });
    await expect(make(auctioneer, [lots[0]!, lots[0]!])).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(make(auctioneer, [lots[0]!, foreign.lots[0]!])).rejects.toMatchObject({ code: "SESSION_LOT_NOT_ANNOUNCED" });
    await expect(make(auctioneer, [running.auctionId])).rejects.toMatchObject({ code: "SESSION_LOT_NOT_ANNOUNCED" });
    await make(auctioneer, [lots[0]!]);
    await expect(make(auctioneer, lots)).rejects.toMatchObject({ code: "SESSION_LOT_ELSEWHERE" });
    const reader = await aPerson(db, auctioneer.organisation!, ["VENUE_FINANCE"]);
    await expect(make(reader, [lots[1]!])).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("can be changed by its venue until the first lot begins", async () => {
    const { lots, auctioneer } = await announced(2);
    const { sessionId } = await make(auctioneer, [lots[0]!]);
    const edit = (actor: PersonActor) => execute(db, editSession, actor, { sessionId, title: "改名的专场", auctionIds: [lots[1]!, lots[0]!] }, anOrigin());
    const { auctioneer: foreign } = await announced(1);
    await expect(edit(foreign)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await edit(auctioneer);
    expect((await read(db, readSession, ANONYMOUS, { sessionId })).lots.map(({ id }) => id)).toEqual([lots[1], lots[0]]);
    await db.db.auction.update({ where: { id: lots[0]! }, data: { state: "OPEN_FREE" } });
    await expect(edit(auctioneer)).rejects.toMatchObject({ code: "SESSION_HAS_BEGUN" });
  });

  it("shows when lots start and end, day by day, by the calendar of Shanghai", async () => {
    const lot = await anOpenLot(db, { startsInMs: 40 * DAY_MS, freeMs: 2 * DAY_MS, bidders: 0 });
    const row = await db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
    const month = dayOf(row.freeStartsAt).slice(0, 7);
    const { moments, previous, next } = await read(db, readAuctionCalendar, ANONYMOUS, { month });
    expect(moments.filter(({ id }) => id === lot.auctionId)[0]).toMatchObject({ what: "starts", day: dayOf(row.freeStartsAt) });
    expect([previous < month, next > month]).toEqual([true, true]);
    expect((await read(db, readAuctionCalendar, ANONYMOUS, { month: "1999-12" })).moments).toEqual([]);
    expect(await read(db, readAuctionCalendar, ANONYMOUS, { month: "2026-12" })).toMatchObject({ previous: "2026-11", next: "2027-01" });
    await expect(read(db, readAuctionCalendar, ANONYMOUS, { month: "2026-13" })).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });
});

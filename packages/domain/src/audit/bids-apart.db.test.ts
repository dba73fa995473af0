import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot } from "../../testing/auctions.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { openBidDesk } from "../auction/bid-desk.ts";
import type { PersonActor } from "../shared/actor.ts";
import { auditContent, writeAudit } from "../shared/audit.ts";
import { read } from "../shared/execute.ts";
import { entriesIn, entriesOf } from "./bids-apart.ts";
import { searchAudit } from "./search-audit.ts";

describe("X4 searching the record: bids, which have no place in the indexes by person and division", () => {
  let db: TestDatabase;
  let nation: PersonActor;
  let bidder: PersonActor;
  let auctionId: string;
  let division: string;

  beforeAll(async () => {
    db = await testDatabase();
    nation = await aPerson(db, await anOrganisation(db, { kind: "AUDIT", jurisdiction: "" }), ["AUDITOR"]);
    const lot = await anOpenLot(db);
    auctionId = lot.auctionId;
    bidder = lot.bidders[0]!;
    division = (await db.db.auction.findUniqueOrThrow({ where: { id: auctionId } })).divisionCode;
    await openBidDesk(db).place(bidder, { auctionId, amount: "2000000", requestId: randomUUID() }, anOrigin());
    await db.db.$transaction((tx) => writeAudit(tx, [auditContent("listing.publish", bidder, anOrigin(), new Date("2026-03-02T01:00:00Z"), { type: "listing", id: randomUUID(), divisionCode: division })]));
    await db.db.auction.update({ where: { id: auctionId }, data: { state: "AWARDED", version: { increment: 1 } } });
  });
  afterAll(() => db.drop());

  const acts = async (input: object) => (await read(db, searchAudit, nation, input)).items.map(({ act }) => act).filter((act) => act === "bid.place" || act === "listing.publish");

  it("are found by who made them, beside everything else that he did", async () => {
    expect(await acts({ person: bidder.personId })).toEqual(["listing.publish", "bid.place"]);
    expect(await acts({ person: bidder.personId, act: "bid.place" })).toEqual(["bid.place"]);
    expect(await acts({ person: nation.personId })).toEqual([]);
  });

  it("are found still when he has left the organisation that he bid for", async () => {
    await db.db.membership.update({ where: { id: bidder.membershipId! }, data: { state: "ENDED" } });
    expect(await acts({ person: bidder.personId })).toEqual(["listing.publish", "bid.place"]);
  });

  it("are found by the division of their lot, however much of it is named", async () => {
    for (const prefix of [division, division.slice(0, 4), division.slice(0, 2)]) expect(await acts({ divisionCode: prefix })).toEqual(["listing.publish", "bid.place"]);
    expect(await acts({ divisionCode: "65" })).toEqual([]);
  });

  it("have their own conditions only where they help: a division with many lots is read from the newest entry", async () => {
    expect(await entriesIn(db.db, division)).toMatchObject({ OR: [{ act: { not: "bid.place" } }, { act: "bid.place", subjectId: { in: [auctionId] } }] });
    expect(await entriesOf(db.db, [bidder.personId])).toMatchObject({ OR: [{ act: { not: "bid.place" } }, { act: "bid.place", organisationId: { in: [bidder.organisation!.id] } }] });
    const listing = await db.db.auction.findUniqueOrThrow({ where: { id: auctionId } });
    const start = listing.endsAt.getTime() + 86_400_000;
    await db.db.auction.createMany({
      data: Array.from({ length: 200 }, (_, i) => ({
        no: `MANY-${i}`, listingId: listing.listingId, round: i + 2, format: "F1", announcement: {}, announcementHash: "-", chainHead: "-", startPriceFen: 1n, divisionCode: division, createdAt: listing.createdAt,
        freeStartsAt: new Date(start + i * 3_600_000), freeEndsAt: new Date(start + i * 3_600_000 + 600_000), endsAt: new Date(start + i * 3_600_000 + 900_000),
      })),
    });
    expect(await entriesIn(db.db, division)).toEqual({ divisionCode: { startsWith: division } });
    expect(await acts({ divisionCode: division })).toEqual(["listing.publish", "bid.place"]);
  });
});

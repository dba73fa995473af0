import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot } from "../../testing/auctions.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { openBidDesk } from "../auction/bid-desk.ts";
import { read } from "../shared/execute.ts";
import { readAuditEntry, searchAudit } from "./search-audit.ts";

describe("T2 auction: bidders in the record", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("are numbers also to an auditor until the lot is decided, in lines, in full and in searches by name", async () => {
    const auditor = await aPerson(db, await anOrganisation(db, { kind: "AUDIT", jurisdiction: "33" }), ["AUDITOR"]);
    const lot = await anOpenLot(db);
    const [bidder] = lot.bidders;
    await openBidDesk(db).place(bidder!, { auctionId: lot.auctionId, amount: "2000000", requestId: randomUUID() }, anOrigin());
    const search = (more: object = {}) => read(db, searchAudit, auditor, { act: "bid.place", ...more });
    const [line] = (await search()).items;
    expect(line).toMatchObject({ act: "bid.place", subjectId: lot.auctionId, personId: null, organisationId: null, person: null, organisation: null });
    expect(await read(db, readAuditEntry, auditor, { entryId: String(line!.id) })).toMatchObject({ person: null, organisation: null, ip: null, sessionId: null, after: null });
    expect((await search({ organisation: bidder!.organisation!.name })).items).toEqual([]);
    await db.db.auction.update({ where: { id: lot.auctionId }, data: { state: "AWARDED", version: { increment: 1 } } });
    expect((await search({ organisation: bidder!.organisation!.name })).items).toMatchObject([{ organisation: bidder!.organisation!.name }]);
  });
});

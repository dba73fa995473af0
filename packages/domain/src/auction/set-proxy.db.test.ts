import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot, openTerms, type LotOptions, type OpenLot } from "../../testing/auctions.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { ANONYMOUS, type Actor } from "../shared/actor.ts";
import { read } from "../shared/execute.ts";
import { readMyStanding } from "./auction.queries.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";
import { setProxy } from "./set-proxy.ts";
import { verifyAuction } from "./verify-auction.ts";

const WAN = 10_000;

describe("T2 auction: automatic bids", () => {
  let db: TestDatabase;
  let desk: BidDesk;
  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  const aProxyLot = (options: LotOptions = {}) => anOpenLot(db, { ...options, terms: { procedure: { ...openTerms("F1"), proxy: true }, ...options.terms } });
  const bid = (lot: OpenLot, actor: Actor, amountInWan: number) => bidInWan(desk, lot, actor, amountInWan);
  const limit = (lot: OpenLot, actor: Actor, inWan: number | null) => setProxy(db, actor, { auctionId: lot.auctionId, limit: inWan === null ? null : String(inWan * WAN) }, anOrigin());
  const rowOf = (lot: OpenLot) => db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
  const logOf = async (lot: OpenLot) =>
    (await db.db.bidLogEntry.findMany({ where: { auctionId: lot.auctionId }, orderBy: { sequence: "asc" } })).map(({ bidderNo, amountFen, body }) => `${bidderNo}:${Number(amountFen) / 1_000_000}${body === null ? "" : " auto"}`);

  it("answers each bid at once as far as the limit goes, marked in the log, and the log replays", async () => {
    const lot = await aProxyLot();
    const [a, b] = lot.bidders as [Actor, Actor];
    expect(await limit(lot, a, 250)).toEqual({ bidderNo: "101", isSet: true, leads: true });
    await bid(lot, b, 210);
    await bid(lot, b, 245);
    expect(await logOf(lot)).toEqual(["101:200 auto", "102:210", "101:220 auto", "102:245"]);
    expect(await rowOf(lot)).toMatchObject({ leaderNo: "102", currentFen: 245n * 1_000_000n, acceptedCount: 4 });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [], winner: "102" });
  });

  it("keeps the limit from everyone: encrypted in the row, absent from answers, audit and log", async () => {
    const lot = await aProxyLot();
    await limit(lot, lot.bidders[0]!, 333);
    const [proxy] = await db.db.auctionProxy.findMany({ where: { auctionId: lot.auctionId } });
    const written = JSON.stringify([
      proxy,
      await db.db.auditEntry.findMany({ where: { subjectId: lot.auctionId } }),
      await db.db.bidLogEntry.findMany({ where: { auctionId: lot.auctionId } }),
      await read(db, readMyStanding, lot.bidders[0]!, { auctionId: lot.auctionId }),
      await db.db.outboxEvent.findMany({ where: { subjectId: lot.auctionId } }),
    ], (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(written).not.toContain("3330000"); // in yuan, and the beginning of it in fen; three digits alone stand in any hash
    expect(await read(db, readMyStanding, lot.bidders[0]!, { auctionId: lot.auctionId })).toMatchObject({ hasProxy: true });
  });

  it("lets the higher limit win at the lower one's, the earlier of equal ones, and stops when it is ended", async () => {
    const lot = await aProxyLot();
    const [a, b, c] = lot.bidders as [Actor, Actor, Actor];
    await limit(lot, a, 300);
    await limit(lot, b, 300);
    expect(await rowOf(lot)).toMatchObject({ leaderNo: "101", currentFen: 300n * 1_000_000n });
    await limit(lot, c, 400);
    expect(await rowOf(lot)).toMatchObject({ leaderNo: "103", currentFen: 310n * 1_000_000n });
    await limit(lot, c, null);
    await bid(lot, b, 320);
    expect(await rowOf(lot)).toMatchObject({ leaderNo: "102", currentFen: 320n * 1_000_000n });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true });
  });

  it("is refused where it was not announced, to strangers, without deposit, too low, and once the bidding is over", async () => {
    const plain = await anOpenLot(db);
    await expect(limit(plain, plain.bidders[0]!, 300)).rejects.toMatchObject({ code: "PROXY_NOT_ANNOUNCED" });
    const sealedLot = await anOpenLot(db, { terms: { procedure: openTerms("F3") } });
    await expect(limit(sealedLot, sealedLot.bidders[0]!, 300)).rejects.toMatchObject({ code: "PROXY_NOT_ANNOUNCED" });
    await expect(bid(sealedLot, sealedLot.bidders[0]!, 300)).rejects.toMatchObject({ code: "FORMAT_HAS_NO_OPEN_BIDS" });
    const lot = await aProxyLot();
    await expect(limit(lot, await aPerson(db, lot.seller, ["BUYER"]), 300)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(limit(lot, plain.bidders[0]!, 300)).rejects.toMatchObject({ code: "BIDDER_NOT_ADMITTED" });
    await expect(limit(lot, ANONYMOUS, 300)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    await bid(lot, lot.bidders[0]!, 200);
    await expect(limit(lot, lot.bidders[1]!, 205)).rejects.toMatchObject({ code: "PROXY_LIMIT_TOO_LOW" });
    const poor = await aProxyLot({ depositState: "HELD" });
    await expect(limit(poor, poor.bidders[0]!, 300)).rejects.toMatchObject({ code: "DEPOSIT_NOT_LOCKED" });
    const over = await aProxyLot({ startsInMs: -2_000_000 });
    await expect(limit(over, over.bidders[0]!, 300)).rejects.toMatchObject({ code: "PROXY_NOT_OPEN" });
  });

  it("keeps one order when limits and bids come at once from several processes", async () => {
    const lot = await aProxyLot({ bidders: 6 });
    const desks = [desk, openBidDesk(db)];
    await Promise.allSettled([
      ...lot.bidders.map((actor, i) => limit(lot, actor, 300 + i * 25)),
      ...Array.from({ length: 60 }, (_, i) => desks[i % 2]!.place(lot.bidders[i % 6]!, { auctionId: lot.auctionId, amount: String((200 + i * 5) * WAN), requestId: randomUUID() }, anOrigin())),
    ]);
    const proof = await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
    expect(proof).toMatchObject({ genuine: true, faults: [] });
    expect(proof.priceFen! >= 400n * 1_000_000n).toBe(true);
  });

  it("judges a bid by the clock alone: late after the close, open at the start though the worker is not there yet", async () => {
    const over = await anOpenLot(db, { startsInMs: -2_000_000 });
    await db.db.auction.update({ where: { id: over.auctionId }, data: { state: "FAILED", version: { increment: 1 } } });
    expect(await bid(over, over.bidders[0]!, 200)).toMatchObject({ verdict: "REFUSED", reason: "LATE" });
    const early = await anOpenLot(db);
    await db.db.auction.update({ where: { id: early.auctionId }, data: { state: "SCHEDULED", version: { increment: 1 } } });
    expect(await bid(early, early.bidders[0]!, 200)).toMatchObject({ verdict: "ACCEPTED" });
    for (const { auctionId } of [over, early]) expect(await read(db, verifyAuction, ANONYMOUS, { auctionId })).toMatchObject({ genuine: true });
  });
});

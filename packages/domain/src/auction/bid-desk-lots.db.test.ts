import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot, type OpenLot } from "../../testing/auctions.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { read } from "../shared/execute.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { verifyAuction } from "./verify-auction.ts";

describe("T2 auction: bids on several lots at once", () => {
  let db: TestDatabase;
  let desk: BidDesk;

  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  const bid = (lot: OpenLot, nth: number): Promise<BidReceipt> => bidInWan(desk, lot, lot.bidders[nth % lot.bidders.length]!, 200 + nth * 10);

  it("commits them together, and every lot keeps an order and a chain of its own", async () => {
    const lots = await Promise.all(Array.from({ length: 5 }, () => anOpenLot(db)));
    const receipts = await Promise.all(Array.from({ length: 60 }, (_, i) => bid(lots[i % 5]!, Math.floor(i / 5))));
    for (const [i, lot] of lots.entries()) {
      const own = receipts.filter(({ auctionId }) => auctionId === lot.auctionId);
      expect(own.map(({ sequence, verdict }) => [sequence, verdict])).toEqual(Array.from({ length: 12 }, (_, nth) => [nth + 1, "ACCEPTED"]));
      expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId }), `lot ${i}`).toMatchObject({ genuine: true, entries: 12 });
    }
    const entries = await db.db.bidLogEntry.findMany({ where: { auctionId: { in: lots.map(({ auctionId }) => auctionId) } }, select: { receivedAt: true } });
    expect(new Set(entries.map(({ receivedAt }) => receivedAt.getTime())).size).toBeLessThan(12); // far fewer instants than bids: they shared commits
  });

  it("keeps no lot waiting for one that somebody else holds", async () => {
    const [held, free] = [await anOpenLot(db), await anOpenLot(db)];
    const holder = await db.pool.connect();
    await holder.query("begin");
    await holder.query("select from auction where id = $1 for update", [held.auctionId]);
    let isAnswered = false;
    const waiting = bid(held, 0).finally(() => (isAnswered = true));
    expect(await bid(free, 0)).toMatchObject({ verdict: "ACCEPTED" });
    expect(await bid(free, 1)).toMatchObject({ verdict: "ACCEPTED" });
    expect(isAnswered).toBe(false);
    await holder.query("rollback");
    holder.release();
    expect(await waiting).toMatchObject({ sequence: 1, verdict: "ACCEPTED" });
  });

  it("spoils no lot by what is wrong with another", async () => {
    const [spoiled, sound] = [await anOpenLot(db), await anOpenLot(db)];
    // A line that the lot's row knows nothing of: its place is taken.
    await db.pool.query("insert into bid_log_entry (auction_id, sequence, kind, received_at, ends_at_after, previous_hash, hash) values ($1, 1, 'HALTED', now(), now(), '', '')", [spoiled.auctionId]);
    const [broken, fine] = await Promise.allSettled([bid(spoiled, 0), bid(sound, 0)]);
    expect(broken.status).toBe("rejected");
    expect(fine).toMatchObject({ status: "fulfilled", value: { verdict: "ACCEPTED", sequence: 1 } });
  });

  it("answers for a lot that does not exist beside one that does", async () => {
    const lot = await anOpenLot(db);
    const [missing, found] = await Promise.allSettled([bid({ ...lot, auctionId: randomUUID() }, 0), bid(lot, 0)]);
    expect(missing).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
    expect(found).toMatchObject({ status: "fulfilled" });
  });
});

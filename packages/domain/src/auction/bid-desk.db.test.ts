import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot, type OpenLot } from "../../testing/auctions.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type Actor } from "../shared/actor.ts";
import { read } from "../shared/execute.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { checkReceipt, verifyAuction } from "./verify-auction.ts";

const WAN = 10_000;

describe("T2 auction: placing bids", () => {
  let db: TestDatabase;
  let desk: BidDesk;

  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  const bid = (lot: OpenLot, actor: Actor, amountInWan: number, requestId: string = randomUUID()): Promise<BidReceipt> => bidInWan(desk, lot, actor, amountInWan, requestId);

  it("gives each bid its place, and a refusal changes neither price nor clock", async () => {
    const lot = await anOpenLot(db);
    const [a, b] = lot.bidders as [Actor, Actor];
    const first = await bid(lot, a, 200);
    expect(first).toMatchObject({ sequence: 1, verdict: "ACCEPTED", bidderNo: "101" });
    const low = await bid(lot, b, 205);
    expect(low).toMatchObject({ sequence: 2, verdict: "REFUSED", reason: "BELOW_MINIMUM" });
    expect(low.endsAt).toEqual(first.endsAt);
    expect(await bid(lot, b, 210)).toMatchObject({ sequence: 3, verdict: "ACCEPTED" });
    expect(await bid(lot, b, 220)).toMatchObject({ verdict: "REFUSED", reason: "ALREADY_LEADER" });
    const row = await db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
    expect(row).toMatchObject({ currentFen: 210n * 1_000_000n, leaderNo: "102", acceptedCount: 2, sequence: 4 });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [], entries: 4 });
  });

  it("orders hundreds of bids at once from two desks into one chain that anyone can replay", async () => {
    const lot = await anOpenLot(db, { bidders: 8 });
    const desks = [desk, openBidDesk(db)];
    const receipts = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        desks[i % 2]!.place(lot.bidders[i % 8]!, { auctionId: lot.auctionId, amount: String((200 + i * 10) * WAN), requestId: `bid-${i}-${lot.auctionId}` }, anOrigin()),
      ),
    );
    expect(receipts.map(({ sequence }) => sequence).sort((x, y) => x - y)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    const proof = await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
    expect(proof).toMatchObject({ genuine: true, entries: 300 });
    const best = receipts.filter(({ verdict }) => verdict === "ACCEPTED").reduce((max, { amountFen }) => (amountFen > max ? amountFen : max), 0n);
    expect(proof.priceFen).toBe(best);
    expect(await db.db.auditEntry.count({ where: { act: "bid.place", subjectId: lot.auctionId } })).toBe(300);
  });

  it("answers the same request with the same receipt, also when it comes twice at once, and refuses the number for another bid", async () => {
    const lot = await anOpenLot(db);
    const bidder = lot.bidders[0]!;
    const [first, twin] = await Promise.all([bid(lot, bidder, 200, "request-0001"), bid(lot, bidder, 200, "request-0001")]);
    expect(twin).toEqual(first);
    expect(await bid(lot, bidder, 200, "request-0001")).toEqual(first);
    expect(await db.db.bidLogEntry.count({ where: { auctionId: lot.auctionId } })).toBe(1);
    await expect(bid(lot, bidder, 300, "request-0001")).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    expect(await db.db.bidLogEntry.count({ where: { auctionId: lot.auctionId } })).toBe(1);
  });

  it("keeps the numbers of each bidder apart: what one has called a request takes it from nobody", async () => {
    const lot = await anOpenLot(db);
    const [a, b] = lot.bidders as [Actor, Actor];
    expect(await bid(lot, a, 200, "request-0001")).toMatchObject({ verdict: "ACCEPTED", bidderNo: "101" });
    expect(await bid(lot, b, 210, "request-0001")).toMatchObject({ verdict: "ACCEPTED", bidderNo: "102" });
    expect(await openBidDesk(db).place(a, { auctionId: lot.auctionId, amount: String(200 * WAN), requestId: "request-0001" }, anOrigin())).toMatchObject({ sequence: 1, bidderNo: "101" });
  });

  it("answers a request that another process took before among new bids, each with its own outcome", async () => {
    const lot = await anOpenLot(db);
    const [a, b] = lot.bidders as [Actor, Actor];
    const first = await bid(lot, a, 200, "request-0001");
    const other = openBidDesk(db);
    const again = (amountInWan: number) => bidInWan(other, lot, a, amountInWan, "request-0001");
    const answers = await Promise.allSettled([bidInWan(other, lot, b, 210), again(200), bidInWan(other, lot, a, 220), again(230)]);
    expect(answers[0]).toMatchObject({ value: { sequence: 2, verdict: "ACCEPTED" } });
    expect(answers[1]).toMatchObject({ value: first });
    expect(answers[2]).toMatchObject({ value: { sequence: 3, verdict: "ACCEPTED" } });
    expect(answers[3]).toMatchObject({ reason: { code: "IDEMPOTENCY_KEY_REUSED" } });
    expect(await again(200)).toEqual(first);
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, entries: 3 });
  });

  it("refuses everybody who is not an admitted bidder, and writes nothing about them", async () => {
    const lot = await anOpenLot(db);
    const stranger = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    const sellersOwn = await aPerson(db, lot.seller, ["BUYER"]);
    const unverified = await aPerson(db, await anOrganisation(db, { state: "PENDING" }), ["BUYER"]);
    const reader: Actor = { ...lot.bidders[0]!, roles: ["SELLER"] };
    await expect(bid(lot, stranger, 200)).rejects.toMatchObject({ code: "BIDDER_NOT_ADMITTED" });
    await expect(bid(lot, sellersOwn, 200)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(bid(lot, unverified, 200)).rejects.toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
    await expect(bid(lot, reader, 200)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(bid(lot, ANONYMOUS, 200)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    expect(await db.db.bidLogEntry.count({ where: { auctionId: lot.auctionId } })).toBe(0);
  });

  it("counts no bid whose deposit is not locked", async () => {
    const lot = await anOpenLot(db, { depositState: "HELD" });
    expect(await bid(lot, lot.bidders[0]!, 200)).toMatchObject({ verdict: "REFUSED", reason: "DEPOSIT_NOT_LOCKED" });
  });

  it("keeps nothing of a batch whose record cannot be put together, and takes the next", async () => {
    const lot = await anOpenLot(db);
    const broken = { ...anOrigin(), get ip(): string { throw new Error("no address"); } };
    const asked = (requestId: string) => ({ auctionId: lot.auctionId, amount: String(200 * WAN), requestId });
    await expect(desk.place(lot.bidders[0]!, asked("broken-record-1"), broken)).rejects.toThrow("no address");
    expect(await db.db.bidLogEntry.count({ where: { auctionId: lot.auctionId } })).toBe(0);
    expect(await desk.place(lot.bidders[0]!, asked("broken-record-1"), anOrigin())).toMatchObject({ sequence: 1, verdict: "ACCEPTED" });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, entries: 1 });
  });

  it("refuses one bid of a batch without touching the others", async () => {
    const lot = await anOpenLot(db);
    const outsider = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    const outcomes = await Promise.allSettled([bid(lot, lot.bidders[0]!, 200), bid(lot, outsider, 999), bid(lot, lot.bidders[1]!, 210)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("lets anyone check a receipt, and knows no other", async () => {
    const lot = await anOpenLot(db);
    const { hash, sequence } = await bid(lot, lot.bidders[0]!, 200);
    expect(await read(db, checkReceipt, ANONYMOUS, { auctionId: lot.auctionId, hash })).toMatchObject({ found: true, sequence });
    expect(await read(db, checkReceipt, ANONYMOUS, { auctionId: lot.auctionId, hash: "0".repeat(64) })).toEqual({ found: false });
  });

  it("takes no bid at or after the end, whoever is late in closing the lot", async () => {
    const lot = await anOpenLot(db, { freeMs: 3_600_000 });
    const { endsAt } = await bid(lot, lot.bidders[0]!, 200);
    await moveClockTo(db, endsAt);
    expect(await bid(lot, lot.bidders[1]!, 210)).toMatchObject({ verdict: "REFUSED", reason: "LATE" });
    expect((await db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } })).endsAt).toEqual(endsAt);
  });
});

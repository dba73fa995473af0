import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aRunningLot, type LotBidder } from "../../testing/lots.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { openBidDesk } from "./bid-desk.ts";
import { readMyReceipts } from "./my-receipts.ts";
import { setProxy } from "./set-proxy.ts";
import { checkReceipt } from "./verify-auction.ts";
import { commitBid } from "./staged/commit-bid.ts";
import { sealBid } from "./staged/seal-bid.ts";

describe("T2 auction: receipts are found again", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const mine = async (lot: { readonly auctionId: string }, { actor }: Pick<LotBidder, "actor">) => (await read(db, readMyReceipts, actor, { auctionId: lot.auctionId })).items;

  it("by their bidder alone, with what was refused and what the platform bid for him, and each holds on the public page", async () => {
    const lot = await aRunningLot(db, { bidders: 2, bidding: { allowProxy: true } });
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    const desk = openBidDesk(db);
    const first = await bidInWan(desk, lot, a.actor, 200);
    await bidInWan(desk, lot, b.actor, 205);
    await bidInWan(desk, lot, b.actor, 210);
    await setProxy(db, a.actor, { auctionId: lot.auctionId, limit: "2300000" }, anOrigin());
    expect(await mine(lot, a)).toMatchObject([{ kind: "BID", amountFen: 220n * 1_000_000n, verdict: "ACCEPTED", isAutomatic: true }, { sequence: 1, hash: first.hash, isAutomatic: false }]);
    expect((await mine(lot, b)).map(({ verdict, reason }) => reason ?? verdict)).toEqual(["ACCEPTED", "BELOW_MINIMUM"]);
    for (const { hash, sequence } of await mine(lot, b)) expect(await read(db, checkReceipt, ANONYMOUS, { auctionId: lot.auctionId, hash })).toMatchObject({ found: true, sequence, bidderNo: b.bidderNo });
    expect(await mine(lot, { actor: lot.listing.seller })).toEqual([]);
    await expect(read(db, readMyReceipts, ANONYMOUS, { auctionId: lot.auctionId })).rejects.toMatchObject({ kind: "unauthenticated" });
  });

  it("of a sealed bid it says neither the amount nor its place while it is sealed", async () => {
    const lot = await aRunningLot(db, { bidders: 2, bidding: { format: "F3" } });
    const [a] = lot.bidders as [LotBidder];
    const { commitment } = await sealBid({ procedureId: lot.auctionId, bidderNo: a.bidderNo, amountFen: "230000000" }, null);
    const { hash } = await execute(db, commitBid, a.actor, { auctionId: lot.auctionId, commitment }, anOrigin());
    expect(await mine(lot, a)).toMatchObject([{ kind: "COMMITTED", amountFen: null, sequence: null, verdict: "ACCEPTED", hash }]);
  });
});

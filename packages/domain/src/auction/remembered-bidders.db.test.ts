import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot, type OpenLot } from "../../testing/auctions.ts";
import { bidInWan } from "../../testing/bidding.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { organisationOf, type Actor } from "../shared/actor.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";
import { recall, rememberBidders, type RememberedBidder } from "./remembered-bidders.ts";

describe("T2 auction: bidders of a lot are remembered", () => {
  let db: TestDatabase;
  let desk: BidDesk;

  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  let amount = 200;
  const bid = (lot: OpenLot, actor: Actor) => bidInWan(desk, lot, actor, (amount += 10));
  const intentOf = async ({ auctionId }: OpenLot, actor: Actor) => (await db.db.auctionBidder.findFirstOrThrow({ where: { auctionId, buyerId: organisationOf(actor)!.id } })).intentId;
  const setDeposit = (intentId: string, state: string) => db.pool.query("update deposit set state = $2::\"DepositState\" where intent_id = $1", [intentId, state]);

  it("but a deposit that is no longer locked counts from the next bid on, and one that is locked again too", async () => {
    const lot = await anOpenLot(db);
    const [a, b] = lot.bidders as [Actor, Actor];
    const intentId = await intentOf(lot, a);
    expect(await bid(lot, a)).toMatchObject({ verdict: "ACCEPTED" });
    expect(await bid(lot, b)).toMatchObject({ verdict: "ACCEPTED" });
    await setDeposit(intentId, "HELD");
    expect(await bid(lot, a)).toMatchObject({ verdict: "REFUSED", reason: "DEPOSIT_NOT_LOCKED" });
    expect(await bid(lot, b)).toMatchObject({ reason: "ALREADY_LEADER" });
    await setDeposit(intentId, "LOCKED");
    expect(await bid(lot, a)).toMatchObject({ verdict: "ACCEPTED" });
  });

  it.each([
    ["commit", "counts from its commit on, long after it was made", { verdict: "REFUSED", reason: "DEPOSIT_NOT_LOCKED" }],
    ["rollback", "is none when it is taken back", { verdict: "ACCEPTED" }],
  ] as const)("a change that ends with a %s %s", async (end, _what, then) => {
    const lot = await anOpenLot(db);
    const [a, b] = lot.bidders as [Actor, Actor];
    const intentId = await intentOf(lot, a);
    expect(await bid(lot, a)).toMatchObject({ verdict: "ACCEPTED" });
    const slow = await db.pool.connect();
    await slow.query("begin");
    await slow.query("update deposit set state = 'HELD' where intent_id = $1", [intentId]);
    for (const bidder of [b, a, b]) expect(await bid(lot, bidder)).toMatchObject({ verdict: "ACCEPTED" });
    await slow.query(end);
    slow.release();
    expect(await bid(lot, a)).toMatchObject(then);
  });

  it("no bid is decided by what was so before: every one sees the last change that was committed before it", async () => {
    const lot = await anOpenLot(db, { bidders: 4 });
    const [a, ...others] = lot.bidders as [Actor, ...Actor[]];
    const intentId = await intentOf(lot, a);
    let goesOn = true;
    const crowd = others.map(async (other) => {
      while (goesOn) await bid(lot, other);
    });
    for (let round = 0; round < 25; round += 1) {
      await setDeposit(intentId, round % 2 === 0 ? "HELD" : "LOCKED");
      const { verdict, reason } = await bid(lot, a);
      expect(reason === "DEPOSIT_NOT_LOCKED", `round ${round}: ${verdict} ${reason}`).toBe(round % 2 === 0);
    }
    goesOn = false;
    await Promise.all(crowd);
  });

  it("what was remembered too long without a question is read again, and the longest unused lots are forgotten", () => {
    const bidder = (no: string): RememberedBidder => ({ buyerId: `buyer ${no}`, intentId: `intent ${no}`, bidderNo: no, priorityRank: null, depositState: "LOCKED" });
    const memory = rememberBidders();
    const lot = memory.of("lot");
    const at = (seconds: number) => new Date(1_000_000_000_000 + seconds * 1_000);
    const look = (seconds: number, loaded: readonly RememberedBidder[], changed: readonly string[] = []) => recall(lot, { seen: `snapshot ${seconds}`, at: at(seconds), changed: new Set(changed), loaded });
    look(0, [bidder("1"), bidder("2")]);
    look(59, [bidder("3")], ["intent 2"]);
    expect([...lot.bidders.keys()]).toEqual(["buyer 1", "buyer 3"]);
    look(120, [bidder("4")]);
    expect([...lot.bidders.keys()]).toEqual(["buyer 4"]);
    expect(lot.seen).toBe("snapshot 120");
    for (let i = 0; i < 2_000; i += 1) memory.of(`lot ${i}`);
    expect(memory.of("lot").bidders.size).toBe(0);
  });
});

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot, type OpenLot } from "../../testing/auctions.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { actorOfToken, recallActor, type RecalledActor } from "../identity/index.ts";
import type { Actor, PersonActor } from "../shared/actor.ts";
import { BidderUnsure } from "./bid-batch.ts";
import { openBidDesk, type BidDesk } from "./bid-desk.ts";

describe("T2 auction: bidders who are recalled without a question", () => {
  let db: TestDatabase;
  let desk: BidDesk;

  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
  });
  afterAll(() => db.drop());

  /** The bidder's session, with a token that was shown once, so that the process remembers him. */
  async function known(actor: PersonActor): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    await db.db.session.update({ where: { id: actor.sessionId }, data: { tokenHash: Uint8Array.from(createHash("sha256").update(token).digest()) } });
    expect(await actorOfToken(db, token)).toMatchObject({ kind: "person", personId: actor.personId });
    return token;
  }

  let amount = 2_000_000;
  const place = (lot: OpenLot, bidder: Parameters<BidDesk["place"]>[0]) => desk.place(bidder, { auctionId: lot.auctionId, amount: String((amount += 100_000)), requestId: randomUUID() }, anOrigin());
  const lines = ({ auctionId }: OpenLot) => db.db.bidLogEntry.count({ where: { auctionId } });

  it("bid like those who were asked about", async () => {
    const lot = await anOpenLot(db);
    const token = await known(lot.bidders[0]!);
    expect(await place(lot, recallActor(db, token)!)).toMatchObject({ sequence: 1, verdict: "ACCEPTED" });
    expect(await db.db.auditEntry.findFirstOrThrow({ where: { act: "bid.place", subjectId: lot.auctionId } })).toMatchObject({ personId: lot.bidders[0]!.personId, sessionId: lot.bidders[0]!.sessionId });
  });

  it("are not recalled before they were asked about", async () => {
    expect(recallActor(db, randomBytes(32).toString("base64url"))).toBeNull();
  });

  const changes: readonly (readonly [what: string, sql: string, of: (actor: PersonActor) => string])[] = [
    ["an ended session", "update session set revoked_at = clock_timestamp() where id = $1", ({ sessionId }) => sessionId],
    ["a session that has run out", "update session set expires_at = clock_timestamp() - interval '1 second' where id = $1", ({ sessionId }) => sessionId],
    ["a locked person", "update person set state = 'DISABLED' where id = $1", ({ personId }) => personId],
    ["an ended membership", "update membership set state = 'ENDED' where id = $1", ({ membershipId }) => membershipId!],
    ["other roles", "update membership set roles = '{SELLER}' where id = $1", ({ membershipId }) => membershipId!],
    ["a suspended organisation", "update organisation set state = 'SUSPENDED' where id = $1", ({ organisation }) => organisation!.id],
  ];
  it.each(changes)("%s is found under the lot's lock: nothing comes of the bid, and who he is is asked anew", async (_what, sql, of) => {
    const lot = await anOpenLot(db);
    const [bidder, other] = lot.bidders as [PersonActor, PersonActor];
    const [token, othersToken] = [await known(bidder), await known(other)];
    const [recalled, unchanged] = [recallActor(db, token)!, recallActor(db, othersToken)!];
    await db.pool.query(sql, [of(bidder)]);
    const [refused, taken] = await Promise.allSettled([place(lot, recalled), place(lot, unchanged)]);
    expect(refused).toMatchObject({ status: "rejected", reason: expect.any(BidderUnsure) as Error });
    expect(taken).toMatchObject({ status: "fulfilled", value: { verdict: "ACCEPTED", sequence: 1 } });
    await expect(place(lot, recalled)).rejects.toBeInstanceOf(BidderUnsure);
    expect(await place(lot, (await actorOfToken(db, token)) as Actor).catch(({ kind }: { kind: string }) => kind)).toMatch(/forbidden|unauthenticated/);
    expect(await lines(lot)).toBe(1);
  });

  it("whose session runs out while they are recalled bid no more from that instant on, by the database's clock", async () => {
    const lot = await anOpenLot(db);
    const [bidder] = lot.bidders as [PersonActor];
    const { rows } = await db.pool.query<{ expires_at: Date }>("update session set expires_at = clock_timestamp() + interval '400 milliseconds' where id = $1 returning expires_at", [bidder.sessionId]);
    const recalled = recallActor(db, await known(bidder))!;
    expect(await place(lot, recalled)).toMatchObject({ verdict: "ACCEPTED" });
    await expect.poll(() => place(lot, recalled).catch((error: unknown) => error), { interval: 50 }).toBeInstanceOf(BidderUnsure);
    const last = await db.db.bidLogEntry.findFirstOrThrow({ where: { auctionId: lot.auctionId }, orderBy: { sequence: "desc" } });
    expect(last.receivedAt.getTime()).toBeLessThanOrEqual(rows[0]!.expires_at.getTime());
  });

  it("no bid that was sent after a change was committed is taken for who he was before, however looks and bids overlap", async () => {
    const lot = await anOpenLot(db);
    const [bidder, other] = lot.bidders as [PersonActor, PersonActor];
    const [token, othersToken] = [await known(bidder), await known(other)];
    // A look that was taken before the last change may be heard after it: then he is asked about once more, as at the door.
    const takenFor = async (shown: string): Promise<RecalledActor> => {
      for (;;) {
        await actorOfToken(db, shown);
        const recalled = recallActor(db, shown);
        const taken = recalled && (await place(lot, recalled).catch((error: unknown) => (error instanceof BidderUnsure ? null : Promise.reject(error as Error))));
        if (recalled && taken) return recalled;
      }
    };
    let isOver = false;
    // Looks of others all the time, by bids and by requests, so that what is heard comes in any order.
    const crowd = Array.from({ length: 6 }, async (_, i) => {
      while (!isOver) await (i % 2 ? actorOfToken(db, othersToken) : place(lot, recallActor(db, othersToken) ?? (await actorOfToken(db, othersToken))).catch(() => undefined));
    });
    for (let round = 0; round < 15; round += 1) {
      const recalled = await takenFor(token);
      await db.pool.query("update membership set roles = case when roles = '{BUYER}' then '{BUYER,SELLER}'::text[] else '{BUYER}'::text[] end where id = $1", [bidder.membershipId]);
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => place(lot, recalled).catch((error: unknown) => error)));
      for (const outcome of outcomes) expect(outcome).toBeInstanceOf(BidderUnsure);
    }
    isOver = true;
    await Promise.all(crowd);
  });
});

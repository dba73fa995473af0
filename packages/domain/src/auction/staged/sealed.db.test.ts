import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../../testing/database.ts";
import { aQuickVenue, aRunningLot, type AnnouncedLot, type AnnouncedLotOptions, type LotBidder } from "../../../testing/lots.ts";
import { anOrigin } from "../../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../../testing/people.ts";
import { ANONYMOUS, SYSTEM, type Actor, type PersonActor } from "../../shared/actor.ts";
import { execute, read } from "../../shared/execute.ts";
import { readAuction, readBids, readMyStanding } from "../auction.queries.ts";
import { freezeAuction } from "../freeze-auction.ts";
import { resumeAuction } from "../resume-auction.ts";
import { readLotsSince } from "../live-lot.ts";
import { checkReceipt, verifyAuction } from "../verify-auction.ts";
import { commitBid } from "./commit-bid.ts";
import { endStage } from "./end-stage.ts";
import { layOpen, readBoxes } from "./lay-open.ts";
import { acceptKey, registerKey } from "./opening-key.ts";
import { revealBid } from "./reveal-bid.ts";
import { newOpeningKey, openHalves, sealBid, type SealedBidParts, type SealingKeys } from "./seal-bid.ts";

const WAN = 10_000;

describe("T2 auction: sealed bids", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const rowOf = (lot: AnnouncedLot) => db.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
  const verify = (lot: AnnouncedLot) => read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId });
  const sealedOf = (lot: AnnouncedLot, bidder: LotBidder, inWan: number, keys: SealingKeys | null = null) =>
    sealBid({ procedureId: lot.auctionId, bidderNo: bidder.bidderNo, amountFen: String(inWan * WAN * 100) }, keys);
  const commit = (lot: AnnouncedLot, actor: Actor, { commitment, box }: SealedBidParts) => execute(db, commitBid, actor, { auctionId: lot.auctionId, commitment, box }, anOrigin());
  const reveal = (lot: AnnouncedLot, actor: Actor, inWan: number, { nonce }: SealedBidParts) => execute(db, revealBid, actor, { auctionId: lot.auctionId, amount: String(inWan * WAN), nonce }, anOrigin());

  /** Moves the clock to the end of the running stage and lets the worker see it. */
  async function pass(lot: AnnouncedLot): Promise<string> {
    const { stageEndsAt } = await rowOf(lot);
    await moveClockTo(db, stageEndsAt!);
    const { stage } = await execute(db, endStage, SYSTEM, { auctionId: lot.auctionId, dueAt: stageEndsAt! }, anOrigin());
    return stage;
  }

  /** Everybody commits, the round ends, everybody opens, the opening ends. */
  async function aRound(lot: AnnouncedLot, bids: readonly (readonly [LotBidder, number])[]): Promise<string> {
    const sealed = await Promise.all(bids.map(([bidder, inWan]) => sealedOf(lot, bidder, inWan)));
    for (const [i, [bidder]] of bids.entries()) await commit(lot, bidder.actor, sealed[i]!);
    expect(await pass(lot)).toBe("REVEAL");
    for (const [i, [bidder, inWan]] of bids.entries()) await reveal(lot, bidder.actor, inWan, sealed[i]!);
    return pass(lot);
  }

  const toldOf = async ({ auctionId }: AnnouncedLot, kind: string) => (await db.db.notification.findMany({ where: { kind, link: `/desk/auctions/${auctionId}` } })).map(({ personId }) => personId).sort();
  const peopleOf = (...people: readonly PersonActor[]) => people.map(({ personId }) => personId).sort();

  /** Exchange and notary have registered their keys, and the exchange has accepted the notary's. */
  async function aVenueWithKeys() {
    const venue = await aQuickVenue(db);
    const notary = await aPerson(db, await anOrganisation(db, { kind: "SERVICE_AGENCY" }), ["NOTARY"]);
    const [ofVenue, ofNotary] = await Promise.all([newOpeningKey(), newOpeningKey()]);
    await execute(db, registerKey, venue.auctioneer, { venueId: venue.id, publicKey: ofVenue.publicKey }, anOrigin());
    const { keyId } = await execute(db, registerKey, notary, { venueId: venue.id, publicKey: ofNotary.publicKey }, anOrigin());
    await expect(execute(db, acceptKey, notary, { keyId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await execute(db, acceptKey, venue.operator, { keyId }, anOrigin());
    return { venue, notary, ofVenue, ofNotary };
  }

  function keysOf({ announcement }: { readonly announcement: unknown }): SealingKeys {
    const { keys } = (announcement as { procedure: { sealed: { keys: { venue: { jwk: Record<string, string> }; notary: { jwk: Record<string, string> } } } } }).procedure.sealed;
    return { venue: keys.venue.jwk, notary: keys.notary.jwk };
  }

  /** What only the owner of the database could do to a log. */
  async function rewritten({ auctionId }: AnnouncedLot, statement: string, values: readonly string[]): Promise<void> {
    const { default: pg } = await import("pg");
    const owner = new pg.Client({ connectionString: db.url.toString() });
    await owner.connect();
    await owner.query("alter table bid_log_entry disable trigger all");
    await owner.query(statement, [auctionId, ...values]);
    await owner.query("alter table bid_log_entry enable trigger all");
    await owner.end();
  }

  const aSealedLot = (options: AnnouncedLotOptions = {}) => aRunningLot(db, { ...options, bidding: { format: "F3", ...options.bidding } });

  it("are opened after the end and the highest wins; the log replays to it", async () => {
    const lot = await aSealedLot();
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    expect(await aRound(lot, [[a, 220], [b, 260], [c, 240]])).toBe("OVER");
    expect(await rowOf(lot)).toMatchObject({ state: "RESULT", leaderNo: b.bidderNo, currentFen: 260n * 1_000_000n, acceptedCount: 3 });
    expect(await verify(lot)).toMatchObject({ genuine: true, faults: [], winner: b.bidderNo, priceFen: 260n * 1_000_000n });
    expect((await db.db.intent.findUniqueOrThrow({ where: { id: b.intentId } })).state).toBe("WON");
  });

  it("show nobody an amount before the opening: not one row of any table, not an answer, not the log", async () => {
    const lot = await aSealedLot();
    const [a] = lot.bidders as [LotBidder];
    const parts = await sealedOf(lot, a, 277);
    await commit(lot, a.actor, parts);
    const { rows: tables } = await db.pool.query<{ name: string }>("select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1");
    expect(tables.length).toBeGreaterThan(60);
    const secrets = [parts.nonce, "2770000"]; // in yuan, and with that in fen
    const findingsIn = async (name: string): Promise<string[]> => {
      const { rows } = await db.pool.query<{ row: string }>(`select t::text as row from ${name} t where t::text like any($1)`, [secrets.map((secret) => `%${secret}%`)]);
      return rows.map(({ row }) => `${name}: ${row}`);
    };
    expect((await Promise.all(tables.map(({ name }) => findingsIn(name)))).flat()).toEqual([]);
    const asText = (value: unknown): string => JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? String(one) : one));
    const answers = asText([
      await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId }),
      await read(db, readMyStanding, a.actor, { auctionId: lot.auctionId }),
      await read(db, readBids, lot.venue.auctioneer, { auctionId: lot.auctionId, after: 0, limit: 100 }),
      await verify(lot),
    ]);
    for (const secret of secrets) expect(answers).not.toContain(secret);
  });

  it("are not counted by anybody before all is over: neither the lot, nor its stream, nor a receipt says how many there are or when one came", async () => {
    const lot = await aRunningLot(db, { bidding: { format: "F4", rounds: 2 } });
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    const shown = async () => {
      const { serverTime: _now, ...told } = await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId });
      return told;
    };
    const before = await shown();
    const seen = new Map([[lot.auctionId, { sequence: before.sequence, version: before.version }]]);
    const bidOfA = await sealedOf(lot, a, 220);
    const bidOfB = await sealedOf(lot, b, 230);
    await commit(lot, a.actor, bidOfA);
    const receipt = await commit(lot, b.actor, bidOfB);
    expect(await shown()).toEqual(before);
    expect(await readLotsSince(db, seen)).toEqual([]);
    expect(receipt).toMatchObject({ sequence: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await read(db, checkReceipt, ANONYMOUS, { auctionId: lot.auctionId, hash: receipt.hash! })).toMatchObject({ found: true, bidderNo: b.bidderNo, sequence: null });
    expect(await read(db, readMyStanding, b.actor, { auctionId: lot.auctionId })).toMatchObject({ lastBid: { sequence: null, hash: receipt.hash }, sealed: { hasCommitted: true } });
    expect(await verify(lot)).toMatchObject({ genuine: true, entries: before.sequence });
    await execute(db, freezeAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, reason: "网络故障" }, anOrigin());
    expect(await shown()).toMatchObject({ state: "FROZEN", sequence: before.sequence, chainHead: before.chainHead });
    await execute(db, resumeAuction, lot.venue.auctioneer, { auctionId: lot.auctionId }, anOrigin());
    await pass(lot);
    const opening = await shown();
    expect(opening).toMatchObject({ stage: "REVEAL", sequence: before.sequence });
    expect(opening.chainHead).not.toBe(before.chainHead);
    await reveal(lot, a.actor, 220, bidOfA);
    expect(await shown()).toEqual(opening);
    expect((await read(db, readBids, ANONYMOUS, { auctionId: lot.auctionId, after: 0, limit: 100 })).items).toEqual([]);
    expect(await verify(lot)).toMatchObject({ genuine: true, entries: before.sequence });
    await reveal(lot, b.actor, 230, bidOfB);
    await pass(lot);
    expect(await shown()).toMatchObject({ stageRound: 2, sequence: before.sequence });
    await pass(lot);
    const { length } = await db.db.bidLogEntry.findMany({ where: { auctionId: lot.auctionId } });
    expect(await shown()).toMatchObject({ state: "RESULT", sequence: length, acceptedCount: 2 });
    expect(await verify(lot)).toMatchObject({ genuine: true, entries: length });
    expect(await read(db, checkReceipt, ANONYMOUS, { auctionId: lot.auctionId, hash: receipt.hash! })).toMatchObject({ found: true, sequence: 2 });
  });

  it("are opened by both holders of the key together for whoever does not open himself, each half alone opens nothing", async () => {
    const { venue, notary, ofVenue, ofNotary } = await aVenueWithKeys();
    const lot = await aSealedLot({ venue });
    const keys = keysOf(await rowOf(lot));
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    const [bidA, bidB] = [await sealedOf(lot, a, 230, keys), await sealedOf(lot, b, 250, keys)];
    await expect(commit(lot, c.actor, { ...bidA, box: null })).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await commit(lot, a.actor, bidA);
    await commit(lot, b.actor, bidB);
    // The box of another bid does not match the commitment: invalid at the opening.
    await commit(lot, c.actor, { ...(await sealedOf(lot, c, 300, keys)), box: bidA.box });

    expect(await read(db, readBoxes, venue.auctioneer, { auctionId: lot.auctionId })).toMatchObject({ isOpen: false, halves: [] });
    await expect(execute(db, layOpen, venue.auctioneer, { auctionId: lot.auctionId, shares: {} }, anOrigin())).rejects.toMatchObject({ code: "NOT_REVEALING" });
    await pass(lot);
    const stranger = await aPerson(db, await anOrganisation(db, { kind: "SERVICE_AGENCY" }), ["NOTARY"]);
    await expect(read(db, readBoxes, stranger, { auctionId: lot.auctionId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const open = async (actor: Actor, privateKey: Readonly<Record<string, unknown>>) => {
      const { halves } = await read(db, readBoxes, actor, { auctionId: lot.auctionId });
      return execute(db, layOpen, actor, { auctionId: lot.auctionId, shares: await openHalves(privateKey, halves) }, anOrigin());
    };
    await reveal(lot, a.actor, 230, bidA);
    expect(await verify(lot)).toMatchObject({ genuine: true, log: null, priceFen: null });
    expect(await toldOf(lot, "auction.stage-opening")).toEqual(peopleOf(a.actor, b.actor, c.actor));
    expect(await toldOf(lot, "auction.to-open")).toEqual(peopleOf(venue.auctioneer, notary));
    expect(await open(venue.auctioneer, ofVenue.privateKey)).toMatchObject({ isOpened: false });
    expect((await db.db.bidLogEntry.findMany({ where: { auctionId: lot.auctionId, kind: "REVEALED" } })).map(({ bidderNo }) => bidderNo)).toEqual([a.bidderNo]);
    expect(await open(notary, ofNotary.privateKey)).toMatchObject({ isOpened: true });
    await expect(open(notary, ofNotary.privateKey)).rejects.toMatchObject({ code: "LAID_OPEN_ALREADY" });
    expect(await toldOf(lot, "auction.bid-not-opened")).toEqual(peopleOf(c.actor));
    const revealed = await db.db.bidLogEntry.findMany({ where: { auctionId: lot.auctionId, kind: "REVEALED" } });
    expect(Object.fromEntries(revealed.map(({ bidderNo, verdict, reason }) => [bidderNo, reason ?? verdict]))).toEqual({ [a.bidderNo]: "ACCEPTED", [b.bidderNo]: "ACCEPTED", [c.bidderNo]: "COMMITMENT_MISMATCH" });
    expect(await pass(lot)).toBe("OVER");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: b.bidderNo });
  });

  it("a half that is not the one sealed to its holder's key is refused with his name and changes nothing, and no holder can make a bid unreadable", async () => {
    const { venue, notary, ofVenue, ofNotary } = await aVenueWithKeys();
    const lot = await aSealedLot({ venue });
    const keys = keysOf(await rowOf(lot));
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    await commit(lot, a.actor, await sealedOf(lot, a, 230, keys));
    await commit(lot, b.actor, await sealedOf(lot, b, 250, keys));
    const ofC = await sealedOf(lot, c, 300, keys);
    await expect(commit(lot, c.actor, { ...ofC, box: { ...ofC.box!, notary: "/".repeat(512) } })).rejects.toMatchObject({ fields: [{ code: "BOX_MALFORMED" }] });
    // What C sealed to the notary is no half at all: his bid is not readable, and that is seen to be his doing.
    await commit(lot, c.actor, { ...ofC, box: { ...ofC.box!, notary: `A${ofC.box!.notary.slice(1)}` } });
    await pass(lot);

    const halvesOf = async (actor: Actor, privateKey: Readonly<Record<string, unknown>>) => openHalves(privateKey, (await read(db, readBoxes, actor, { auctionId: lot.auctionId })).halves);
    const lay = (actor: Actor, shares: Readonly<Record<string, string>>) => execute(db, layOpen, actor, { auctionId: lot.auctionId, shares }, anOrigin());
    const right = await halvesOf(venue.auctioneer, ofVenue.privateKey);
    const before = await rowOf(lot);
    const wrongOnes = [
      { ...right, [a.bidderNo]: right[b.bidderNo]! },
      { ...right, [a.bidderNo]: Buffer.alloc(384, 1).toString("base64") },
      { [b.bidderNo]: right[b.bidderNo]!, [c.bidderNo]: right[c.bidderNo]! },
    ];
    for (const shares of wrongOnes) await expect(lay(venue.auctioneer, shares)).rejects.toMatchObject({ code: "HALF_WRONG_VENUE", details: { bidders: a.bidderNo } });
    await expect(lay(venue.auctioneer, await halvesOf(venue.auctioneer, ofNotary.privateKey))).rejects.toMatchObject({ code: "HALF_WRONG_VENUE", details: { bidders: [a, b, c].map(({ bidderNo }) => bidderNo).sort().join(", ") } });
    expect(await rowOf(lot)).toEqual(before);
    expect(await db.db.keyShare.count({ where: { auctionId: lot.auctionId } })).toBe(0);
    expect(await db.db.bidLogEntry.count({ where: { auctionId: lot.auctionId, kind: { in: ["LAID_OPEN", "REVEALED"] } } })).toBe(0);

    expect(await lay(venue.auctioneer, right)).toMatchObject({ isOpened: false });
    const ofNotaryRight = await halvesOf(notary, ofNotary.privateKey);
    await expect(lay(notary, { ...ofNotaryRight, [b.bidderNo]: ofNotaryRight[a.bidderNo]! })).rejects.toMatchObject({ code: "HALF_WRONG_NOTARY", details: { bidders: b.bidderNo } });
    expect(await lay(notary, ofNotaryRight)).toMatchObject({ isOpened: true });
    const revealed = await db.db.bidLogEntry.findMany({ where: { auctionId: lot.auctionId, kind: "REVEALED" } });
    expect(Object.fromEntries(revealed.map(({ bidderNo, verdict, reason }) => [bidderNo, reason ?? verdict]))).toEqual({ [a.bidderNo]: "ACCEPTED", [b.bidderNo]: "ACCEPTED", [c.bidderNo]: "BOX_UNREADABLE" });
    expect(await pass(lot)).toBe("OVER");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: b.bidderNo, openings: [{ round: 1, venueAt: expect.any(Date) as Date, notaryAt: expect.any(Date) as Date }] });

    await rewritten(lot, "update bid_log_entry set body = jsonb_set(body, array['half:' || $2::text], to_jsonb($3::text)) where auction_id = $1 and kind = 'LAID_OPEN' and body->>'holder' = 'VENUE'", [a.bidderNo, right[b.bidderNo]!]);
    expect(await verify(lot)).toMatchObject({ genuine: false, faults: expect.arrayContaining([expect.stringMatching(/^RULE_BROKEN/)]) as string[] });
  });

  it("are refused twice, late, from strangers, below the floor, and when amount or nonce are not what was committed to", async () => {
    const lot = await aSealedLot();
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    const bid = await sealedOf(lot, a, 220);
    await commit(lot, a.actor, bid);
    expect(await commit(lot, a.actor, await sealedOf(lot, a, 300))).toMatchObject({ verdict: "REFUSED", reason: "COMMITTED_ALREADY" });
    await expect(commit(lot, await aPerson(db, await anOrganisation(db), ["BUYER"]), bid)).rejects.toMatchObject({ code: "BIDDER_NOT_ADMITTED" });
    await expect(commit(lot, lot.listing.seller, bid)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(commit(lot, lot.venue.auctioneer, bid)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await reveal(lot, a.actor, 220, bid)).toMatchObject({ verdict: "REFUSED", reason: "NOT_OPEN" });
    const low = await sealedOf(lot, b, 199);
    await commit(lot, b.actor, low);
    // At the very end, before the worker has come: late.
    await moveClockTo(db, (await rowOf(lot)).stageEndsAt!);
    expect(await commit(lot, c.actor, await sealedOf(lot, c, 300))).toMatchObject({ verdict: "REFUSED", reason: "NOT_OPEN" });
    expect(await reveal(lot, a.actor, 221, bid)).toMatchObject({ reason: "COMMITMENT_MISMATCH" });
    expect(await reveal(lot, a.actor, 220, { ...bid, nonce: "f".repeat(48) })).toMatchObject({ reason: "COMMITMENT_MISMATCH" });
    expect(await reveal(lot, c.actor, 300, bid)).toMatchObject({ reason: "NOT_COMMITTED" });
    expect(await reveal(lot, b.actor, 199, low)).toMatchObject({ reason: "BELOW_FLOOR" });
    expect(await reveal(lot, a.actor, 220, bid)).toMatchObject({ verdict: "ACCEPTED" });
    expect(await reveal(lot, a.actor, 220, bid)).toMatchObject({ reason: "REVEALED_ALREADY" });
    expect(await pass(lot)).toBe("OVER");
    expect(await reveal(lot, a.actor, 220, bid)).toMatchObject({ reason: "LATE", sequence: null });
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: a.bidderNo });
  });

  it("equal ones go to a round among the tied alone, then to the earlier commitment", async () => {
    const lot = await aSealedLot();
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    expect(await aRound(lot, [[a, 250], [b, 250], [c, 240]])).toBe("SEALED");
    expect(await rowOf(lot)).toMatchObject({ state: "OPEN_FREE", stageRound: 2, currentFen: 250n * 1_000_000n, leaderNo: null });
    expect(await toldOf(lot, "auction.next-round")).toEqual(peopleOf(a.actor, b.actor));
    expect(await commit(lot, c.actor, await sealedOf(lot, c, 400))).toMatchObject({ verdict: "REFUSED", reason: "NOT_IN_THIS_ROUND" });
    expect(await aRound(lot, [[b, 255], [a, 255]])).toBe("OVER");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: b.bidderNo, priceFen: 255n * 1_000_000n });
  });

  it("a tie in which nobody bids again goes to the earlier commitment of the round before", async () => {
    const lot = await aSealedLot();
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    expect(await aRound(lot, [[a, 250], [b, 250]])).toBe("SEALED");
    expect(await pass(lot)).toBe("OVER");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: a.bidderNo });
  });

  it("rounds publish the top price and nothing else, and the highest of the last round wins", async () => {
    const lot = await aRunningLot(db, { bidding: { format: "F4", rounds: 2 } });
    const [a, b, c] = lot.bidders as [LotBidder, LotBidder, LotBidder];
    expect(await aRound(lot, [[a, 220], [b, 260], [c, 240]])).toBe("SEALED");
    expect(await toldOf(lot, "auction.next-round")).toEqual(peopleOf(a.actor, b.actor, c.actor));
    const shown = await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId });
    expect(shown).toMatchObject({ currentFen: 260n * 1_000_000n, leaderNo: null, acceptedCount: 0, stageRound: 2 });
    expect((await read(db, readBids, ANONYMOUS, { auctionId: lot.auctionId, after: 0, limit: 100 })).items).toEqual([]);
    // The log, with what was opened, is published when all is over and not between two rounds.
    expect(await verify(lot)).toMatchObject({ genuine: true, log: null, winner: null });
    expect(await aRound(lot, [[a, 265], [c, 280]])).toBe("OVER");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: c.bidderNo, priceFen: 280n * 1_000_000n });
  });

  it("a last round without a valid bid leaves the top of the round before", async () => {
    const lot = await aRunningLot(db, { bidding: { format: "F4", rounds: 2 } });
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    await aRound(lot, [[a, 220], [b, 260]]);
    expect(await pass(lot)).toBe("OVER");
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: b.bidderNo });
  });

  it("nobody bids: the lot is not sold, once, whoever ends the stage and however late", async () => {
    const lot = await aSealedLot();
    const { stageEndsAt } = await rowOf(lot);
    await moveClockTo(db, new Date(stageEndsAt!.getTime() + 86_400_000));
    const ends = await Promise.all([1, 2, 3].map(() => execute(db, endStage, SYSTEM, { auctionId: lot.auctionId, dueAt: stageEndsAt! }, anOrigin())));
    expect(new Set(ends.map(({ state }) => state))).toEqual(new Set(["FAILED"]));
    expect(await rowOf(lot)).toMatchObject({ closedAt: stageEndsAt });
    expect(await db.db.outboxEvent.count({ where: { type: "AuctionFailed", subjectId: lot.auctionId } })).toBe(1);
    expect(await verify(lot)).toMatchObject({ genuine: true, winner: null });
  });

  it("a frozen round takes nothing and goes on as long as it had left", async () => {
    const lot = await aSealedLot();
    const [a] = lot.bidders as [LotBidder];
    const before = await rowOf(lot);
    await execute(db, freezeAuction, lot.venue.auctioneer, { auctionId: lot.auctionId, reason: "网络故障" }, anOrigin());
    expect(await commit(lot, a.actor, await sealedOf(lot, a, 220))).toMatchObject({ verdict: "REFUSED", reason: "NOT_OPEN" });
    await moveClockBy(db, 1_200_000);
    await execute(db, resumeAuction, lot.venue.auctioneer, { auctionId: lot.auctionId }, anOrigin());
    const after = await rowOf(lot);
    expect(after.stageEndsAt!.getTime() - before.stageEndsAt!.getTime()).toBeGreaterThanOrEqual(1_200_000);
    expect(await commit(lot, a.actor, await sealedOf(lot, a, 220))).toMatchObject({ verdict: "ACCEPTED" });
    expect(await verify(lot)).toMatchObject({ genuine: true });
  });

  it("a log in which a commitment, an opening or the winner was altered is found", async () => {
    const lot = await aSealedLot();
    const [a, b] = lot.bidders as [LotBidder, LotBidder];
    await aRound(lot, [[a, 220], [b, 260]]);
    await rewritten(lot, "update bid_log_entry set amount_fen = amount_fen + 10000000 where auction_id = $1 and kind = 'REVEALED' and bidder_no = $2", [a.bidderNo]);
    expect(await verify(lot)).toMatchObject({ genuine: false, faults: expect.arrayContaining([expect.stringMatching(/^LINK_BROKEN/), expect.stringMatching(/^RULE_BROKEN/)]) as string[] });
  });
});

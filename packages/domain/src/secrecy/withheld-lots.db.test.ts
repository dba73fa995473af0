import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bidInWan } from "../../testing/bidding.ts";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anAnnouncedLot, aRunningLot, type AnnouncedLot } from "../../testing/lots.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { answerOffer, AUCTION_DUE, closeAuction, commitBid, endStage, openAuction, openBidDesk, readAuction, resumeAuction, revealBid, searchAuctions, verifyAuction, type BidDesk } from "../auction/index.ts";
import { sealBid } from "../auction/client.ts";
import { ANONYMOUS, SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { decideSecrecy, reportSecrecy } from "./index.ts";

describe("T8 secrecy: lots of what is withheld", () => {
  let db: TestDatabase;
  let desk: BidDesk;
  let official: PersonActor;
  beforeAll(async () => {
    db = await testDatabase();
    desk = openBidDesk(db);
    official = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "33" }), ["ADMINISTRATOR"]);
  });
  afterAll(() => db.drop());

  const report = async (auctionId: string) =>
    execute(db, reportSecrecy, await aPerson(db, await anOrganisation(db), ["BUYER"]), { seenAs: "AUCTION", subjectId: auctionId, ground: "MILITARY", part: "TITLE" }, anOrigin());
  const decide = (caseId: string, decision: "SECRET" | "NOT_SECRET") => execute(db, decideSecrecy, official, { caseId, decision, finding: "浙密鉴〔2026〕15号" }, anOrigin());
  const rowOf = ({ auctionId }: AnnouncedLot) => db.db.auction.findUniqueOrThrow({ where: { id: auctionId } });

  it("T8 secrecy: a running lot is frozen, shown to nobody, resumed by nobody, and goes on by the rules of an outage", async () => {
    const lot = await aRunningLot(db, { bidders: 2 });
    await bidInWan(desk, lot, lot.bidders[0]!.actor, 200);
    const { caseId } = await report(lot.auctionId);
    expect(await rowOf(lot)).toMatchObject({ state: "FROZEN", frozenReason: "内容已屏蔽" });
    await expect(read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId })).rejects.toMatchObject({ code: "CONTENT_WITHHELD" });
    expect((await read(db, searchAuctions, ANONYMOUS, {})).items.map(({ id }) => id)).not.toContain(lot.auctionId);
    await expect(execute(db, resumeAuction, lot.venue.auctioneer, { auctionId: lot.auctionId }, anOrigin())).rejects.toMatchObject({ code: "CONTENT_WITHHELD" });
    await moveClockBy(db, 2 * 3_600_000);
    await decide(caseId, "NOT_SECRET");
    expect(await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: AUCTION_DUE.reopen, subjectId: lot.auctionId } } }), "after more than an hour with 24 hours' notice").toMatchObject({ doneAt: null });
    expect(await read(db, readAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ state: "FROZEN" });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true });
  });

  it("T8 secrecy: a secret annuls the lot, and every deposit is on its way back", async () => {
    const lot = await aRunningLot(db, { bidders: 2 });
    await bidInWan(desk, lot, lot.bidders[0]!.actor, 200);
    const { caseId } = await report(lot.auctionId);
    await decide(caseId, "SECRET");
    expect(await rowOf(lot)).toMatchObject({ state: "ANNULLED" });
    expect(await db.db.listing.findUniqueOrThrow({ where: { id: lot.listing.id } })).toMatchObject({ state: "TERMINATED" });
    const deposits = await db.db.deposit.findMany({ where: { intent: { listingId: lot.listing.id } } });
    expect(new Set(deposits.map(({ state }) => state))).toEqual(new Set(["REFUNDING"]));
  });

  const depositsOf = async ({ listing }: AnnouncedLot) => (await db.db.deposit.findMany({ where: { intent: { listingId: listing.id } } })).map(({ state }) => state);
  const dueOf = async ({ auctionId }: AnnouncedLot) => (await db.db.dueAct.findMany({ where: { subjectId: auctionId, kind: { in: Object.values(AUCTION_DUE) }, doneAt: null } })).map(({ kind }) => kind);

  it("T8 secrecy: a lot that waits for its priority holders is annulled too; winner, holders and losers have their deposits back, and nobody takes it any more", async () => {
    const lot = await aRunningLot(db, { bidding: { priorityMode: "AFTER" }, ranks: [1], bidders: 3 });
    await bidInWan(desk, lot, lot.bidders[1]!.actor, 230);
    const { endsAt } = await rowOf(lot);
    await moveClockTo(db, endsAt);
    await execute(db, closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt }, anOrigin());
    expect(await rowOf(lot)).toMatchObject({ state: "PRIORITY_WAIT" });
    expect(await depositsOf(lot)).toContain("LOCKED");
    const { caseId } = await report(lot.auctionId);
    await decide(caseId, "SECRET");
    expect(await rowOf(lot)).toMatchObject({ state: "ANNULLED", closedAt: endsAt });
    expect(new Set(await depositsOf(lot))).toEqual(new Set(["REFUNDING"]));
    expect(await db.db.listing.findUniqueOrThrow({ where: { id: lot.listing.id } })).toMatchObject({ state: "TERMINATED" });
    expect(await dueOf(lot)).toEqual([]);
    await expect(execute(db, answerOffer, lot.bidders[0]!.actor, { auctionId: lot.auctionId, answer: "ACCEPT", price: "2300000" }, anOrigin())).rejects.toMatchObject({ code: "NO_OFFER_OPEN" });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [] });
  });

  it("T8 secrecy: sealed bids that are being laid open stop there: the lot is annulled with every deposit on its way back", async () => {
    const lot = await aRunningLot(db, { bidding: { format: "F3" }, bidders: 2 });
    const sealed = await sealBid({ procedureId: lot.auctionId, bidderNo: lot.bidders[0]!.bidderNo, amountFen: "220000000" }, null);
    await execute(db, commitBid, lot.bidders[0]!.actor, { auctionId: lot.auctionId, commitment: sealed.commitment, box: sealed.box }, anOrigin());
    const { stageEndsAt } = await rowOf(lot);
    await moveClockTo(db, stageEndsAt!);
    await execute(db, endStage, SYSTEM, { auctionId: lot.auctionId, dueAt: stageEndsAt! }, anOrigin());
    expect(await rowOf(lot)).toMatchObject({ state: "CLOSED", stage: "REVEAL" });
    const { caseId } = await report(lot.auctionId);
    await decide(caseId, "SECRET");
    expect(await rowOf(lot)).toMatchObject({ state: "ANNULLED" });
    expect(await depositsOf(lot)).toEqual(["REFUNDING", "REFUNDING"]);
    expect(await dueOf(lot)).toEqual([]);
    await expect(execute(db, revealBid, lot.bidders[0]!.actor, { auctionId: lot.auctionId, amount: "2200000", nonce: sealed.nonce }, anOrigin())).rejects.toMatchObject({ kind: expect.stringMatching(/^(refused|conflict)$/) as unknown });
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.auctionId })).toMatchObject({ genuine: true, faults: [] });
  });

  it("T8 secrecy: a lot whose end has passed while the worker was late gets no winner any more", async () => {
    const lot = await aRunningLot(db, { bidders: 2 });
    await bidInWan(desk, lot, lot.bidders[0]!.actor, 200);
    const { endsAt } = await rowOf(lot);
    await moveClockTo(db, endsAt);
    const { caseId } = await report(lot.auctionId);
    await decide(caseId, "SECRET");
    expect(await execute(db, closeAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: endsAt }, anOrigin())).toEqual({ state: "ANNULLED" });
    expect(new Set(await depositsOf(lot))).toEqual(new Set(["REFUNDING"]));
  });

  it("T8 secrecy: a lot whose start comes meanwhile stands still from its start", async () => {
    const lot = await anAnnouncedLot(db, { bidders: 2 });
    const { caseId } = await report(lot.auctionId);
    expect(await rowOf(lot)).toMatchObject({ state: "SCHEDULED" });
    const { freeStartsAt, freeEndsAt } = await rowOf(lot);
    await moveClockTo(db, freeStartsAt);
    await execute(db, openAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: freeStartsAt }, anOrigin());
    expect(await rowOf(lot)).toMatchObject({ state: "FROZEN" });
    await moveClockBy(db, 60_000);
    await decide(caseId, "NOT_SECRET");
    const open = await rowOf(lot);
    expect(open.state).toBe("OPEN_FREE");
    expect(open.freeEndsAt.getTime()).toBeGreaterThan(freeEndsAt.getTime());
  });
});

import { rm } from "node:fs/promises";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { verifyAuction } from "@ttx/domain/auction";
import { verifyCertificate } from "@ttx/domain/certificate";
import { readDemoAccounts } from "@ttx/domain/identity";
import { readPublishedListing } from "@ttx/domain/listing";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoCast } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { idOf } from "./ids.ts";
import { loadDemoCountry } from "./demo-country.ts";

const BUYERS = ["firm-yuyue-env", "firm-jiahe-battery", "firm-sz-storage"].map((key) => idOf("organisation", key));

describe("X6 demo country: its first hour", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await loadDemoCountry(db);
  }, 300_000);
  afterAll(async () => {
    await rm(db.config.storageDir, { recursive: true, force: true });
    await db.drop();
  });

  const states = async (table: string): Promise<string[]> => (await db.pool.query<{ state: string }>(`select distinct state::text from ${table} order by 1`)).rows.map(({ state }) => state);

  it("X6 demo country: listings, notices, deals, files, reviews and alerts stand in every state that leads somewhere", async () => {
    expect(await states("listing")).toEqual(expect.arrayContaining(["DRAFT", "REVIEW", "ACCEPTED", "LISTED", "SUSPENDED", "BIDDING", "AWARDED"]));
    expect(await states("intent")).toEqual(expect.arrayContaining(["CHECKING", "QUALIFIED", "ADMITTED", "WON"]));
    expect(await states("auction")).toEqual(["AWARDED", "CLOSED", "FAILED", "FROZEN", "OPEN_FREE", "PRIORITY_WAIT", "RESULT", "SCHEDULED"]);
    expect(await states("public_notice")).toEqual(expect.arrayContaining(["PREPARED", "RUNNING", "OBJECTED", "CLEARED"]));
    expect(await states("deal")).toEqual(expect.arrayContaining(["AWARDED", "CONTRACTING", "SETTLING"]));
    expect(await states("contract")).toEqual(expect.arrayContaining(["DRAFT", "SUBMITTED", "ACCEPTED", "CORRECTION", "SECOND_REVIEW", "REGISTERED"]));
    expect(await states("provincial_review")).toEqual(expect.arrayContaining(["PENDING", "RETURNED", "CONFIRMED"]));
    expect(await states("income_share")).toEqual(expect.arrayContaining(["COMPUTED", "NOTICED", "PAID"]));
    expect(await states("export_gate")).toEqual(expect.arrayContaining(["CHECK", "FREE", "MAY_NEGOTIATE", "PENDING_INTENT"]));
    expect(await states("use_first")).toEqual(expect.arrayContaining(["PAYABLE", "TRIAL"]));
    expect(await states("deposit")).toEqual(expect.arrayContaining(["DISTRIBUTED", "LOCKED"]));
    expect(await db.db.depositForfeit.count({ where: { appealedAt: { not: null }, ruledAt: null } })).toBe(1);
    expect(await db.db.extraordinaryExtensionItem.count()).toBeGreaterThan(0);
    expect(await states("negotiation_room")).toEqual(expect.arrayContaining(["AGREED", "CLOSED", "INVITED", "OPEN"]));
    expect([await db.db.roomView.count(), await db.db.managerTask.count(), await db.db.valuationReport.count()].every((rows) => rows > 0)).toBe(true);
    expect(await states("risk_alert")).toEqual(expect.arrayContaining(["OPEN", "EXPLAINING"]));
  });

  it("X6 demo country: everybody of the cast stands among the accounts to try", async () => {
    const { items } = await read(db, readDemoAccounts, ANONYMOUS, {});
    expect(items.map(({ email }) => email).sort()).toEqual(demoCast(SEED).accounts.map(({ email }) => email).sort());
  });

  it("X6 demo country: a lot is open now, and each of the three demo buyers may bid in it", async () => {
    const lot = await db.db.auction.findFirstOrThrow({ where: { state: "OPEN_FREE", format: "F1" }, include: { bidders: true } });
    expect(lot.freeStartsAt.getTime()).toBeLessThan(Date.now());
    expect(lot.freeEndsAt.getTime()).toBeGreaterThan(Date.now() + 3 * 86_400_000);
    expect(lot.bidders.map(({ buyerId }) => buyerId).sort()).toEqual([...BUYERS].sort());
    expect(lot.acceptedCount).toBeGreaterThan(2);
    expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: lot.id })).toMatchObject({ genuine: true });
  });

  it("X6 demo country: every form of bidding runs, and is over, somewhere; whatever has a log replays from its announcement", async () => {
    const lots = await db.db.auction.findMany({ select: { id: true, format: true, state: true, stage: true, sequence: true } });
    const stagesOf = (format: string) => new Set(lots.flatMap((lot) => (lot.format === format ? [lot.stage ?? lot.state] : [])));
    expect(stagesOf("F3")).toEqual(new Set(["SEALED", "REVEAL", "OVER"]));
    expect(stagesOf("F4")).toEqual(new Set(["SEALED", "OVER"]));
    expect(stagesOf("F5")).toEqual(new Set(["SCORING", "OVER"]));
    expect(stagesOf("F6")).toEqual(new Set(["DESCENDING", "OVER"]));
    const sessions = await db.db.auctionSession.findMany({ include: { lots: true } });
    expect(Math.max(...sessions.map((session) => session.lots.length))).toBeGreaterThanOrEqual(4);
    for (const { id } of lots.filter(({ sequence }) => sequence > 0)) expect(await read(db, verifyAuction, ANONYMOUS, { auctionId: id })).toMatchObject({ genuine: true, faults: [] });
  });

  it("X6 demo country: some of what is listed is pledged, licensed, contested or known to have a defect, and the page says so", async () => {
    const { rows } = await db.pool.query<{ id: string }>("select id from listing where state = 'LISTED' and (jsonb_array_length(disclosure->'encumbrances') > 0 or disclosure->>'defects' <> '')");
    const shown = await Promise.all(rows.map(({ id }) => read(db, readPublishedListing, ANONYMOUS, { listingId: id })));
    const kinds = new Set(shown.flatMap(({ terms }) => terms.disclosure.encumbrances.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(["DISPUTE", "ORDINARY_LICENCE", "PLEDGE"]);
    expect(shown.filter(({ terms }) => terms.disclosure.defects !== "").length).toBeGreaterThanOrEqual(2);
  });

  it("X6 demo country: a transaction certificate verifies", async () => {
    const { verifyCode } = await db.db.transactionCertificate.findFirstOrThrow();
    expect(await read(db, verifyCertificate, ANONYMOUS, { code: verifyCode })).toMatchObject({ found: true, intact: true, state: "ACTIVE" });
  });

  it("X6 demo country: the clock shows the present, everything that follows by itself has followed, and nothing is overdue", async () => {
    expect(await db.db.clockOffset.count()).toBe(0);
    expect(await db.db.outboxEvent.count({ where: { handledAt: null } })).toBe(0);
    expect(await db.db.dueAct.findMany({ where: { OR: [{ doneAt: null, dueAt: { lt: new Date() } }, { lastError: { not: null } }] } })).toEqual([]);
  });

  it("X6 demo country: an interrupted load may be repeated", async () => {
    const count = async () => [await db.db.listing.count(), await db.db.contract.count(), await db.db.auditEntry.count()];
    const before = await count();
    await loadDemoCountry(db);
    expect(await count()).toEqual(before);
  }, 120_000);
});

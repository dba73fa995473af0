import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aSoleBuyerDeal, contractDraft, today } from "../../testing/deals.ts";
import { aVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { noticeEnd } from "../agreed-price/index.ts";
import { calendarFor } from "../reference/index.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, daysBetween, endOfDay } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { draftContract, listAwards, readAward, readDeal, signDeal } from "./index.ts";
import { signingDueAt } from "./signing-term.ts";

describe("T7 deal: results of trading", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T7 deal.list-awards: a university's result is announced for five working days, without the buyer's name", async () => {
    const deal = await aSoleBuyerDeal(db);
    const [award] = (await read(db, listAwards, ANONYMOUS, {})).items;
    expect(award).toMatchObject({ listing: { id: deal.listing.id }, standing: "RUNNING", origin: "SOLE_BUYER", priceFen: 125_000_000n, buyerKind: "ENTERPRISE" });
    expect(award!.announcedUntil!.getTime() - award!.awardedAt.getTime()).toBeGreaterThan(4 * 86_400_000);
    expect(JSON.stringify(award, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(deal.buyer.organisation!.name);
    expect(award!.relations).toEqual([]);
    const related = await aSoleBuyerDeal(db, {}, ["COMPLETER_INTEREST"]);
    const marked = (await read(db, listAwards, ANONYMOUS, {})).items.find(({ listing }) => listing.id === related.listing.id);
    expect(marked?.relations, "a buyer tied to the seller's side is marked (trading §3)").toEqual(["COMPLETER_INTEREST"]);
    expect(award!.buyer).toBeNull();
    const named = await aSoleBuyerDeal(db, { bidding: { identityMode: "WINNER_NAMED" } });
    const won = (await read(db, listAwards, ANONYMOUS, {})).items.find(({ listing }) => listing.id === named.listing.id);
    expect(won?.buyer, "the listing was announced with the winner named (trading §5.11)").toBe(named.buyer.organisation!.name);
    await moveClockTo(db, award!.announcedUntil!);
    expect((await read(db, listAwards, ANONYMOUS, {})).items.find(({ no }) => no === award!.no)).toMatchObject({ standing: "OVER" });
  });

  it("T3 deal: where the venue asks for it, a university's sale to the only buyer is on notice for the fifteen days of an agreed price, and signed after them", async () => {
    const venue = await aVenue(db);
    await db.db.parameter.create({ data: { key: "listing.venue", scope: venue.id, version: 1, effectiveFrom: new Date(0), reason: "唯一意向受让方亦须公示", value: { soleBuyerNeedsNotice: true } } });
    await db.db.parameter.create({ data: { key: "deal.signing", scope: venue.id, version: 1, effectiveFrom: new Date(0), reason: "签约期限", value: { version: "venue-1", workingDays: 12 } } });
    const deal = await aSoleBuyerDeal(db, { venue });
    const { awardedAt, announcedUntil } = await read(db, readAward, ANONYMOUS, { dealId: deal.dealId });
    expect(announcedUntil).toEqual(noticeEnd(awardedAt, 15, calendarFor()));
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    expect(signDueAt, "the venue's term to sign runs from the end of the notice").toEqual(endOfDay(addWorkingDays(calendarFor(), dayOf(announcedUntil!), 12)));

    const { oneSum } = await read(db, readDeal, deal.seller, { dealId: deal.dealId });
    const plan = [{ inDays: daysBetween(await today(db), oneSum!.dueOn), amount: deal.price }];
    await execute(db, draftContract, deal.seller, await contractDraft(db, deal, plan), anOrigin());
    const sign = async () => execute(db, signDeal, deal.seller, { dealId: deal.dealId, contractHash: (await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } })).contractHash }, anOrigin());
    await moveClockTo(db, new Date(announcedUntil!.getTime() - 60_000));
    await expect(sign()).rejects.toMatchObject({ code: "DEAL_RESULT_ANNOUNCED" });
    expect(await read(db, readAward, ANONYMOUS, { dealId: deal.dealId })).toMatchObject({ objectionOpen: true });
    await moveClockTo(db, announcedUntil!);
    expect(await sign()).toMatchObject({ signedByBoth: false });
  });

  it("T6 deal: the term to sign is the one that the venue had on the day of the announcement", async () => {
    const [venue, other] = [await aVenue(db), await aVenue(db)];
    const changedAt = new Date("2026-03-02T00:00:00+08:00");
    await db.db.parameter.create({ data: { key: "deal.signing", scope: venue.id, version: 1, effectiveFrom: changedAt, reason: "签约期限", value: { version: "venue-1", workingDays: 5 } } });
    const due = (venueId: string, announcedAt: Date) => signingDueAt(db.db, { venueId, announcedAt, runsFrom: new Date("2026-03-09T10:00:00+08:00") });
    const [ten, five] = [new Date("2026-03-24T00:00:00+08:00"), new Date("2026-03-17T00:00:00+08:00")];
    expect([await due(venue.id, new Date(changedAt.getTime() - 1)), await due(venue.id, changedAt), await due(other.id, changedAt)]).toEqual([ten, five, ten]);
  });
});

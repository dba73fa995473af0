import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aPreparedNotice, aRunningNotice } from "../../testing/deals.ts";
import { aBuyer, aListedListing, aSeller } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aDraftResult, aPublishedResult, aWithdrawnResult } from "../../testing/results.ts";
import { cancelNotice } from "../agreed-price/index.ts";
import { suspendListing } from "../listing/index.ts";
import { ANONYMOUS, SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { countView, follow, listFollowing, readFollowing, readInterest, tellFollowers, unfollow } from "./index.ts";

let db: TestDatabase;
let seller: PersonActor;
let buyer: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  seller = await aSeller(db);
  buyer = await aBuyer(db);
});
afterAll(() => db.drop());

const messages = (person: PersonActor, kind: string) => db.db.notification.findMany({ where: { personId: person.personId, kind } });

describe("R1 interest: following", () => {
  it("T3 interest: whoever follows a result hears that it is on notice at an agreed price, and where to object", async () => {
    const notice = await aRunningNotice(db);
    await execute(db, follow, buyer, { kind: "RESULT", id: notice.resultId }, anOrigin());
    expect(await execute(db, tellFollowers, SYSTEM, { change: "RESULT_ON_NOTICE", id: notice.noticeId }, anOrigin())).toEqual({ told: 1 });
    expect(await messages(buyer, "following.result-on-notice")).toMatchObject([{ link: `/notices/${notice.noticeId}`, params: { notice: expect.any(String) } }]);
    await execute(db, unfollow, buyer, { kind: "RESULT", id: notice.resultId }, anOrigin());
  });

  it("T3 interest: followers hear that the notice was cancelled and why, but nothing of one given up before it was public", async () => {
    const [notice, never, follower] = [await aRunningNotice(db), await aPreparedNotice(db), await aBuyer(db)];
    for (const { resultId, noticeId, seller: owner } of [notice, never]) {
      await execute(db, follow, follower, { kind: "RESULT", id: resultId }, anOrigin());
      await execute(db, cancelNotice, owner, { noticeId, reason: "双方终止合作意向" }, anOrigin());
    }
    expect(await execute(db, tellFollowers, SYSTEM, { change: "NOTICE_CANCELLED", id: never.noticeId }, anOrigin())).toEqual({ told: 0 });
    expect(await execute(db, tellFollowers, SYSTEM, { change: "NOTICE_CANCELLED", id: notice.noticeId }, anOrigin())).toEqual({ told: 1 });
    expect(await messages(follower, "following.notice-cancelled")).toMatchObject([{ link: `/notices/${notice.noticeId}`, params: { reason: "双方终止合作意向" } }]);
  });

  it("T3 interest: of a result that was withheld, followers hear that its notice ended, without its name", async () => {
    const [notice, follower] = [await aRunningNotice(db), await aBuyer(db)];
    await execute(db, follow, follower, { kind: "RESULT", id: notice.resultId }, anOrigin());
    const { title } = await db.db.result.update({ where: { id: notice.resultId }, data: { state: "SEALED" }, select: { title: true } });
    await execute(db, tellFollowers, SYSTEM, { change: "NOTICE_CANCELLED", id: notice.noticeId }, anOrigin());
    const told = await messages(follower, "following.notice-cancelled");
    expect(told).toMatchObject([{ link: null, params: { title: "（内容已屏蔽）" } }]);
    expect(JSON.stringify(told)).not.toContain(title);
  });

  it("R1 interest: a follower hears of changes, once each, and no more after leaving", async () => {
    const listing = await aListedListing(db, { seller });
    const subject = { kind: "LISTING" as const, id: listing.id };
    expect(await execute(db, follow, buyer, subject, anOrigin())).toEqual({ following: true });
    await execute(db, follow, buyer, subject, anOrigin());
    expect(await read(db, readFollowing, buyer, subject)).toEqual({ isSignedIn: true, following: true });
    expect((await read(db, listFollowing, buyer, {})).items).toMatchObject([{ ...subject, entry: { ownerName: seller.organisation!.name } }]);
    await execute(db, suspendListing, listing.venue.operator, { listingId: listing.id, reason: "权属争议待核" }, anOrigin());
    await execute(db, tellFollowers, SYSTEM, { change: "LISTING_CHANGED", id: listing.id }, anOrigin());
    expect(await messages(buyer, "following.listing-changed")).toMatchObject([{ link: `/listings/${listing.id}`, params: { listing: listing.no, state: "中止" } }]);
    await execute(db, unfollow, buyer, subject, anOrigin());
    expect(await execute(db, tellFollowers, SYSTEM, { change: "LISTING_CHANGED", id: listing.id }, anOrigin())).toEqual({ told: 0 });
  });

  it("R1 interest: nobody follows what is not public, and nobody without an account", async () => {
    const draft = await aDraftResult(db, { seller });
    const withdrawn = await aWithdrawnResult(db, { seller, rights: [] });
    const open = await aPublishedResult(db, { seller, rights: [] });
    for (const { resultId: id } of [draft, withdrawn]) await expect(execute(db, follow, buyer, { kind: "RESULT", id }, anOrigin())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(execute(db, follow, ANONYMOUS, { kind: "RESULT", id: open.resultId }, anOrigin())).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    expect(await read(db, readFollowing, ANONYMOUS, { kind: "RESULT", id: open.resultId })).toEqual({ isSignedIn: false, following: false });
  });
});

describe("R1 interest: what the seller sees", () => {
  it("R1 interest: views and followers are figures without names; intents are told when the period is over, never before", async () => {
    const owner = await aSeller(db);
    const listing = await aListedListing(db, { seller: owner });
    const subject = { kind: "LISTING" as const, id: listing.id };
    await Promise.all(Array.from({ length: 7 }, () => countView(db, ANONYMOUS, subject)));
    await execute(db, follow, buyer, subject, anOrigin());
    const { items } = await read(db, readInterest, owner, {});
    expect(items.find(({ id }) => id === listing.id)).toEqual({ ...subject, title: expect.any(String), alias: listing.no, recent: 7, views: 7, followers: 1, intents: null });
    await db.db.listing.update({ where: { id: listing.id }, data: { state: "BIDDING" } });
    expect((await read(db, readInterest, owner, {})).items.find(({ id }) => id === listing.id)).toMatchObject({ intents: null });
    const columns = await db.db.$queryRaw<{ name: string }[]>`select column_name as name from information_schema.columns where table_name = 'view_count' order by 1`;
    expect(columns.map(({ name }) => name)).toEqual(["kind", "on", "subject_id", "views"]);
  });

  it("R1 interest: what is not public is not counted; others see nothing of it", async () => {
    const draft = await aDraftResult(db, { seller });
    await expect(countView(db, ANONYMOUS, { kind: "RESULT", id: draft.resultId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(read(db, readInterest, ANONYMOUS, {})).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const { items } = await read(db, readInterest, buyer, {});
    expect(items).toEqual([]);
  });
});

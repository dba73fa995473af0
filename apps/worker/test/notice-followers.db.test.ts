import { cancelNotice, changeNotice, expireNotice, fileObjection, publishNotice, readNotice, ruleObjection } from "@ttx/domain/agreed-price";
import { follow } from "@ttx/domain/interest";
import { ANONYMOUS, SYSTEM, type PersonActor } from "@ttx/domain/shared/actor";
import { execute, read } from "@ttx/domain/shared/execute";
import { moveClockTo } from "@ttx/domain/testing/clock";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { aRunningNotice, confirmTerms, noticeTerms, type TestNotice } from "@ttx/domain/testing/deals";
import { aBuyer } from "@ttx/domain/testing/listings";
import { anOrigin } from "@ttx/domain/testing/origin";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pump } from "./pump.ts";

describe("T3 interest: followers of a result hear how the notice of its agreed price goes on", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  /** A running notice whose result somebody follows. */
  const aFollowedNotice = async () => {
    const notice = await aRunningNotice(db);
    const follower = await aBuyer(db);
    await execute(db, follow, follower, { kind: "RESULT", id: notice.resultId }, anOrigin());
    return { ...notice, follower };
  };
  const heard = async ({ personId }: PersonActor) => {
    await pump(db);
    const told = await db.db.notification.findMany({ where: { personId, kind: { startsWith: "following.notice-" } }, orderBy: { createdAt: "asc" } });
    return told.map(({ kind }) => kind.replace("following.notice-", ""));
  };
  const restart = async ({ noticeId, seller }: TestNotice) => {
    const { version, buyerId, decisionOn, venueId } = await read(db, readNotice, seller, { noticeId });
    await execute(db, changeNotice, seller, { noticeId, version, ...noticeTerms(buyerId, decisionOn as never, { venueId, price: "1300000" }) }, anOrigin());
  };

  it("restarted on changed terms, then given up", async () => {
    const notice = await aFollowedNotice();
    await restart(notice);
    expect(await heard(notice.follower)).toEqual(["restarted"]);
    await execute(db, cancelNotice, notice.seller, { noticeId: notice.noticeId, reason: "双方终止合作意向" }, anOrigin());
    expect(await heard(notice.follower)).toEqual(["restarted", "cancelled"]);
  });

  it("sent back to pricing by an objection, and published anew", async () => {
    const notice = await aFollowedNotice();
    const { objectionId } = await execute(db, fileObjection, ANONYMOUS, { noticeId: notice.noticeId, facts: "价格明显低于评估值" }, anOrigin());
    await execute(db, ruleObjection, notice.sellerAdmin, { objectionId, ruling: "UPHELD_REPRICE", reasons: "定价依据不足，退回重新评估。" }, anOrigin());
    expect(await heard(notice.follower)).toEqual(["returned"]);
    await confirmTerms(db, notice);
    await execute(db, publishNotice, notice.seller, { noticeId: notice.noticeId }, anOrigin());
    expect(await heard(notice.follower)).toEqual(["returned", "restarted"]);
  });

  it("cleared, and lapsed without a contract", async () => {
    const notice = await aFollowedNotice();
    await moveClockTo(db, notice.endsAt);
    expect(await heard(notice.follower)).toEqual(["cleared"]);
    const { validUntil } = await db.db.publicNotice.findUniqueOrThrow({ where: { id: notice.noticeId } });
    await moveClockTo(db, validUntil!);
    await execute(db, expireNotice, SYSTEM, { noticeId: notice.noticeId, dueAt: validUntil! }, anOrigin());
    expect(await heard(notice.follower)).toEqual(["cleared", "expired"]);
  });
});

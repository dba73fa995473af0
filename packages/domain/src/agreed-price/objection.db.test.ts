import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aRunningNotice, type TestNotice } from "../../testing/deals.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, SYSTEM } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { calendarFor } from "../reference/index.ts";
import { clearNotice, fileObjection, publishNotice, readNotice, readPublishedNotice, ruleObjection } from "./index.ts";
import { noticeEndAfterRuling, type Ruling } from "./notice.rules.ts";

const DAY_MS = 86_400_000;

describe("T3 notice: objections", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const object = (noticeId: string, words: object = { filedBy: "周某", contact: "13900000000", facts: "受让方由完成人亲属控制" }) =>
    execute(db, fileObjection, ANONYMOUS, { noticeId, ...words }, anOrigin());
  const rule = ({ sellerAdmin }: Pick<TestNotice, "sellerAdmin">, objectionId: string, ruling: Ruling, reasons = "经调查，股权结构与申报一致，异议不成立。") =>
    execute(db, ruleObjection, sellerAdmin, { objectionId, ruling, reasons }, anOrigin());

  it("T3 objection.file: anyone may, and the clock stops", async () => {
    const notice = await aRunningNotice(db);
    await moveClockBy(db, 5 * DAY_MS);
    await object(notice.noticeId);
    const row = await db.db.publicNotice.findUniqueOrThrow({ where: { id: notice.noticeId } });
    expect(row).toMatchObject({ state: "OBJECTED", endsAt: null, remainingDays: 11 });
    await moveClockTo(db, notice.endsAt);
    expect(await execute(db, clearNotice, SYSTEM, { noticeId: notice.noticeId, dueAt: notice.endsAt }, anOrigin())).toEqual({ state: "OBJECTED" });
    const shown = await read(db, readPublishedNotice, ANONYMOUS, { noticeId: notice.noticeId });
    expect(shown.objections).toMatchObject([{ state: "FILED", named: true, ruling: null }]);
    expect(JSON.stringify(shown, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain("13900000000");
    expect((await read(db, readNotice, notice.seller, { noticeId: notice.noticeId })).objections).toMatchObject([{ filedBy: "周某", contact: "13900000000" }]);
    expect((await read(db, readNotice, notice.buyer, { noticeId: notice.noticeId })).objections).toMatchObject([{ filedBy: null, contact: null }]);
  });

  it("T3 objection.file: without a name only with facts, and only while the notice runs", async () => {
    const { noticeId, endsAt } = await aRunningNotice(db);
    await expect(object(noticeId, {})).rejects.toMatchObject({ code: "OBJECTION_FACTS_NEEDED" });
    await moveClockTo(db, endsAt);
    await expect(object(noticeId)).rejects.toMatchObject({ code: "OBJECTION_OUTSIDE_THE_WINDOW" });
    await execute(db, clearNotice, SYSTEM, { noticeId, dueAt: endsAt }, anOrigin());
    await expect(object(noticeId)).rejects.toMatchObject({ code: "OBJECTION_OUTSIDE_THE_WINDOW" });
  });

  it("T3 objection.file: two at once both stand", async () => {
    const { noticeId } = await aRunningNotice(db);
    await Promise.all([object(noticeId), object(noticeId, { facts: "价格明显低于评估值，附评估报告编号" })]);
    expect(await db.db.objection.count({ where: { noticeId } })).toBe(2);
    expect(await db.db.noticeStep.count({ where: { noticeId, event: "object" } })).toBe(2);
  });

  it("T3 objection.file: what a province sets of its notices holds for those announced from then on, and in no other province", async () => {
    const before = await aRunningNotice(db);
    const value = { version: "ZJ-2", remainingMinDays: 5, validityDays: 180 };
    await db.db.parameter.create({ data: { key: "agreed-price.notice", scope: "33", version: 1, effectiveFrom: await readDomainTime(db.db, "test"), reason: "省内办法", value } });
    const [after, elsewhere] = [await aRunningNotice(db), await aRunningNotice(db, { divisionCode: "370102" })];
    await moveClockTo(db, new Date(before.endsAt.getTime() - 3_600_000));
    const remaining = async ({ noticeId }: Pick<TestNotice, "noticeId">) => {
      await object(noticeId);
      return (await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } })).remainingDays;
    };
    expect([await remaining(before), await remaining(after), await remaining(elsewhere)]).toEqual([3, 5, 3]);
    await db.db.parameter.deleteMany({ where: { key: "agreed-price.notice" } });
  });

  it("T3 objection.rule: dismissed, the rest of the days runs from the ruling, three at least, and the ruling is published", async () => {
    const notice = await aRunningNotice(db);
    await moveClockTo(db, new Date(notice.endsAt.getTime() - 3_600_000));
    const [first, second] = [await object(notice.noticeId), await object(notice.noticeId)];
    expect(await rule(notice, first.objectionId, "UNFOUNDED")).toMatchObject({ state: "OBJECTED" });
    await moveClockBy(db, 4 * DAY_MS);
    const before = await readDomainTime(db.db, "test");
    const { endsAt } = await rule(notice, second.objectionId, "SETTLED", "双方已说明情况，异议人书面撤回。");
    expect(endsAt).toEqual(noticeEndAfterRuling(before, 3, calendarFor()));
    const shown = await read(db, readPublishedNotice, ANONYMOUS, { noticeId: notice.noticeId });
    expect(shown).toMatchObject({ state: "RUNNING", endsAt });
    expect(shown.objections.map(({ ruling }) => ruling)).toEqual(["经调查，股权结构与申报一致，异议不成立。", "双方已说明情况，异议人书面撤回。"]);
    await moveClockTo(db, endsAt!);
    expect(await execute(db, clearNotice, SYSTEM, { noticeId: notice.noticeId, dueAt: endsAt! }, anOrigin())).toEqual({ state: "CLEARED" });
  });

  it("T3 objection.rule: upheld, the notice is cancelled or goes back to pricing and needs the buyer again", async () => {
    const cancelled = await aRunningNotice(db);
    expect(await rule(cancelled, (await object(cancelled.noticeId)).objectionId, "UPHELD_CANCEL", "受让方未如实申报关联关系。")).toMatchObject({ state: "CANCELLED" });
    const repriced = await aRunningNotice(db);
    expect(await rule(repriced, (await object(repriced.noticeId)).objectionId, "UPHELD_REPRICE", "定价依据不足，退回重新评估。")).toMatchObject({ state: "PREPARED" });
    await expect(execute(db, publishNotice, repriced.seller, { noticeId: repriced.noticeId }, anOrigin())).rejects.toMatchObject({ code: "NOTICE_NOT_CONFIRMED" });
  });

  it("T3 objection.rule: with reasons, once, by another person of the unit than its author, never by the buyer", async () => {
    const notice = await aRunningNotice(db);
    const { objectionId } = await object(notice.noticeId);
    await expect(rule(notice, objectionId, "UNFOUNDED", " ")).rejects.toMatchObject({ code: "OBJECTION_REASON_NEEDED" });
    await expect(rule({ sellerAdmin: { ...notice.seller, roles: ["ORG_ADMIN"] } }, objectionId, "UNFOUNDED")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(rule({ sellerAdmin: await aPerson(db, notice.buyer.organisation!, ["ORG_ADMIN"]) }, objectionId, "UNFOUNDED")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(rule({ sellerAdmin: await aPerson(db, await anOrganisation(db), ["ORG_ADMIN"]) }, objectionId, "UNFOUNDED")).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const both = await Promise.allSettled([rule(notice, objectionId, "UNFOUNDED"), rule(notice, objectionId, "UPHELD_CANCEL")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "OBJECTION_ALREADY_RULED" } });
  });
});

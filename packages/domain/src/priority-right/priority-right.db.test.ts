import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftedDeal, aSoleBuyerDeal, signedBy } from "../../testing/deals.ts";
import { aListedListing } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import type { PersonActor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { readDeal, signDeal } from "../deal/index.ts";
import { answerPriorityRight, listPriorityRights, namePriorityRight, notifyPriorityRight } from "./index.ts";

describe("T3 priority rights before a deal is concluded", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const sign = async (who: PersonActor, dealId: string) => execute(db, signDeal, who, { dealId, contractHash: (await read(db, readDeal, who, { dealId })).drafted!.hash }, anOrigin());

  it("T3 priority right: a named holder keeps the last signature from falling until he has waived, answered or let his term run out", async () => {
    const { dealId, noticeId, seller, buyer } = await aDraftedDeal(db);
    const name = (holder: string) => execute(db, namePriorityRight, seller, { subjectType: "notice", subjectId: noticeId, kind: "CLIENT", holder }, anOrigin());
    const { rightId } = await name("宏远机械");
    await expect(name("宏远机械")).rejects.toMatchObject({ fields: [{ code: "PRIORITY_NAMED_ALREADY" }] });
    await expect(execute(db, namePriorityRight, buyer, { subjectType: "notice", subjectId: noticeId, kind: "CLIENT", holder: "他人" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await sign(seller, dealId);
    await expect(sign(buyer, dealId)).rejects.toMatchObject({ code: "PRIORITY_RIGHT_OPEN", details: { holder: "宏远机械" } });
    const notify = (days: number) => execute(db, notifyPriorityRight, seller, { rightId, way: "SERVED", days, proof: "书面通知已签收" }, anOrigin());
    await expect(notify(2)).rejects.toMatchObject({ fields: [{ path: "days", code: "PRIORITY_DAYS_TOO_FEW" }] });
    await db.db.parameter.create({ data: { key: "priority-right.notice", version: 1, effectiveFrom: await readDomainTime(db.db, "test"), reason: "司法解释修订", value: { version: "2026-2", noticeDays: 4, displayDays: 5 } } });
    await expect(notify(3)).rejects.toMatchObject({ fields: [{ code: "PRIORITY_DAYS_TOO_FEW", details: { days: 4 } }] });
    const { dueAt } = await notify(4);
    await expect(sign(buyer, dealId)).rejects.toMatchObject({ code: "PRIORITY_RIGHT_OPEN" });
    const second = await name("远大工程");
    await execute(db, answerPriorityRight, seller, { rightId: second.rightId, answer: "waive", proof: "书面放弃声明" }, anOrigin());
    await moveClockTo(db, dueAt);
    expect((await read(db, listPriorityRights, seller, { subjectType: "notice", subjectId: noticeId })).items.map(({ holder, state }) => [holder, state]), "completers were notified by the notice itself").toEqual([["孙创", "LAPSED"], ["钱研", "LAPSED"], ["宏远机械", "LAPSED"], ["远大工程", "WAIVED"]]);
    await expect(execute(db, answerPriorityRight, seller, { rightId, answer: "exercise", proof: "逾期主张" }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect(await sign(buyer, dealId)).toMatchObject({ signedByBoth: true });
  });

  it("T3 priority right: in a listing the seller names and notifies on the same desk; who exercises keeps the sole buyer from concluding; a licence knows none", async () => {
    const deal = await aSoleBuyerDeal(db);
    const { listing, seller, buyer, dealId } = deal;
    const of = { subjectType: "listing", subjectId: listing.id } as const;
    const shown = (who: PersonActor) => read(db, listPriorityRights, who, of);
    expect(await shown(seller)).toMatchObject({ arise: true, may: { name: true }, items: [{ kind: "COMPLETER", state: "LAPSED", notifiedBy: "DISPLAYED" }, { kind: "COMPLETER", state: "LAPSED" }] });
    await expect(shown(buyer)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const { rightId } = await execute(db, namePriorityRight, seller, { ...of, kind: "CO_APPLICANT", holder: "远大工程" }, anOrigin());
    await signedBy(db, deal, [seller]);
    await expect(sign(buyer, dealId)).rejects.toMatchObject({ code: "PRIORITY_RIGHT_OPEN", details: { holder: "远大工程" } });
    const notify = () => execute(db, notifyPriorityRight, seller, { rightId, way: "DISPLAYED", days: 5, proof: "公告送达" }, anOrigin());
    const twice = await Promise.allSettled([notify(), notify()]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await execute(db, answerPriorityRight, seller, { rightId, answer: "exercise", proof: "书面主张优先购买" }, anOrigin());
    await expect(sign(buyer, dealId)).rejects.toMatchObject({ code: "PRIORITY_RIGHT_OPEN" });
    expect((await shown(seller)).items.map(({ state }) => state)).toEqual(["LAPSED", "LAPSED", "EXERCISED"]);

    const licence = await aListedListing(db, { tradeMode: "LICENCE", licenceKind: "ordinary", licenceYears: 5 });
    const named = execute(db, namePriorityRight, licence.seller, { subjectType: "listing", subjectId: licence.id, kind: "CLIENT", holder: "某单位" }, anOrigin());
    await expect(named).rejects.toMatchObject({ code: "PRIORITY_NOT_HERE" });
    expect(await read(db, listPriorityRights, licence.seller, { subjectType: "listing", subjectId: licence.id })).toMatchObject({ arise: false, items: [] });
  });
});

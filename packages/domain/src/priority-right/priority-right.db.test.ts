import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftedDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import type { PersonActor } from "../shared/actor.ts";
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
    const { dueAt } = await notify(3);
    await expect(sign(buyer, dealId)).rejects.toMatchObject({ code: "PRIORITY_RIGHT_OPEN" });
    const second = await name("远大工程");
    await execute(db, answerPriorityRight, seller, { rightId: second.rightId, answer: "waive", proof: "书面放弃声明" }, anOrigin());
    await moveClockTo(db, dueAt);
    expect((await read(db, listPriorityRights, seller, { subjectType: "notice", subjectId: noticeId })).items.map(({ holder, state }) => [holder, state]), "completers were notified by the notice itself").toEqual([["孙创", "LAPSED"], ["钱研", "LAPSED"], ["宏远机械", "LAPSED"], ["远大工程", "WAIVED"]]);
    await expect(execute(db, answerPriorityRight, seller, { rightId, answer: "exercise", proof: "逾期主张" }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect(await sign(buyer, dealId)).toMatchObject({ signedByBoth: true });
  });
});

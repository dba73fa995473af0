import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOpenDeal } from "../../testing/deals.ts";
import { aMandate, aManager, mandateTerms } from "../../testing/mandates.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPublishedResult } from "../../testing/results.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { addManagerTask, answerMandate, commissionsOf, endMandate, expireMandate, findAgencies, finishManagerTask, listMandates, readMandate, readPipeline, requestMandate } from "./index.ts";

describe("P2 mandate", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const request = async (client: PersonActor, otherId: string, changes: object = {}) => execute(db, requestMandate, client, { ...(await mandateTerms(db, otherId)), ...changes }, anOrigin());
  const answer = (who: PersonActor, mandateId: string, accept = true, reason = "") => execute(db, answerMandate, who, { mandateId, accept, reason }, anOrigin());

  it("P2 mandate.request and answer: one side asks, only the other answers", async () => {
    const { seller, resultId } = await aPublishedResult(db);
    const client = seller as PersonActor;
    const manager = await aManager(db);
    const { mandateId, no } = await request(client, manager.organisation!.id, { resultId });
    expect(no).toMatch(/^WT\d{4}-\d{6}$/);
    await expect(answer(client, mandateId)).rejects.toMatchObject({ code: "MANDATE_OTHER_ANSWERS" });
    await expect(answer(await aManager(db), mandateId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(answer(manager, mandateId, false)).rejects.toMatchObject({ fields: [{ code: "MANDATE_REASON_NEEDED" }] });
    const both = await Promise.allSettled([answer(manager, mandateId), answer(manager, mandateId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await read(db, readMandate, manager, { mandateId })).toMatchObject({ state: "ACTIVE", manager: manager.name, own: "agency", may: { end: true, answer: false, addTask: true } });
    expect((await read(db, listMandates, client, {})).items).toMatchObject([{ id: mandateId, own: "client" }]);
    const stranger = await aPerson(db, await anOrganisation(db), ["SELLER"]);
    await expect(read(db, readMandate, stranger, { mandateId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("P2 mandate.request: only an agency with managers, only one's own subjects, never oneself", async () => {
    const { seller } = await aPublishedResult(db);
    const client = seller as PersonActor;
    const manager = await aManager(db);
    const others = await aPublishedResult(db);
    const problem = (path: string, code: string) => ({ fields: [{ path, code }] });
    await expect(request(client, (await anOrganisation(db)).id)).rejects.toMatchObject(problem("otherId", "MANDATE_NO_MANAGER_THERE"));
    await expect(request(client, client.organisation!.id)).rejects.toMatchObject(problem("otherId", "MANDATE_OTHER_UNFIT"));
    await expect(request(client, manager.organisation!.id, { resultId: others.resultId })).rejects.toMatchObject(problem("resultId", "MANDATE_SUBJECT_UNFIT"));
    await expect(request(client, manager.organisation!.id, { validTo: "2020-01-01", validFrom: "2019-01-01" })).rejects.toMatchObject(problem("validTo", "MANDATE_TERM_OVER"));
    await expect(request(await aPerson(db, client.organisation!, ["ORG_ADMIN"]), manager.organisation!.id)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const offered = await execute(db, requestMandate, manager, { ...(await mandateTerms(db, client.organisation!.id)), as: "AGENCY" }, anOrigin());
    expect(await answer(client, offered.mandateId)).toMatchObject({ state: "ACTIVE" });
    expect((await read(db, findAgencies, client, { text: manager.organisation!.name })).items.map(({ id }) => id)).toContain(manager.organisation!.id);
  });

  it("P2 mandate: while one is exclusive nobody else is mandated for the same thing", async () => {
    const { seller, resultId } = await aPublishedResult(db);
    const client = seller as PersonActor;
    await aMandate(db, client, await aManager(db), { resultId, exclusive: true });
    const second = await aManager(db);
    const { mandateId } = await request(client, second.organisation!.id, { resultId });
    await expect(answer(second, mandateId)).rejects.toMatchObject({ code: "MANDATE_EXCLUSIVE_STANDS" });
    const general = await request(client, second.organisation!.id);
    await expect(answer(second, general.mandateId)).rejects.toMatchObject({ code: "MANDATE_EXCLUSIVE_STANDS" });
    const bought = await request(client, second.organisation!.id, { side: "BUYER" });
    expect(await answer(second, bought.mandateId)).toMatchObject({ state: "ACTIVE" });
  });

  it("P2 mandate.end: a request is withdrawn by who asked, a mandate ended by either; expiry holds from the end of its last day", async () => {
    const { seller } = await aPublishedResult(db);
    const client = seller as PersonActor;
    const manager = await aManager(db);
    const asked = await request(client, manager.organisation!.id);
    const end = (who: PersonActor, mandateId: string) => execute(db, endMandate, who, { mandateId, reason: "另有安排" }, anOrigin());
    await expect(end(manager, asked.mandateId)).rejects.toMatchObject({ code: "MANDATE_NOT_YOUR_REQUEST" });
    expect(await end(client, asked.mandateId)).toMatchObject({ state: "WITHDRAWN" });
    const held = await aMandate(db, client, manager);
    expect(await end(manager, held)).toMatchObject({ state: "ENDED" });
    await expect(end(client, held)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    const running = await aMandate(db, client, manager);
    const { dueAt } = await db.db.dueAct.findFirstOrThrow({ where: { kind: "mandate.expire", subjectId: running } });
    expect(await execute(db, expireMandate, SYSTEM, { mandateId: running, dueAt }, anOrigin())).toMatchObject({ state: "ACTIVE" });
    await moveClockTo(db, new Date(dueAt.getTime() + 86_400_000));
    expect(await execute(db, expireMandate, SYSTEM, { mandateId: running, dueAt }, anOrigin())).toMatchObject({ state: "EXPIRED" });
    expect(await db.db.mandate.findUniqueOrThrow({ where: { id: running } })).toMatchObject({ endedAt: dueAt });
  });

  it("P2 commission: an exclusive mandate owes on a deal however it came about, one that introduced nobody owes nothing", async () => {
    const first = await aManager(db);
    const { dealId, seller, buyer } = await anOpenDeal(db);
    await aMandate(db, buyer, first, { side: "BUYER", exclusive: true });
    expect(await commissionsOf(db.db, dealId), "accepted after the award").toEqual([]);
    await db.db.mandate.updateMany({ where: { clientId: buyer.organisation!.id }, data: { answeredAt: new Date("2025-01-02T00:00:00Z") } });
    await aMandate(db, seller, await aManager(db));
    await db.db.mandate.updateMany({ where: { clientId: seller.organisation!.id }, data: { answeredAt: new Date("2025-01-02T00:00:00Z") } });
    expect(await commissionsOf(db.db, dealId)).toMatchObject([{ payerId: buyer.organisation!.id, agencyId: first.organisation!.id, rateBp: 300, amountFen: 3_600_000n, standing: "OWED" }]);
    const desk = await read(db, readPipeline, first, {});
    expect(desk.commissions).toMatchObject([{ amountFen: 3_600_000n, receivedShareFen: 0n }]);
    expect(desk.cards).toMatchObject([{ stage: "SIGN", side: "BUYER", client: buyer.organisation!.name }]);
  });

  it("P2 workspace: tasks are the agency's own, and finished once", async () => {
    const { seller, resultId } = await aPublishedResult(db);
    const manager = await aManager(db);
    const mandateId = await aMandate(db, seller as PersonActor, manager, { resultId });
    const { taskId } = await execute(db, addManagerTask, manager, { mandateId, title: "约谈三家企业" }, anOrigin());
    await expect(execute(db, addManagerTask, seller, { mandateId, title: "不是我的" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect((await read(db, readPipeline, manager, {})).tasks).toMatchObject([{ id: taskId, title: "约谈三家企业" }]);
    expect((await read(db, readPipeline, manager, {})).cards).toMatchObject([{ stage: "MATCH", mandateId }]);
    await execute(db, finishManagerTask, manager, { taskId }, anOrigin());
    await expect(execute(db, finishManagerTask, manager, { taskId }, anOrigin())).rejects.toMatchObject({ code: "MANAGER_TASK_DONE" });
    expect((await read(db, readMandate, seller, { mandateId })).tasks).toEqual([]);
  });
});

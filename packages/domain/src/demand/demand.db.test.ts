import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftDemand, aPublishedDemand } from "../../testing/demands.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { ANONYMOUS, SYSTEM, type PersonActor } from "../shared/actor.ts";
import { addDays, dayOf } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { closeDemand, draftDemand, editDemand, lapseDemand, listOwnDemands, publishDemand, readOwnDemand, readPublishedDemand, searchDemands } from "./index.ts";

let db: TestDatabase;
let buyer: PersonActor;
let stranger: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  buyer = await aPerson(db, await anOrganisation(db, { name: "演示航空制造公司" }), ["BUYER"]);
  stranger = await aPerson(db, await anOrganisation(db), ["BUYER"]);
});
afterAll(() => db.drop());

const inDays = async (days: number) => addDays(dayOf(await readDomainTime(db.db, "test")), days);

describe("D1 demand", () => {
  it.each(["YES", "UNSURE"] as const)("D1 demand: the secrecy answer %s ends the form and keeps nothing", async (secrecy) => {
    await expect(execute(db, draftDemand, buyer, { secrecy, title: "不得留存" }, anOrigin())).rejects.toMatchObject({ code: "SECRECY_NOT_CLEARED" });
    expect(await db.db.demand.count({ where: { title: "不得留存" } })).toBe(0);
  });

  it("D1 demand: a draft may be incomplete; publication names every gap", async () => {
    const { demandId, version } = await execute(db, draftDemand, buyer, { secrecy: "NO", title: "半" }, anOrigin());
    const edited = await execute(db, editDemand, buyer, { demandId, version, budget: "", contactPhone: "123" }, anOrigin());
    const refusal = await execute(db, publishDemand, buyer, { demandId, version: edited.version }, anOrigin()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "DEMAND_NOT_COMPLETE", details: { count: 6 } });
    expect((await read(db, readOwnDemand, buyer, { demandId })).problems.map(({ path }) => path)).toEqual(["title", "problem", "targets", "field", "contactName", "contactPhone"]);
  });

  it("D1 demand: an open demand is public and found; others cannot touch it", async () => {
    const { demandId, version } = await aPublishedDemand(db, { buyer });
    expect(await read(db, readPublishedDemand, ANONYMOUS, { demandId })).toMatchObject({ owner: { name: "演示航空制造公司" }, budgetFen: 80_000_000n, contactName: "李需" });
    expect((await read(db, searchDemands, ANONYMOUS, { q: "气膜孔" })).items.map((item) => item.demandId)).toContain(demandId);
    const acts = [
      () => execute(db, editDemand, stranger, { demandId, version, title: "改" }, anOrigin()),
      () => execute(db, closeDemand, stranger, { demandId, version, reason: "改动" }, anOrigin()),
      () => execute(db, lapseDemand, buyer, { demandId, dueAt: "2026-01-01T00:00:00Z" }, anOrigin()),
      () => read(db, readOwnDemand, stranger, { demandId }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("D1 demand: an open demand must stay complete when it is changed", async () => {
    const { demandId, version } = await aPublishedDemand(db, { buyer });
    await expect(execute(db, editDemand, buyer, { demandId, version, targets: "" }, anOrigin())).rejects.toMatchObject({ code: "DEMAND_NOT_COMPLETE" });
    await execute(db, editDemand, buyer, { demandId, version, title: "镍基单晶叶片冷却孔检测技术" }, anOrigin());
    expect((await read(db, searchDemands, ANONYMOUS, { q: "单晶叶片" })).items).toHaveLength(1);
  });

  it("D1 demand: of two who change it at once, one is told", async () => {
    const { demandId, version } = await aDraftDemand(db, { buyer });
    const outcomes = await Promise.allSettled(["甲", "乙"].map((title) => execute(db, editDemand, buyer, { demandId, version, title }, anOrigin())));
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { code: "CHANGED_MEANWHILE" } }]);
  });

  it("D1 demand: it ends with its deadline's day, with effect from then, and its owner is told", async () => {
    const { demandId } = await aPublishedDemand(db, { buyer, deadlineOn: await inDays(3) });
    const due = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "demand.deadline", subjectId: demandId } } });
    await moveClockBy(db, 10 * 86_400_000);
    await execute(db, lapseDemand, SYSTEM, { demandId, dueAt: due.dueAt }, anOrigin());
    expect(await db.db.demand.findUniqueOrThrow({ where: { id: demandId } })).toMatchObject({ state: "CLOSED", updatedAt: due.dueAt });
    expect(await db.db.notification.count({ where: { personId: buyer.personId, kind: "demand.lapsed" } })).toBe(1);
    expect(await read(db, readPublishedDemand, ANONYMOUS, { demandId })).toMatchObject({ state: "CLOSED", contactPhone: null });
    expect((await read(db, searchDemands, ANONYMOUS, { owner: buyer.organisation!.id, limit: 100 })).items.map((item) => item.demandId)).not.toContain(demandId);
  });

  it("D1 demand: a deadline that is over is refused; without one nothing becomes due", async () => {
    const { demandId, version } = await aDraftDemand(db, { buyer, deadlineOn: await inDays(0) });
    await expect(execute(db, publishDemand, buyer, { demandId, version }, anOrigin())).rejects.toMatchObject({ fields: [{ path: "deadlineOn", code: "DEMAND_DEADLINE_PASSED" }] });
    const open = await aPublishedDemand(db, { buyer });
    expect(await db.db.dueAct.count({ where: { subjectId: open.demandId } })).toBe(0);
  });

  it("D1 demand: closed by its owner, and opened again", async () => {
    const { demandId, version } = await aPublishedDemand(db, { buyer });
    const closed = await execute(db, closeDemand, buyer, { demandId, version, reason: "已找到合作单位" }, anOrigin());
    expect(await execute(db, publishDemand, buyer, { demandId, version: closed.version }, anOrigin())).toMatchObject({ state: "PUBLISHED" });
  });

  it.each(["newest", "deadline", "budget-desc", "relevance"])("D1 demand: sorted by %s, pages follow each other without gap or double", async (sort) => {
    await aPublishedDemand(db, { buyer, deadlineOn: await inDays(30), budget: "" });
    await aPublishedDemand(db, { buyer, deadlineOn: await inDays(20), budget: "120000.50" });
    const q = sort === "relevance" ? "检测" : undefined;
    const ids = async (input: object) => (await read(db, searchDemands, ANONYMOUS, { sort, q, ...input })) as { items: { demandId: string }[]; nextCursor: string | null };
    const whole = (await ids({ limit: 100 })).items.map(({ demandId }) => demandId);
    const walked: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await ids({ limit: 2, ...(cursor ? { cursor } : {}) });
      walked.push(...page.items.map(({ demandId }) => demandId));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(whole);
    expect(whole.length).toBeGreaterThan(3);
  });

  it("D1 demand: the owner's list pages by last change, with counts by state", async () => {
    const first = await read(db, listOwnDemands, buyer, { limit: 2 });
    expect(first.items).toHaveLength(2);
    const second = await read(db, listOwnDemands, buyer, { limit: 2, cursor: first.nextCursor! });
    expect(new Set([...first.items, ...second.items].map(({ demandId }) => demandId)).size).toBe(4);
    expect(first.counts["PUBLISHED"]).toBeGreaterThan(3);
    await expect(read(db, listOwnDemands, ANONYMOUS, {})).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});

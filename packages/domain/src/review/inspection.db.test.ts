import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAcceptedContract, anOffice, aProvinceAdministrator, aContractSeller, aRegisteredContract, type Office } from "../../testing/contracts.ts";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { todosOn } from "../../testing/worklist.ts";
import type { PersonActor } from "../shared/actor.ts";
import { addDays, dayOf, type Day } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { confirmReview, drawInspection, judgeItem, lateFiles, listInspections, officePerformance, readInspection, readReview, remedyItem } from "./index.ts";

const WORDS = "合同文本与核定表的扣除额不一致，应补充说明。";

describe("C3 inspection: a province looks into an office's registrations", () => {
  let db: TestDatabase;
  let office: Office;
  let administrator: PersonActor;
  let today: Day;
  let files: { contractId: string; reviewId: string }[];

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    administrator = await aProvinceAdministrator(db);
    today = dayOf(await readDomainTime(db.db, "test"));
    const seller = await aContractSeller(db);
    files = [];
    for (let i = 0; i < 8; i += 1) files.push(await aRegisteredContract(db, office, { seller, ...(i === 0 ? { form: { taxClaims: ["VAT"] } } : {}) }));
  }, 120_000);
  afterAll(() => db.drop());

  const draw = (actor: PersonActor, change: object = {}) => execute(db, drawInspection, actor, { officeId: office.organisation.id, from: addDays(today, -1), to: today, shareBp: 5_000, minimum: 2, maximum: 6, ...change }, anOrigin());
  const judge = (inspectionId: string, no: number, event: string, words = WORDS, actor = administrator) => execute(db, judgeItem, actor, { inspectionId, no, event, words }, anOrigin());

  it("C3 inspection: the seed and what could be drawn are recorded, and draw the same again; claimed reliefs are always drawn", async () => {
    const { inspectionId, population, drawn } = await draw(administrator);
    expect([population, drawn]).toEqual([8, 4]);
    const inspection = await read(db, readInspection, office.registrar, { inspectionId });
    expect(inspection).toMatchObject({ reproduces: true, population: 8 });
    expect(inspection.items.filter(({ mandatory }) => mandatory).map(({ contractId }) => contractId)).toEqual([files[0]!.contractId]);
    expect((await db.db.auditEntry.findFirstOrThrow({ where: { subjectId: inspectionId } })).after).toMatchObject({ seed: inspection.seed, digest: inspection.digest });
    await expect(db.db.$executeRaw`update inspection set seed = 'other' where id = ${inspectionId}::uuid`).rejects.toThrow();
    expect(await db.db.notification.count({ where: { personId: office.registrar.personId, kind: "inspection.drawn" } })).toBeGreaterThan(0);
    expect((await draw(administrator)).seed).not.toBe(inspection.seed);
  });

  it("C3 inspection: a defect goes to the office and comes back until it is mended; each word stays", async () => {
    const { inspectionId } = await draw(administrator);
    await judge(inspectionId, 1, "pass", "");
    await judge(inspectionId, 2, "findDefect");
    const { projectName } = (await read(db, readInspection, administrator, { inspectionId })).items[1]!.contract;
    expect(await todosOn(db, office.registrar, projectName)).toEqual(["INSPECTION_REMEDY"]);
    await expect(judge(inspectionId, 2, "acceptRemedy")).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    const remedy = (actor: PersonActor) => execute(db, remedyItem, actor, { inspectionId, no: 2, words: WORDS }, anOrigin());
    await expect(remedy(administrator)).rejects.toMatchObject({ kind: "forbidden" });
    await remedy(office.registrar);
    expect([await todosOn(db, office.registrar, projectName), (await todosOn(db, administrator, projectName)).includes("INSPECTION_JUDGE")]).toEqual([[], true]);
    await judge(inspectionId, 2, "rejectRemedy");
    await remedy(office.registrar);
    await judge(inspectionId, 2, "acceptRemedy", "");
    const { items } = await read(db, readInspection, administrator, { inspectionId });
    expect(items[1]).toMatchObject({ state: "CLOSED", version: 5 });
    expect(items[1]!.steps.map(({ event }) => event)).toEqual(["findDefect", "remedy", "rejectRemedy", "remedy", "acceptRemedy"]);
    expect((await read(db, listInspections, administrator, {})).items[0]).toMatchObject({ drawn: 4, defects: 1, open: 2 });
    await expect(judge(inspectionId, 3, "findDefect", "短")).rejects.toMatchObject({ code: "INPUT_INVALID", fields: [{ path: "words", code: "FINDING_NEEDS_WORDS" }] });
  });

  it("C3 inspection: a referred file lies before the province again", async () => {
    const { inspectionId } = await draw(administrator, { minimum: 6 });
    const { items } = await read(db, readInspection, administrator, { inspectionId });
    const item = items.find(({ mandatory }) => !mandatory)!;
    const reviewId = files.find(({ contractId }) => contractId === item.contractId)!.reviewId;
    await execute(db, confirmReview, administrator, { reviewId }, anOrigin());
    await judge(inspectionId, item.no, "findDefect");
    await judge(inspectionId, item.no, "refer");
    expect(await read(db, readReview, administrator, { reviewId })).toMatchObject({ state: "PENDING" });
    expect((await db.db.provincialReview.findUniqueOrThrow({ where: { id: reviewId } })).sampled).toBe(true);
  });

  it("C3 inspection: by the office's own province only; nothing to draw is said", async () => {
    const elsewhere = await aProvinceAdministrator(db, "42");
    await expect(draw(elsewhere)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(draw(office.registrar)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(draw(administrator, { from: "2020-01-01", to: "2020-02-01" })).rejects.toMatchObject({ code: "NOTHING_TO_INSPECT" });
    await expect(draw(administrator, { from: today, to: addDays(today, -1) })).rejects.toMatchObject({ fields: [{ code: "PERIOD_BACKWARDS" }] });
    const { inspectionId } = await draw(administrator);
    await expect(judge(inspectionId, 1, "pass", "", elsewhere)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(read(db, readInspection, (await anOffice(db, { divisionCode: "420100" })).registrar, { inspectionId })).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("C3 performance: each office's time, corrections, returns and lateness, for the authority of its area", async () => {
    const { offices } = await read(db, officePerformance, administrator, {});
    expect(offices.find(({ officeId }) => officeId === office.organisation.id)).toMatchObject({ registered: 8, refused: 0, submitted: 8, corrections: 0, correctionPercent: 0, revoked: 0, overdue: 0, late: 0, medianDays: 0 });
    expect(offices.every(({ officeId }) => officeId !== undefined)).toBe(true);
    await expect(read(db, officePerformance, office.registrar, {})).rejects.toMatchObject({ kind: "forbidden" });
    const other = await aProvinceAdministrator(db, "42");
    expect((await read(db, officePerformance, other, {})).offices.map(({ officeId }) => officeId)).not.toContain(office.organisation.id);
  });

  it("C3 deadlines: the authority of the area sees what its offices let lie, the longest overdue first", async () => {
    const seller = await aContractSeller(db);
    const open = await anAcceptedContract(db, office, { seller, name: "叶片疲劳裂纹检测技术开发" });
    const secret = await anAcceptedContract(db, office, { seller, form: { secret: "commercial" } });
    const ids = [open.contractId, secret.contractId];
    const late = async (actor: PersonActor) => (await read(db, lateFiles, actor, {})).items.filter(({ id }) => ids.includes(id));
    expect(await late(administrator)).toEqual([]);
    const { dueAt } = await db.db.contract.findUniqueOrThrow({ where: { id: open.contractId } });
    await moveClockTo(db, dueAt!);
    expect((await late(administrator)).map(({ projectName, secret: kept, workingDaysLate, officeName }) => [projectName, kept, workingDaysLate, officeName])).toEqual([
      ["叶片疲劳裂纹检测技术开发", false, 1, office.organisation.name], ["", true, 1, office.organisation.name],
    ]);
    const { items, nextCursor } = await read(db, lateFiles, administrator, { limit: 1 });
    expect((await read(db, lateFiles, administrator, { limit: 1, cursor: nextCursor })).items.map(({ id }) => id)).not.toEqual(items.map(({ id }) => id));
    const nation: PersonActor = { ...administrator, roles: ["NATIONAL_ADMINISTRATOR"], organisation: { ...administrator.organisation!, jurisdiction: "" } };
    expect((await late(nation)).length).toBe(2);
    expect(await late(await aProvinceAdministrator(db, "42"))).toEqual([]);
    for (const actor of [seller, office.registrar]) await expect(read(db, lateFiles, actor, {})).rejects.toMatchObject({ kind: "forbidden" });
    expect((await read(db, officePerformance, administrator, {})).offices.find(({ officeId }) => officeId === office.organisation.id)).toMatchObject({ overdue: 2 });
  });
});

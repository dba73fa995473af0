import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPatentNumber } from "../../testing/results.ts";
import { aTable } from "../../testing/tables.ts";
import { advanceImports, listImportRows, readImport } from "../bulk-import/index.ts";
import { openDocument } from "../document/index.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { importResults, readPublishedResult, RESULT_IMPORT, RESULT_SHEET } from "./index.ts";
import { enterResultRow } from "./import-results.ts";

let db: TestDatabase;
let seller: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
});
afterAll(async () => {
  await rm(db.config.storageDir, { recursive: true, force: true });
  await db.drop();
});

const HEADINGS = RESULT_SHEET.columns.map(({ heading }) => heading.zh);
const SUMMARY = "面向工程应用开展系统研究，完成了多轮试验验证，关键指标经第三方检测全部达标，已形成成套工艺文件和装备方案，可直接推广。";

function aRow(changes: Readonly<Record<string, string | number>> = {}): (string | number)[] {
  const row: Record<string, string | number> = {
    title: "汇交登记的低温余热发电成套技术", titleEn: "", summary: SUMMARY, field: "新能源与高效节能", stage: "中试阶段", readinessLevel: 6, tradeModes: "转让、许可", askedPrice: 1200000, priceNegotiable: "否",
    programme: "国家重点研发计划", projectNo: "", divisionCode: "浙江省杭州市西湖区", completers: "钱研|能源学院|60%；孙创|能源学院|40%", rights: `发明专利|${aPatentNumber()}|一种余热发电装置|已授权|2021-03-01|2023-05-09`,
    secrecy: "不涉密", secrecyOfficer: "周慎", contactName: "赵联", contactPhone: "0571-88001234", ...changes,
  };
  return RESULT_SHEET.columns.map(({ key }) => row[key]!);
}

const handIn = (documentId: string, publish = true) => execute(db, importResults, seller, { documentId, publish }, anOrigin());
async function workThrough(): Promise<void> {
  while ((await advanceImports(db, [RESULT_IMPORT])) === "more");
}
const rowsOf = async (importId: string) => (await read(db, listImportRows, seller, { importId, limit: 100 })).items;

describe("R1 bulk submission", () => {
  it.each(["xlsx", "csv", "csv-gb18030"] as const)("R1 bulk submission: of a table as %s good rows go in, and bad rows are named with line, column and reason", async (form) => {
    const title = `余热发电成套技术之${form}`;
    const documentId = await aTable(db, seller, form, [
      HEADINGS,
      aRow({ title }),
      aRow({ title: `${title}二`, stage: "想法", completers: "钱研|能源学院|60%；孙创|能源学院|30%", rights: "发明专利|ZL202110123456.1|错号|已授权||" }),
      HEADINGS.map(() => ""),
      aRow({ title: "短" }),
    ]);
    const { importId } = await handIn(documentId);
    await workThrough();
    expect(await read(db, readImport, seller, { importId })).toMatchObject({ state: "DONE", total: 3, counts: { ACCEPTED: 1, REFUSED: 2, WAITING: 0, REPEATED: 0 } });
    const [good, bad, short] = await rowsOf(importId);
    const published = await read(db, readPublishedResult, { kind: "anonymous" }, { resultId: good!.subjectId });
    expect(published).toMatchObject({ title, field: "06", divisionCode: "330106", askedPriceFen: 120_000_000n, readinessLevel: 6, tradeModes: ["ASSIGNMENT", "LICENCE"], completers: [{ name: "钱研", unit: "能源学院" }, { name: "孙创" }] });
    expect(bad).toMatchObject({ no: 3, outcome: "REFUSED" });
    expect(bad!.problems.map(({ path, code }) => `${path} ${code}`)).toEqual(["stage IMPORT_CHOICE_UNKNOWN", "completers RESULT_SHARES_NOT_WHOLE", "rights.0.number IP_NUMBER_CHECK_DIGIT"]);
    expect(short).toMatchObject({ no: 5, problems: [{ path: "title", code: "RESULT_TITLE_LENGTH" }] });
    expect(await db.db.notification.count({ where: { personId: seller.personId, kind: "bulk-import.done", link: `/desk/imports/${importId}` } })).toBe(1);
  });

  it("R1 bulk submission: the same file again, and the same row in another file, do nothing twice", async () => {
    const row = aRow({ title: "只录入一次的余热发电技术" });
    const documentId = await aTable(db, seller, "xlsx", [HEADINGS, row, row]);
    const [first, twin] = [await handIn(documentId), await handIn(documentId)];
    expect(twin).toEqual({ importId: first.importId, isRunningAlready: true });
    await workThrough();
    const again = await handIn(documentId);
    const other = await handIn(await aTable(db, seller, "csv", [HEADINGS, aRow({ title: "另一项新的余热发电技术" }), row]));
    await workThrough();
    const outcomes = async (importId: string) => (await rowsOf(importId)).map(({ outcome }) => outcome);
    expect(await outcomes(first.importId)).toEqual(["ACCEPTED", "REPEATED"]);
    expect(await outcomes(again.importId)).toEqual(["REPEATED", "REPEATED"]);
    expect(await outcomes(other.importId)).toEqual(["ACCEPTED", "REPEATED"]);
    expect(await db.db.result.count({ where: { title: "只录入一次的余热发电技术" } })).toBe(1);
  });

  it("R1 bulk submission: a worker that dies anywhere loses nothing and enters nothing twice", async () => {
    const titles = Array.from({ length: 5 }, (_, i) => `中途断电也不丢失的技术之${i}`);
    const { importId } = await handIn(await aTable(db, seller, "xlsx", [HEADINGS, ...titles.map((title) => aRow({ title }))]));
    const dying = { ...RESULT_IMPORT, enterRow: { ...enterResultRow, run: async (...args: Parameters<typeof enterResultRow.run>) => {
      const entered = await enterResultRow.run(...args);
      if (args[1].no === 4) throw new Error("power cut after the row was written, before it was committed");
      return entered;
    } } };
    await expect(advanceImports(db, [dying])).rejects.toThrow("power cut");
    expect(await db.db.result.count({ where: { title: { in: titles } } })).toBe(2);
    expect(await advanceImports(db, [RESULT_IMPORT])).toBe("idle"); // the dead worker's lease still runs
    await db.db.$executeRaw`update bulk_import set lease_until = clock_timestamp() - interval '1 second' where id = ${importId}::uuid`;
    await Promise.all([workThrough(), workThrough(), execute(db, enterResultRow, SYSTEM, { importId, no: 2 }, anOrigin())]);
    expect(await db.db.result.count({ where: { title: { in: titles } } })).toBe(5);
    expect(await read(db, readImport, seller, { importId })).toMatchObject({ state: "DONE", counts: { ACCEPTED: 5 } });
    expect(await db.db.notification.count({ where: { link: `/desk/imports/${importId}` } })).toBe(1);
  });

  it("R1 bulk submission: of a row that is not cleared of secrets nothing is kept, not even the file", async () => {
    const documentId = await aTable(db, seller, "csv", [HEADINGS, aRow({ title: "不涉密的一项余热技术" }), aRow({ title: "不得留存的涉密名称", secrecy: "涉密" })]);
    const { sha256 } = await db.db.document.findUniqueOrThrow({ where: { id: documentId } });
    const { importId } = await handIn(documentId, false);
    await workThrough();
    expect(await rowsOf(importId)).toMatchObject([{ outcome: "ACCEPTED" }, { outcome: "REFUSED", cells: null, problems: [{ path: "secrecy", code: "SECRECY_NOT_CLEARED" }] }]);
    await expect(openDocument(db, seller, documentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.db.storedFile.count({ where: { sha256 } })).toBe(0);
    const [kept] = await db.db.$queryRaw<{ n: number }[]>`select ((select count(*) from audit_entry where after::text like '%不得留存的涉密%') + (select count(*) from bulk_import_row where cells::text like '%不得留存的涉密%'))::int as n`;
    expect(kept!.n).toBe(0);
  });

  it.each([
    ["spoilt bytes", "xlsx-broken", [["x"]], "SHEET_UNREADABLE"],
    ["no data", "xlsx", [HEADINGS], "IMPORT_EMPTY"],
    ["other columns", "csv", [["名称", "价格"], ["甲", "乙"]], "IMPORT_COLUMNS_MISSING"],
  ] as const)("R1 bulk submission: a file with %s is refused whole, with the reason", async (_what, form, rows, code) => {
    const { importId } = await handIn(await aTable(db, seller, form, rows));
    await workThrough();
    expect(await read(db, readImport, seller, { importId })).toMatchObject({ state: "FAILED", fault: { code }, counts: { ACCEPTED: 0 } });
  });

  it("R1 bulk submission: programmes hand in rows over the API, by key or heading", async () => {
    const row = Object.fromEntries(RESULT_SHEET.columns.map(({ key, heading }, i) => [i % 2 === 0 ? key : heading.zh, aRow({ title: "接口提交的余热发电技术" })[i]!]));
    const { importId } = await execute(db, importResults, seller, { rows: [row, { title: "缺项" }] }, anOrigin());
    await workThrough();
    const [good, bad] = await rowsOf(importId);
    expect(good).toMatchObject({ outcome: "ACCEPTED", no: 1 });
    expect(bad).toMatchObject({ outcome: "REFUSED", cells: null });
    expect(await db.db.result.findUniqueOrThrow({ where: { id: good!.subjectId! } })).toMatchObject({ state: "DRAFT", title: "接口提交的余热发电技术" });
  });

  it("R1 bulk submission: only a seller of the organisation hands in and reads; an organisation that is not verified cannot publish", async () => {
    const stranger = await aPerson(db, await anOrganisation(db), ["SELLER"]);
    const documentId = await aTable(db, seller, "csv", [HEADINGS, aRow()]);
    await expect(execute(db, importResults, stranger, { documentId }, anOrigin())).rejects.toMatchObject({ code: "IMPORT_FILE_NOT_YOURS" });
    await expect(execute(db, importResults, { ...seller, roles: ["BUYER"] }, { documentId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const { importId } = await handIn(documentId);
    await expect(read(db, readImport, stranger, { importId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(read(db, listImportRows, stranger, { importId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const pending = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY", state: "PENDING" }), ["SELLER"]);
    await expect(execute(db, importResults, pending, { rows: [{ title: "x" }], publish: true }, anOrigin())).rejects.toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
  });
});

import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContractRow, aContractSheet, type SheetRowValues, type SheetSeller } from "../../testing/contract-sheets.ts";
import { aContractSeller, aFullForm, anOffice, aSubmittedContract } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { verifyAudit, sealAudit } from "../audit/index.ts";
import { buildCreditCode } from "../identity/index.ts";
import { readContract } from "../contract/index.ts";
import type { PersonActor } from "../shared/actor.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { cancelImport, listImports, openReport, readImport, runImports, uploadImport } from "./index.ts";

describe("C6 import: contracts by the sheet", () => {
  let db: TestDatabase;
  let seller: PersonActor;
  let as: SheetSeller;
  let today: Day;
  const never = () => false;

  beforeAll(async () => {
    db = await testDatabase();
    await anOffice(db);
    seller = await aContractSeller(db);
    as = await db.db.organisation.findUniqueOrThrow({ where: { id: seller.organisation!.id } });
    today = dayOf(await readDomainTime(db.db, "test"));
  });
  afterAll(() => db.drop());

  let used = 0;
  const row = (change: SheetRowValues = {}): SheetRowValues => aContractRow((used += 1), as, today, change);
  const upload = async (rows: readonly SheetRowValues[], choice: "ALL" | "GOOD" = "GOOD", actor = seller) =>
    uploadImport(db, actor, { name: "合同.csv", choice }, { body: Readable.from([Buffer.from(aContractSheet(rows))]) }, anOrigin());
  const taken = async (rows: readonly SheetRowValues[], choice: "ALL" | "GOOD" = "GOOD") => {
    const { importId } = await upload(rows, choice);
    while ((await runImports(db, never)) === "ended") continue;
    return read(db, readImport, seller, { importId });
  };
  const drafts = (rows: readonly SheetRowValues[]) => db.db.contractImportOrigin.count({ where: { externalNo: { in: rows.map(({ externalNo }) => externalNo!) } } });

  it("C6 import: good rows become complete drafts of the applicant, with parties, amounts and instalments", async () => {
    const rows = [row({ otherCost: "1,000", otherCostNote: "用地", text: `开发合同，引号"与\t制表符\\及换行\n第二行。` }), row({ contractType: "31 专利许可", ipKinds: "21", licenceMode: "ordinary", licenceRegion: "全国", sublicence: "否", patents: "ZL201810000001.1|一种叶片|某大学|2018-01-02|2020-03-04|2038-01-02" })];
    const done = await taken(rows);
    expect(done).toMatchObject({ state: "DONE", rowsRead: 2, rowsGood: 2, rowsMerged: 2, rowsBad: 0, rowsSame: 0, progressBp: 10_000, problems: [] });
    const [first, second] = await db.db.contractImportOrigin.findMany({ where: { importId: done.id }, orderBy: { rowNo: "asc" } });
    const contract = await read(db, readContract, seller, { contractId: first!.contractId });
    expect(contract).toMatchObject({ state: "DRAFT", form: { projectName: rows[0]!.projectName, turnoverFen: BigInt(rows[0]!.turnover!) * 100n, text: rows[0]!.text } });
    const file = await db.db.contract.findUniqueOrThrow({ where: { id: first!.contractId }, include: { parties: true, deductions: true, instalments: true } });
    expect(file.technicalFen).toBe(file.turnoverFen! - 2_100_000n);
    expect(file.parties.map(({ side, organisationId }) => [side, organisationId])).toEqual(expect.arrayContaining([["SELLER", seller.organisation!.id], ["BUYER", null]]));
    expect([file.deductions.length, file.instalments.length, file.createdById]).toEqual([2, 2, seller.personId]);
    expect(await db.db.contractPatent.findMany({ where: { contractId: second!.contractId } })).toMatchObject([{ number: "ZL201810000001.1", owner: "某大学" }]);
    expect(await db.db.notification.count({ where: { personId: seller.personId, kind: "contract-import.ended" } })).toBe(1);
  });

  it("C6 import: bad rows are told row by row and in full; the mended report brings in the rest, and nothing twice", async () => {
    const good = [row(), row()];
    const bad = [row({ contractType: "99" }), row({ turnover: "很多", buyerCreditCode: "91320102000000000X" }), row({ sellerName: "别人", sellerCreditCode: buildCreditCode("12", "330106", 77) })];
    const first = await taken([good[0]!, ...bad, good[1]!]);
    expect(first).toMatchObject({ state: "DONE", rowsGood: 2, rowsBad: 3, rowsMerged: 2 });
    expect(first.problems.map(({ rowNo, path, code }) => [rowNo, path, code])).toEqual(expect.arrayContaining([[3, "contractType", "CODE_UNKNOWN"], [4, "turnover", "zod:invalid_format"], [5, "sellers", "APPLICANT_IS_NO_SELLER"]]));
    const report = await openReport(db, seller, first.id);
    const rows = [];
    for await (const some of report.badRows()) rows.push(...some);
    expect(rows.map(({ rowNo, cells }) => [rowNo, cells[0]])).toEqual([[3, bad[0]!.externalNo], [4, bad[1]!.externalNo], [5, bad[2]!.externalNo]]);
    const again = await taken([...good, { ...bad[0]!, contractType: "11" }]);
    expect(again).toMatchObject({ state: "DONE", rowsGood: 1, rowsSame: 2, rowsMerged: 1, rowsBad: 0 });
    expect(await drafts([...good, ...bad])).toBe(3);
  });

  it("C6 import: all or none: one bad row and nothing is taken; all good and everything is", async () => {
    const rows = Array.from({ length: 7 }, () => row());
    const refused = await taken([...rows.slice(0, 6), { ...rows[6]!, techField: "77" }], "ALL");
    expect(refused).toMatchObject({ state: "REFUSED", rowsBad: 1, rowsMerged: 0 });
    expect(await drafts(rows)).toBe(0);
    expect(await taken(rows, "ALL")).toMatchObject({ state: "DONE", rowsGood: 7, rowsMerged: 7 });
    expect(await drafts(rows)).toBe(7);
    expect(await taken([...rows, row()], "ALL")).toMatchObject({ state: "DONE", rowsSame: 7, rowsMerged: 1 });
    expect(await db.db.contractImportRow.count()).toBe(0);
  });

  it("C6 import: the same file is the same import, also when two send it at once", async () => {
    const rows = [row(), row()];
    const sent = await Promise.all([upload(rows), upload(rows)]);
    expect(new Set(sent.map(({ importId }) => importId)).size).toBe(1);
    expect(sent.map(({ again }) => again).sort()).toEqual([false, true]);
    await runImports(db, never);
    expect(await upload(rows, "ALL")).toMatchObject({ again: true, state: "DONE" });
    expect(await drafts(rows)).toBe(2);
  });

  it.each([["in one batch", 2], ["batches apart", 5_010]])("C6 import: one number, one contract, one place (%s)", { timeout: 120_000 }, async (_, apart) => {
    const filler = Array.from({ length: apart }, () => row());
    const original = row();
    const doubled = { ...original };
    const other = { ...original, turnover: "777777", instalments: "", payment: "1" };
    const renamed = { ...original, externalNo: `R-${original.externalNo}` };
    const done = await taken([original, ...filler, doubled, other, renamed], "ALL");
    expect(done).toMatchObject({ state: "REFUSED", rowsBad: 2, rowsSame: 1 });
    expect(done.problems.map(({ code, details }) => [code, details["row"]])).toEqual([["EXTERNAL_NO_TWICE", 2], ["CONTRACT_TWICE_IN_FILE", 2]]);
  });

  it("C6 import: a contract that lies with an office anywhere in the country is not taken again", async () => {
    const filed = await aFullForm(db, seller);
    await aSubmittedContract(db, { seller, form: filed });
    const { sellers, buyers } = filed;
    const same = row({
      projectName: filed.projectName, signedOn: filed.signedOn, turnover: filed.turnover, equipmentCost: "", payment: "1", instalments: "",
      sellerName: sellers[0]!.name, buyerName: buyers[0]!.name, buyerCreditCode: buyers[0]!.creditCode!, buyerDivision: buyers[0]!.division, buyerNature: buyers[0]!.nature!,
    });
    const sameText = { ...same, externalNo: "T-1", projectName: "改了名称", text: filed.text };
    const done = await taken([same, sameText]);
    expect(done.problems.map(({ path, code }) => [path, code])).toEqual([["projectName", "CONTRACT_REGISTERED_ELSEWHERE"], ["text", "CONTRACT_REGISTERED_ELSEWHERE"]]);
  });

  it("C6 import: stopped between two batches it goes on behind the last; two workers never work on one applicant's files", { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 10_050 }, () => row());
    const { importId } = await upload(rows);
    let asked = 0;
    expect(await runImports(db, () => (asked += 1) >= 1)).toBe("stopped");
    const half = await read(db, readImport, seller, { importId });
    expect(half).toMatchObject({ state: "RUNNING", rowsRead: 5_000, rowsMerged: 5_000 });
    const outcomes = await Promise.all([runImports(db, never), runImports(db, never)]);
    expect(outcomes.sort()).toEqual(["busy", "ended"]);
    expect(await read(db, readImport, seller, { importId })).toMatchObject({ state: "DONE", rowsMerged: 10_050, rowsSame: 0 });
    expect(await drafts(rows)).toBe(10_050);
  });

  it("C6 import: a cancelled import keeps what was taken and takes no more", { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 5_100 }, () => row());
    const { importId } = await upload(rows);
    expect(await runImports(db, () => true)).toBe("stopped");
    await execute(db, cancelImport, seller, { importId }, anOrigin());
    expect(await runImports(db, never)).toBe("idle");
    expect(await drafts(rows)).toBe(5_000);
    await expect(execute(db, cancelImport, seller, { importId }, anOrigin())).rejects.toMatchObject({ code: "IMPORT_NOT_OPEN" });
  });

  it.each([
    ["columns that are missing", "合同编号,项目名称\r\n1,2\r\n", "IMPORT_COLUMNS_MISSING"],
    ["no row", aContractSheet([]), "IMPORT_EMPTY"],
    ["a quotation mark left open", `${aContractSheet([])}"a,b\r\n`, "SHEET_QUOTE_OPEN"],
  ])("C6 import: a file with %s fails by name", async (_, text, code) => {
    const { importId } = await uploadImport(db, seller, { name: "a.csv" }, { body: Readable.from([Buffer.from(text)]) }, anOrigin());
    await runImports(db, never);
    expect(await read(db, readImport, seller, { importId })).toMatchObject({ state: "FAILED", fault: { code } });
  });

  it("C6 import: not for strangers, and only sheets", async () => {
    const { importId } = await upload([row()]);
    const stranger = await aContractSeller(db);
    await expect(read(db, readImport, stranger, { importId })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(execute(db, cancelImport, stranger, { importId }, anOrigin())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(upload([row()], "GOOD", { ...seller, roles: ["VENUE_FINANCE"] })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(uploadImport(db, seller, { name: "a.txt" }, { body: Readable.from([Buffer.from("a")]) }, anOrigin())).rejects.toMatchObject({ code: "SHEET_KIND_REFUSED" });
    expect((await read(db, listImports, seller, {})).items[0]).toMatchObject({ id: importId, state: "QUEUED" });
    await runImports(db, never);
  });

  it("C6 import: the record of what was taken holds", async () => {
    // What another transaction of the server began before is sealed only when that one has ended.
    await expect.poll(async () => { await sealAudit(db); return verifyAudit(db); }, { timeout: 20_000 }).toMatchObject({ fault: null, unsealed: 0 });
    expect(await db.db.auditEntry.count({ where: { act: "contract-import.run", subjectType: "contract-import" } })).toBeGreaterThan(5);
  });
});

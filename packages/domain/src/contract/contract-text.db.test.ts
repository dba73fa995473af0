import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContractSeller, aDocument, aDraftContract, anOffice, aSubmittedContract } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import type { PersonActor } from "../shared/actor.ts";
import { fileStore } from "../document/index.ts";
import { execute, read } from "../shared/execute.ts";
import { assistContract, draftContract, editContract, printContractText, proposeContractText, readContract, readFileText } from "./index.ts";

describe("C1 contract: the text of a form", () => {
  let db: TestDatabase;
  let seller: PersonActor;
  let folder: string;

  beforeAll(async () => {
    db = await testDatabase();
    await anOffice(db);
    seller = await aContractSeller(db);
    folder = await mkdtemp(path.join(os.tmpdir(), "ttx-text-"));
  });
  afterAll(async () => {
    await db.drop();
    await rm(folder, { recursive: true });
  });

  async function aKeptFile(content: string | Uint8Array, mediaType: string): Promise<string> {
    const documentId = await aDocument(db, seller, "合同.txt");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const received = path.join(folder, sha256);
    await writeFile(received, content);
    await fileStore(db.config).put({ path: received, sha256, sizeBytes: Buffer.byteLength(content), mediaType });
    await db.db.storedFile.upsert({ where: { sha256 }, create: { sha256, sizeBytes: BigInt(Buffer.byteLength(content)), mediaType }, update: {} });
    await db.db.document.update({ where: { id: documentId }, data: { sha256 } });
    return documentId;
  }

  it("C1 contract: the template is filled from the form; blanks keep it from being filed", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    const { text } = await read(db, proposeContractText, seller, { contractId });
    expect(text).toContain("技术开发（委托）合同");
    expect(text).toContain("人民币500000.00元");
    const { problems } = await execute(db, editContract, seller, { contractId, version: 0, text }, anOrigin());
    expect(problems).toEqual([{ path: "text", code: "TEXT_HAS_BLANKS", details: expect.anything() }]);
  });

  it("C1 contract: without a class there is nothing to make a text from", async () => {
    const { contractId } = await execute(db, draftContract, seller, {}, anOrigin());
    await expect(read(db, proposeContractText, seller, { contractId })).rejects.toMatchObject({ fields: [{ path: "contractType", code: "TEXT_NEEDS_A_TYPE" }] });
  });

  it("C1 contract: the words of an uploaded file are read, by its owner only", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    const documentId = await aKeptFile("技术服务合同\n第一条 解决特定技术问题。", "text/plain");
    expect((await read(db, readFileText, seller, { contractId, documentId })).text).toContain("解决特定技术问题");
    const stranger = await aContractSeller(db);
    await expect(read(db, readFileText, stranger, { contractId, documentId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const { contractId: theirs } = await aDraftContract(db, { seller: stranger });
    await expect(read(db, readFileText, stranger, { contractId: theirs, documentId })).rejects.toMatchObject({ fields: [{ code: "DOCUMENT_NOT_YOURS" }] });
  });

  it.each([
    ["%PDF-1.7 broken", "application/pdf", "FILE_BROKEN"],
    [" \n ", "text/plain", "FILE_HAS_NO_TEXT"],
    ["a,b", "text/csv", "FILE_NOT_READABLE"],
  ])("C1 contract: %j as %s is refused as %s", async (content, mediaType, code) => {
    const { contractId } = await aDraftContract(db, { seller });
    const documentId = await aKeptFile(content, mediaType);
    await expect(read(db, readFileText, seller, { contractId, documentId })).rejects.toMatchObject({ code });
  });

  it("C1 contract: paper is for the applicant and, once filed, its office", async () => {
    const office = await anOffice(db, { divisionCode: "330200" });
    const { contractId, seller: owner } = await aSubmittedContract(db, { seller: await aContractSeller(db, "330203") });
    const { paper } = await read(db, printContractText, owner, { contractId });
    expect(paper).toMatchObject({ signers: ["甲方", "乙方"], text: expect.stringContaining("技术开发") });
    await read(db, printContractText, office.registrar, { contractId });
    await expect(read(db, printContractText, seller, { contractId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("C2 recognition: hints stand beside what was filed, with their words; nothing is changed by them", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    const before = await read(db, readContract, seller, { contractId });
    const hints = await read(db, assistContract, seller, { contractId });
    expect(hints.type).toMatchObject({ proposed: "11", filed: "11" });
    expect(hints.type.quotes.length).toBeGreaterThan(0);
    expect(hints.turnover).toMatchObject({ proposedFen: 50_000_000n, filedFen: 50_000_000n });
    expect((await read(db, readContract, seller, { contractId })).version).toBe(before.version);
  });

  it("C1 contract: a foreign text needs its Chinese version and the statement; joint sellers the consent of the others", async () => {
    const { contractId } = await aDraftContract(db, { seller });
    const { form } = await read(db, readContract, seller, { contractId });
    const [first] = form.sellers;
    const sellers = [first!, { ...first!, name: "另一研究院", creditCode: null, nature: "600" }].map(({ organisationId: _link, ...party }) => party);
    const english = "This Agreement is made by and between the parties for the development of a catalyst.";
    const { problems } = await execute(db, editContract, seller, { contractId, version: 0, foreignLanguage: true, text: english, sellers }, anOrigin());
    expect(problems.map(({ path, code }) => [path, code])).toEqual([["text", "TEXT_NOT_CHINESE"], ["attachments.A13", "ATTACHMENT_MISSING"], ["attachments.A14", "ATTACHMENT_MISSING"]]);
  });
});

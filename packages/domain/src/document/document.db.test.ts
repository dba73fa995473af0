import { createHash, randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDocument, aPdf, inPieces } from "../../testing/documents.ts";
import { aPreparedNotice } from "../../testing/deals.ts";
import { aDraftListing, aSubmittedListing, aVenue, type TestListing } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aDraftResult, aPublishedResult, aWithdrawnResult } from "../../testing/results.ts";
import { ANONYMOUS, type Actor, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { listOwnDocuments, listPublicDocuments, openDocument, removeDocument, uploadDocument } from "./index.ts";
import { receiveFile } from "./receive-file.ts";

let db: TestDatabase;
let seller: PersonActor;
let stranger: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
  stranger = await aPerson(db, await anOrganisation(db), ["BUYER"]);
});
afterAll(async () => {
  await rm(db.config.storageDir, { recursive: true, force: true });
  await db.drop();
});

const open = (actor: Actor, documentId: string) => openDocument(db, actor, documentId);
const leftIncoming = () => readdir(path.join(db.config.storageDir, "incoming")).catch(() => []);

describe("X3 documents: receiving", () => {
  it("X3 documents: what was sent comes out again, by its hash", async () => {
    const content = aPdf();
    const documentId = await aDocument(db, seller, { content, name: "合同文本.pdf" });
    const opened = await open(seller, documentId);
    expect(opened).toMatchObject({ name: "合同文本.pdf", mediaType: "application/pdf", sizeBytes: content.byteLength, sha256: createHash("sha256").update(content).digest("hex"), isPublic: false, isShown: true });
    expect((await buffer(await opened.content())).equals(content)).toBe(true);
    expect(await db.db.auditEntry.count({ where: { subjectId: documentId, act: "document.upload" } })).toBe(1);
  });

  it("X3 documents: the same content is kept once, whoever sends it", async () => {
    const content = aPdf();
    const [a, b] = await Promise.all([aDocument(db, seller, { content }), aDocument(db, stranger, { content })]);
    expect((await open(seller, a)).sha256).toBe((await open(stranger, b)).sha256);
    expect(await db.db.storedFile.count({ where: { sha256: createHash("sha256").update(content).digest("hex") } })).toBe(1);
  });

  it.each([
    ["x.exe.pdf", Buffer.from("MZ\u0090\u0000not a pdf at all"), "DOCUMENT_KIND_REFUSED"],
    ["x.pdf", Buffer.from("plain words"), "DOCUMENT_NAME_MISMATCH"],
    ["x.png", aPdf(), "DOCUMENT_NAME_MISMATCH"],
    ["x.zip", Buffer.concat([Buffer.from("PK\u0003\u0004"), randomBytes(200)]), "DOCUMENT_KIND_REFUSED"],
    ["x.txt", randomBytes(4000), "DOCUMENT_KIND_REFUSED"],
    ["x.html", Buffer.from("<script>alert(1)</script>"), "DOCUMENT_NAME_MISMATCH"],
  ])("X3 documents: %s is refused", async (name, content, code) => {
    const before = await db.db.document.count();
    await expect(aDocument(db, seller, { name, content })).rejects.toMatchObject({ code, kind: "refused" });
    expect(await db.db.document.count()).toBe(before);
    expect(await leftIncoming()).toEqual([]);
  });

  it.each([
    ["说明.txt", Buffer.from("技术说明，第一行\r\n第二行"), "text/plain"],
    ["数据.csv", Buffer.from("名称,金额\n甲,1.00\n"), "text/csv"],
    ["国标编码.txt", Buffer.from([0xbc, 0xbc, 0xca, 0xf5, 0x0a]), "text/plain"], // 技术 in GB18030
  ])("X3 documents: %s is text", async (name, content, mediaType) => {
    expect(await open(seller, await aDocument(db, seller, { name, content }))).toMatchObject({ mediaType, isShown: false });
  });

  it("X3 documents: names lose paths, control and direction characters", async () => {
    const documentId = await aDocument(db, seller, { name: "C:\\秘密\\..\\报告\u202Efdp.pdf" });
    expect((await open(seller, documentId)).name).toBe("报告fdp.pdf");
  });

  it("X3 documents: empty, too large and cut off leave nothing behind", async () => {
    await expect(aDocument(db, seller, { content: new Uint8Array() })).rejects.toMatchObject({ code: "DOCUMENT_EMPTY" });
    const large = receiveFile(db.config.storageDir, "大.pdf", { body: inPieces(Buffer.concat([aPdf(), Buffer.alloc(5000)])) }, () => Promise.resolve(), 4000);
    await expect(large).rejects.toMatchObject({ code: "DOCUMENT_TOO_LARGE" });
    async function* cutOff(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(aPdf().subarray(0, 100));
      throw new Error("socket closed");
    }
    const before = await db.db.storedFile.count();
    await expect(uploadDocument(db, seller, { name: "断.pdf" }, { body: cutOff() }, anOrigin())).rejects.toMatchObject({ code: "DOCUMENT_UPLOAD_BROKEN", kind: "refused" });
    const half = uploadDocument(db, seller, { name: "半.pdf" }, { body: inPieces(aPdf()), announcedBytes: 100_000 }, anOrigin());
    await expect(half).rejects.toMatchObject({ code: "DOCUMENT_UPLOAD_BROKEN" });
    const many = Array.from({ length: 300 }, () => receiveFile(db.config.storageDir, "断.pdf", { body: cutOff() }, () => Promise.resolve()).catch(String));
    expect(new Set(await Promise.all(many)).size).toBe(1);
    expect(await leftIncoming()).toEqual([]);
    expect(await db.db.storedFile.count()).toBe(before);
  });

  it("X3 documents: who may not upload is told before a byte is read", async () => {
    let asked = false;
    async function* watched(): AsyncGenerator<Uint8Array> {
      asked = true;
      yield await Promise.resolve(aPdf());
    }
    const { resultId } = await aDraftResult(db, { seller });
    await expect(uploadDocument(db, stranger, { name: "a.pdf", subjectType: "result", subjectId: resultId }, { body: watched() }, anOrigin())).rejects.toMatchObject({ code: "DOCUMENT_SUBJECT_NOT_YOURS" });
    await expect(uploadDocument(db, ANONYMOUS, { name: "a.pdf" }, { body: watched() }, anOrigin())).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    await expect(uploadDocument(db, seller, { name: "a.pdf", subjectType: "result" }, { body: watched() }, anOrigin())).rejects.toMatchObject({ fields: [{ code: "DOCUMENT_SUBJECT_HALF" }] });
    expect(asked).toBe(false);
  });
});

describe("X3 documents: reading", () => {
  it("X3 documents: an owner's file opens for the owner only", async () => {
    const documentId = await aDocument(db, seller);
    await expect(open(stranger, documentId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(open(ANONYMOUS, documentId)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    await expect(open(seller, "01a1fc11-c0bb-7203-a68d-301bbf30cb59")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("X3 documents: a public file of a result opens for all while the result is published", async () => {
    const draft = await aDraftResult(db, { seller });
    const published = await aPublishedResult(db, { seller });
    const withdrawn = await aWithdrawnResult(db, { seller });
    const attach = (subjectId: string, audience: "PUBLIC" | "OWNER") => aDocument(db, seller, { audience, subjectType: "result", subjectId });
    const seen = await attach(published.resultId, "PUBLIC");
    expect(await open(ANONYMOUS, seen)).toMatchObject({ isPublic: true });
    for (const hidden of [await attach(draft.resultId, "PUBLIC"), await attach(withdrawn.resultId, "PUBLIC"), await attach(published.resultId, "OWNER")]) {
      await expect(open(ANONYMOUS, hidden)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    }
    const subject = { subjectType: "result", subjectId: published.resultId };
    expect((await read(db, listPublicDocuments, ANONYMOUS, subject)).items.map(({ documentId }) => documentId)).toEqual([seen]);
    expect((await read(db, listOwnDocuments, seller, subject)).items).toHaveLength(2);
    await expect(read(db, listOwnDocuments, stranger, subject)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect((await read(db, listPublicDocuments, ANONYMOUS, { subjectType: "result", subjectId: draft.resultId })).items).toEqual([]);
  });

  it("X3 documents: a listing's materials open for its venue once they are handed in; to another venue never", async () => {
    const [draft, submitted] = [await aDraftListing(db), await aSubmittedListing(db)];
    const attached = async ({ id, seller: owner }: TestListing): Promise<string> => {
      const documentId = await aDocument(db, owner);
      await db.db.document.update({ where: { id: documentId }, data: { subjectType: "listing", subjectId: id } });
      return documentId;
    };
    const [early, handedIn] = [await attached(draft), await attached(submitted)];
    await expect(open(draft.venue.reviewer, early)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(open(submitted.venue.reviewer, handedIn)).resolves.toBeDefined();
    await expect(open({ ...submitted.venue.reviewer, secondFactor: false }, handedIn)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(open((await aVenue(db)).reviewer, handedIn)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(execute(db, removeDocument, submitted.seller, { documentId: handedIn }, anOrigin())).rejects.toMatchObject({ code: "DOCUMENT_IN_USE" });
  });

  it("X3 documents: what is for the parties opens for the other side and for the auditor of the area, not for others", async () => {
    const notice = await aPreparedNotice(db);
    const [shared, kept] = [await aDocument(db, notice.seller, { audience: "PARTIES" }), await aDocument(db, notice.seller)];
    await db.db.document.updateMany({ where: { id: { in: [shared, kept] } }, data: { subjectType: "notice", subjectId: notice.noticeId } });
    await expect(open(notice.buyer, shared)).resolves.toMatchObject({ isPublic: false });
    await expect(open(notice.buyer, kept)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(open(stranger, shared)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const here = await aPerson(db, await anOrganisation(db, { kind: "AUDIT", jurisdiction: "33" }), ["AUDITOR"]);
    const there = await aPerson(db, await anOrganisation(db, { kind: "AUDIT", jurisdiction: "51" }), ["AUDITOR"]);
    await expect(open(here, kept)).resolves.toBeDefined();
    await expect(open(there, kept)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("X3 documents: removed by its owner, and by nobody else", async () => {
    const documentId = await aDocument(db, seller);
    await expect(execute(db, removeDocument, stranger, { documentId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await execute(db, removeDocument, seller, { documentId }, anOrigin());
    await expect(open(seller, documentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDocument, aPdf } from "../../testing/documents.ts";
import { aMandate, aManager } from "../../testing/mandates.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPagedPdf, anInvitedRoom, anOpenRoom, saleTerms, sign } from "../../testing/rooms.ts";
import { openDocument, removeDocument } from "../document/index.ts";
import type { PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { endMandate } from "../technology-manager/index.ts";
import { acceptOffer, bringManager, closeRoom, makeOffer, openRoom, readRoom, say, showDocument, viewRoomDocument, withdrawDocument } from "./index.ts";

describe("T5 negotiation room: managers and documents", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const bring = (who: PersonActor, roomId: string, mandateId: string) => execute(db, bringManager, who, { roomId, mandateId }, anOrigin());

  it("T5 manager: opens a room for his client within the mandate only", async () => {
    const { resultId, seller, buyer } = await anInvitedRoom(db);
    const manager = await aManager(db);
    const client = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    const mandateId = await aMandate(db, client, manager, { side: "BUYER" });
    const open = (who: PersonActor, body: object) => execute(db, openRoom, who, { resultId, ...body }, anOrigin());
    await expect(open(await aManager(db), { mandateId }), "another agency").rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(open(manager, { mandateId, buyerId: buyer.organisation!.id }), "not his client").rejects.toMatchObject({ code: "ROOM_MANDATE_UNFIT" });
    const { roomId } = await open(manager, { mandateId });
    expect(await read(db, readRoom, manager, { roomId })).toMatchObject({ side: "BUYER", isPrincipal: false, signed: false });
    const sellers = await aMandate(db, seller, manager, { resultId });
    await execute(db, endMandate, seller, { mandateId: sellers, reason: "另行委托" }, anOrigin());
    await expect(open(manager, { mandateId: sellers, buyerId: (await anOrganisation(db)).id }), "ended").rejects.toMatchObject({ code: "ROOM_MANDATE_UNFIT" });
  });

  it("T5 manager: signs like everybody, offers where the mandate says so, never accepts, and is out with the mandate", async () => {
    const { roomId, resultId, seller, buyer } = await anOpenRoom(db);
    const manager = await aManager(db);
    const quiet = await aManager(db);
    const mandateId = await aMandate(db, seller, manager, { resultId });
    const buyers = await aMandate(db, buyer, quiet, { side: "BUYER", services: ["FIND"] });
    await expect(bring(buyer, roomId, mandateId), "the other side's").rejects.toMatchObject({ code: "ROOM_MANDATE_UNFIT" });
    await bring(seller, roomId, mandateId);
    await bring(buyer, roomId, buyers);
    await expect(bring(seller, roomId, mandateId)).rejects.toMatchObject({ code: "ROOM_MANAGER_THERE" });
    await expect(execute(db, say, manager, { roomId, text: "您好" }, anOrigin())).rejects.toMatchObject({ code: "ROOM_SIGN_FIRST" });
    await sign(db, roomId, manager);
    await sign(db, roomId, quiet);
    await expect(execute(db, makeOffer, quiet, { roomId, terms: saleTerms() }, anOrigin())).rejects.toMatchObject({ code: "ROOM_OFFERS_NOT_IN_MANDATE" });
    const made = await execute(db, makeOffer, manager, { roomId, terms: saleTerms() }, anOrigin());
    await expect(execute(db, acceptOffer, manager, { roomId, offerNo: made.offerNo, hash: made.hash }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await execute(db, acceptOffer, buyer, { roomId, offerNo: made.offerNo, hash: made.hash }, anOrigin())).toMatchObject({ agreed: false });
    await execute(db, endMandate, seller, { mandateId, reason: "委托终止" }, anOrigin());
    await expect(read(db, readRoom, manager, { roomId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await execute(db, acceptOffer, seller, { roomId, offerNo: made.offerNo, hash: made.hash }, anOrigin())).toMatchObject({ agreed: true, state: "AGREED" });
  });

  it("T5 documents: shown to chosen parties, stamped for each viewer, every look on record", async () => {
    const { roomId, seller, buyer } = await anOpenRoom(db);
    const content = await aPagedPdf();
    const documentId = await aDocument(db, seller, { name: "工艺包.pdf", content });
    const show = (who: PersonActor, id: string, viewers: string[]) => showDocument(db, who, { roomId, documentId: id, viewers }, anOrigin());
    await expect(show(buyer, documentId, [])).rejects.toMatchObject({ fields: [{ code: "ROOM_DOCUMENT_NOT_YOURS" }] });
    await expect(show(seller, documentId, [(await anOrganisation(db)).id])).rejects.toMatchObject({ fields: [{ code: "ROOM_VIEWER_NOT_HERE" }] });
    const { documentNo } = await show(seller, documentId, [buyer.organisation!.id]);
    await expect(show(seller, documentId, [])).rejects.toMatchObject({ fields: [{ code: "ROOM_DOCUMENT_NOT_YOURS" }] });
    const seen = await viewRoomDocument(db, buyer, { roomId, documentNo }, anOrigin());
    expect(seen.name).toBe("工艺包.pdf");
    expect((await PDFDocument.load(seen.content)).getPageCount()).toBe(2);
    expect(Buffer.from(seen.content).equals(Buffer.from(content))).toBe(false);
    expect((await read(db, readRoom, seller, { roomId })).inside!.views).toMatchObject([{ documentNo, personName: buyer.name, organisationId: buyer.organisation!.id }]);
    await expect(openDocument(db, buyer, documentId), "the original stays with its owner").rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(execute(db, removeDocument, seller, { documentId }, anOrigin())).rejects.toMatchObject({ code: "DOCUMENT_IN_USE" });
    await execute(db, withdrawDocument, seller, { roomId, documentNo }, anOrigin());
    await expect(viewRoomDocument(db, buyer, { roomId, documentNo }, anOrigin())).rejects.toMatchObject({ code: "ROOM_DOCUMENT_CLOSED" });
    expect(await db.db.roomView.count({ where: { roomId } }), "a refused look is none").toBe(1);
  });

  it("T5 documents: not those without a right to see, not after the room closed, nothing that cannot be stamped", async () => {
    const { roomId, seller, buyer } = await anOpenRoom(db);
    const closed = await aDocument(db, seller, { content: await aPagedPdf(1) });
    const { documentNo } = await showDocument(db, seller, { roomId, documentId: closed, viewers: [] }, anOrigin());
    await expect(viewRoomDocument(db, buyer, { roomId, documentNo }, anOrigin())).rejects.toMatchObject({ code: "ROOM_DOCUMENT_CLOSED" });
    const empty = await aDocument(db, seller, { content: aPdf() });
    await expect(showDocument(db, seller, { roomId, documentId: empty, viewers: [] }, anOrigin())).rejects.toMatchObject({ code: "ROOM_DOCUMENT_UNSTAMPABLE" });
    const words = await aDocument(db, seller, { name: "说明.txt", content: Buffer.from("文字说明") });
    await expect(showDocument(db, seller, { roomId, documentId: words, viewers: [] }, anOrigin())).rejects.toMatchObject({ fields: [{ code: "ROOM_DOCUMENT_KIND" }] });
    const open = await aDocument(db, seller, { content: await aPagedPdf(1) });
    const shown = await showDocument(db, seller, { roomId, documentId: open, viewers: [buyer.organisation!.id] }, anOrigin());
    await execute(db, closeRoom, seller, { roomId }, anOrigin());
    await expect(viewRoomDocument(db, buyer, { roomId, documentNo: shown.documentNo }, anOrigin())).rejects.toMatchObject({ code: "ROOM_DOCUMENT_CLOSED" });
  });
});

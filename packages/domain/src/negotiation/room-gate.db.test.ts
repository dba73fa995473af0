import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDocument } from "../../testing/documents.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { anOpenRoom, aPagedPdf, saleTerms } from "../../testing/rooms.ts";
import { applyForLicence, confirmClass, openGate, proposeClass, recordExportPaper } from "../export-control/index.ts";
import type { Actor } from "../shared/actor.ts";
import { execute } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { acceptOffer, closeRoom, makeOffer, refuseOffer, say, showDocument, viewRoomDocument } from "./index.ts";

describe("T8 negotiation room: the cross-border gate", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());

  it("T8 negotiation room: talks that run stand still when their use abroad comes up, until the letter of intent is there; one may still say no and leave", async () => {
    const { roomId, resultId, seller, buyer } = await anOpenRoom(db);
    const admin = await aPerson(db, seller.organisation!, ["ORG_ADMIN"]);
    const documentId = await aDocument(db, seller, { name: "工艺包.pdf", content: await aPagedPdf() });
    const { documentNo } = await showDocument(db, seller, { roomId, documentId, viewers: [buyer.organisation!.id] }, anOrigin());
    const offer = async () => run(makeOffer, seller, { roomId, terms: saleTerms() });
    const { offerNo, hash } = await offer();

    const { gateId } = await run(openGate, seller, { resultId, buyerId: buyer.organisation!.id, placeOfUse: "新加坡" });
    const another = await aDocument(db, seller, { name: "参数表.pdf", content: await aPagedPdf(1) });
    const held = async (code: string) => {
      await expect(run(say, seller, { roomId, text: "工艺温度为……" }), "say").rejects.toMatchObject({ code });
      await expect(offer(), "offer").rejects.toMatchObject({ code });
      await expect(run(acceptOffer, buyer, { roomId, offerNo, hash }), "accept").rejects.toMatchObject({ code });
      await expect(showDocument(db, seller, { roomId, documentId: another, viewers: [] }, anOrigin()), "show").rejects.toMatchObject({ code });
      await expect(viewRoomDocument(db, buyer, { roomId, documentNo }, anOrigin()), "view").rejects.toMatchObject({ code });
    };
    await held("EXPORT_NOT_CHECKED");
    const found = { gateId, catalogueItem: "183506X", secretDeclared: false, dualUse: false, fiscalProject: false, assignsOrExclusive: false, securityReview: false };
    await run(proposeClass, seller, found);
    await run(confirmClass, admin, found);
    await held("EXPORT_PAPER_MISSING");
    await viewRoomDocument(db, seller, { roomId, documentNo }, anOrigin());
    await run(applyForLicence, seller, { gateId });
    await run(recordExportPaper, admin, { gateId, kind: "LETTER_OF_INTENT", number: "YX-1", authority: "浙江省商务厅", issuedOn: "2026-01-05" });
    await run(say, seller, { roomId, text: "许可意向书已取得，继续洽谈。" });
    await viewRoomDocument(db, buyer, { roomId, documentNo }, anOrigin());
  });

  it("T8 negotiation room: prohibited technology ends the talks for good, but not the way out of them", async () => {
    const { roomId, resultId, seller, buyer } = await anOpenRoom(db);
    const admin = await aPerson(db, seller.organisation!, ["ORG_ADMIN"]);
    const { offerNo } = await run(makeOffer, seller, { roomId, terms: saleTerms() });
    const { gateId } = await run(openGate, seller, { resultId, buyerId: buyer.organisation!.id, placeOfUse: "新加坡" });
    const found = { gateId, catalogueItem: "050302J", secretDeclared: false, dualUse: false, fiscalProject: false, assignsOrExclusive: false, securityReview: false };
    await run(proposeClass, seller, found);
    await run(confirmClass, admin, found);
    await expect(run(say, buyer, { roomId, text: "请继续" })).rejects.toMatchObject({ code: "EXPORT_BLOCKED" });
    await run(refuseOffer, buyer, { roomId, offerNo, reason: "OTHER", note: "出口手续不获批准" });
    await run(closeRoom, buyer, { roomId, reason: "OTHER", note: "出口手续不获批准" });
  });
});

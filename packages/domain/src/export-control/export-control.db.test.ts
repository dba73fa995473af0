import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { noticeTerms, today } from "../../testing/deals.ts";
import { aBuyer, ALL_MATERIALS, aListedListing, aRegisteredIntent, aSeller, aVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPublishedResult } from "../../testing/results.ts";
import { changeNotice, prepareNotice } from "../agreed-price/index.ts";
import { qualifyIntent } from "../listing/index.ts";
import type { Actor, PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { applyForLicence, confirmClass, demandExportStage, openGate, proposeClass, readExportGate, recheckGate, recordExportPaper, recordExportRefusal, signedAcrossBorder } from "./index.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { z } from "zod";

const CLEAN = { catalogueItem: "", secretDeclared: false, dualUse: false, fiscalProject: false, assignsOrExclusive: false, securityReview: false };

describe("T8 export control", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const aBuyerAbroad = async (): Promise<PersonActor> => {
    const company = await anOrganisation(db, { name: "Overseas Tech Ltd" });
    await db.db.organisation.update({ where: { id: company.id }, data: { partyType: "500" } });
    return aPerson(db, company, ["BUYER"]);
  };

  async function aGate(changes: Partial<typeof CLEAN> = {}) {
    const unit = await anOrganisation(db, { kind: "UNIVERSITY" });
    const [seller, admin] = [await aPerson(db, unit, ["SELLER"]), await aPerson(db, unit, ["ORG_ADMIN"])];
    const buyer = await aBuyerAbroad();
    const { resultId } = await aPublishedResult(db, { seller });
    const { gateId } = await run(openGate, seller, { resultId, buyerId: buyer.organisation!.id, placeOfUse: "新加坡" });
    const found = { gateId, ...CLEAN, ...changes };
    return { gateId, seller, admin, buyer, resultId, found, classify: async () => { await run(proposeClass, seller, found); return run(confirmClass, admin, found); } };
  }
  const stateOf = async (id: string) => (await db.db.exportGate.findUniqueOrThrow({ where: { id } })).state;
  const paper = (gateId: string, kind: string, number: string) => ({ gateId, kind, number, authority: "浙江省商务厅", issuedOn: "2026-01-05" });
  const asAct = (work: Parameters<typeof defineUseCase<{ resultId: string; buyerId: string }, object>>[2]) => defineUseCase("export-control.open", z.object({ resultId: z.uuid(), buyerId: z.uuid() }), work);
  const stage = (gate: { resultId: string; buyer: PersonActor; seller: PersonActor }, name: "NEGOTIATE" | "SIGN" | "CERTIFY") =>
    run(asAct(async (ctx, { resultId, buyerId }) => { ctx.authorise({ ownerId: gate.seller.organisation!.id }); ctx.record({ type: "result", id: resultId }); await demandExportStage(ctx, name, resultId, buyerId); return {}; }), gate.seller, { resultId: gate.resultId, buyerId: gate.buyer.organisation!.id });
  const sign = (gate: { resultId: string; buyer: PersonActor; seller: PersonActor }) =>
    run(asAct(async (ctx, { resultId, buyerId }) => { ctx.authorise({ ownerId: gate.seller.organisation!.id }); ctx.record({ type: "result", id: resultId }); await signedAcrossBorder(ctx, resultId, buyerId); return {}; }), gate.seller, { resultId: gate.resultId, buyerId: gate.buyer.organisation!.id });

  it("T8 export control: restricted technology: no talks before the letter of intent, no certificate before the licence, in effect on its day", async () => {
    const gate = await aGate({ catalogueItem: "183506X" });
    expect(await gate.classify()).toMatchObject({ state: "RESTRICTED", agree: true });
    await expect(stage(gate, "NEGOTIATE")).rejects.toMatchObject({ code: "EXPORT_PAPER_MISSING" });
    await run(applyForLicence, gate.seller, { gateId: gate.gateId });
    await expect(stage(gate, "NEGOTIATE")).rejects.toMatchObject({ code: "EXPORT_PAPER_MISSING" });
    await expect(run(recordExportPaper, gate.seller, paper(gate.gateId, "LETTER_OF_INTENT", "YX-1"))).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await run(recordExportPaper, gate.admin, paper(gate.gateId, "LETTER_OF_INTENT", "YX-1"))).toMatchObject({ state: "MAY_NEGOTIATE" });
    await stage(gate, "NEGOTIATE");
    await sign(gate);
    expect(await stateOf(gate.gateId)).toBe("PENDING_LICENCE");
    await expect(stage(gate, "CERTIFY")).rejects.toMatchObject({ code: "EXPORT_PAPER_MISSING" });
    await expect(run(recordExportPaper, gate.admin, paper(gate.gateId, "LETTER_OF_INTENT", "YX-1"))).rejects.toMatchObject({ code: "EXPORT_PAPER_ENTERED_ALREADY" });
    expect(await run(recordExportPaper, gate.admin, paper(gate.gateId, "LICENCE", "XK-1"))).toMatchObject({ state: "CLEARED" });
    expect(await read(db, readExportGate, gate.seller, { gateId: gate.gateId })).toMatchObject({ effectiveOn: "2026-01-05", may: { recheck: true } });
    await stage(gate, "CERTIFY");
    await run(recheckGate, gate.seller, { gateId: gate.gateId, reason: "许可范围变更" });
    expect(await stateOf(gate.gateId)).toBe("CHECK");
    await expect(stage(gate, "NEGOTIATE")).rejects.toMatchObject({ code: "EXPORT_NOT_CHECKED" });
  });

  it("T8 export control: two persons classify, each without the other's findings; where they differ nothing moves", async () => {
    const gate = await aGate({ catalogueItem: "183506X" });
    await expect(run(confirmClass, gate.admin, gate.found)).rejects.toMatchObject({ code: "EXPORT_FIRST_FINDINGS_MISSING" });
    await run(proposeClass, gate.seller, gate.found);
    expect(await read(db, readExportGate, gate.admin, { gateId: gate.gateId })).toMatchObject({ first: { findings: null }, may: { confirm: true } });
    const both = await aPerson(db, gate.seller.organisation!, ["SELLER", "ORG_ADMIN"]);
    await run(proposeClass, both, gate.found);
    await expect(run(confirmClass, both, gate.found)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await run(confirmClass, gate.admin, { ...gate.found, catalogueItem: "" })).toMatchObject({ state: "CHECK", agree: false });
    expect(await read(db, readExportGate, gate.admin, { gateId: gate.gateId })).toMatchObject({ differ: true });
    const twice = await Promise.allSettled([run(confirmClass, gate.admin, gate.found), run(confirmClass, gate.admin, gate.found)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stateOf(gate.gateId)).toBe("RESTRICTED");
  });

  it("T8 export control: prohibited and secret technology is blocked, and so is what the authority refuses", async () => {
    for (const changes of [{ catalogueItem: "050302j" }, { secretDeclared: true }]) {
      const gate = await aGate(changes);
      expect(await gate.classify()).toMatchObject({ state: "BLOCKED" });
      await expect(stage(gate, "NEGOTIATE")).rejects.toMatchObject({ code: "EXPORT_BLOCKED" });
    }
    const gate = await aGate({ dualUse: true });
    expect(await gate.classify()).toMatchObject({ state: "CONTROLLED" });
    await run(recordExportPaper, gate.admin, paper(gate.gateId, "DUAL_USE_LICENCE", "LY-1"));
    expect(await stateOf(gate.gateId)).toBe("CONTROLLED");
    await run(recordExportRefusal, gate.admin, { gateId: gate.gateId, reason: "最终用户存在风险" });
    expect(await stateOf(gate.gateId)).toBe("BLOCKED");
  });

  it("T8 export control: a free technology is registered after the contract, with the project body's approval where fiscal money was in it", async () => {
    const gate = await aGate({ fiscalProject: true, assignsOrExclusive: true });
    expect(await gate.classify()).toMatchObject({ state: "FREE" });
    await stage(gate, "NEGOTIATE");
    await sign(gate);
    await run(recordExportPaper, gate.admin, paper(gate.gateId, "CONTRACT_REGISTRATION", "DJ-1"));
    expect(await stateOf(gate.gateId)).toBe("REGISTER");
    expect(await run(recordExportPaper, gate.admin, paper(gate.gateId, "PROJECT_APPROVAL", "PF-1"))).toMatchObject({ state: "CLEARED" });
    await expect(db.db.exportPaper.deleteMany({ where: { gateId: gate.gateId } })).rejects.toThrow();
  });

  it("T8 export control: a buyer abroad may register, but is neither qualified for bidding nor agreed with before the gate lets him", async () => {
    const [venue, seller] = [await aVenue(db), await aSeller(db)];
    const listing = await aListedListing(db, { venue, seller, materials: ALL_MATERIALS });
    const buyer = await aBuyerAbroad();
    const intent = await aRegisteredIntent(db, listing, buyer);
    const qualify = () => run(qualifyIntent, venue.reviewer, { intentId: intent.id, findings: [] });
    await expect(qualify()).rejects.toMatchObject({ code: "EXPORT_NOT_CHECKED" });
    const gate = await db.db.exportGate.findFirstOrThrow({ where: { buyerId: buyer.organisation!.id } });
    expect(gate).toMatchObject({ ground: "BUYER_ABROAD", venueId: venue.id });
    await run(proposeClass, seller, { gateId: gate.id, ...CLEAN, catalogueItem: "183506X" });
    await run(confirmClass, venue.reviewer, { gateId: gate.id, ...CLEAN, catalogueItem: "183506X" });
    await expect(qualify()).rejects.toMatchObject({ code: "EXPORT_PAPER_MISSING" });
    const terms = noticeTerms(buyer.organisation!.id, await today(db), { venueId: venue.id });
    await expect(run(prepareNotice, seller, { resultId: listing.resultId, ...terms })).rejects.toMatchObject({ code: "EXPORT_PAPER_MISSING" });
    const atHome = await run(prepareNotice, seller, { resultId: listing.resultId, ...terms, buyerId: (await aBuyer(db)).organisation!.id });
    await expect(run(changeNotice, seller, { noticeId: atHome.noticeId, version: atHome.version, ...terms }), "nor put in the place of a buyer at home").rejects.toMatchObject({ code: "EXPORT_PAPER_MISSING" });
    await run(applyForLicence, seller, { gateId: gate.id });
    await run(recordExportPaper, venue.reviewer, paper(gate.id, "LETTER_OF_INTENT", "YX-9"));
    expect(await qualify()).toMatchObject({ state: "QUALIFIED" });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDocument } from "../../testing/documents.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aConfirmedNotice, today } from "../../testing/deals.ts";
import { aDraftListing, aVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPublishedResult } from "../../testing/results.ts";
import { publishNotice } from "../agreed-price/index.ts";
import { acceptListing, publishListing, submitListing } from "../listing/index.ts";
import { ANONYMOUS, type Actor, type PersonActor } from "../shared/actor.ts";
import { addDays } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { declareProjectContract, readProjectContract } from "./index.ts";

const PROJECT = { projectNo: "2021YFB3701200", funder: "国家重点研发计划办公室", clause: "成果转让、独占许可前须书面征得资助方同意。" };
const REFUSED = { code: "FUNDER_CONSENT_MISSING", details: { project: PROJECT.projectNo, funder: PROJECT.funder } };

describe("T1 project contract: a seller bound by the contract of a funded project", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const declare = (seller: Actor, resultId: string, more: object = {}) => run(declareProjectContract, seller, { resultId, ...PROJECT, demand: "CONSENT", ...more });
  const consent = async (seller: PersonActor) => ({ consentNo: "国科资函〔2026〕3号", consentOn: await today(db), documentId: await aDocument(db, seller) });

  it("T1 project-contract.declare: a listing is neither handed in, admitted nor put on the market before the funder's consent is on file", async () => {
    const venue = await aVenue(db);
    const draft = await aDraftListing(db, { venue });
    const { seller, resultId } = draft;
    await declare(seller, resultId);
    await expect(run(submitListing, seller, { listingId: draft.id })).rejects.toMatchObject(REFUSED);
    const paper = await consent(seller);
    for (const part of ["consentNo", "consentOn", "documentId"] as const) await expect(declare(seller, resultId, { ...paper, [part]: part === "consentNo" ? "" : null })).rejects.toMatchObject({ fields: [{ path: part, code: "CONSENT_PART_MISSING" }] });
    await expect(declare(seller, resultId, { ...paper, consentOn: addDays(paper.consentOn, 1) })).rejects.toMatchObject({ fields: [{ path: "consentOn", code: "CONSENT_IN_FUTURE" }] });
    expect(await declare(seller, resultId, paper)).toMatchObject({ hasConsent: true });
    await run(submitListing, seller, { listingId: draft.id });

    // Found out between the steps that the consent is not one: each door asks anew.
    await declare(seller, resultId);
    await expect(run(acceptListing, venue.reviewer, { listingId: draft.id, remark: "" })).rejects.toMatchObject(REFUSED);
    const second = await consent(seller);
    await declare(seller, resultId, second);
    await run(acceptListing, venue.reviewer, { listingId: draft.id, remark: "" });
    await declare(seller, resultId);
    await expect(run(publishListing, venue.operator, { listingId: draft.id })).rejects.toMatchObject(REFUSED);
    await declare(seller, resultId, await consent(seller));
    expect(await run(publishListing, venue.operator, { listingId: draft.id })).toMatchObject({ state: "LISTED" });
  });

  it.each([
    [{}, "2021YFB3701200"],
    [{ projectNo: "" }, "国家重点研发计划"],
  ])("T1 project-contract.declare: a result that names a project (%j) is not handed in before its contract was declared", async (names, project) => {
    const seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
    const { resultId } = await aPublishedResult(db, { seller, undeclared: true, ...names });
    const draft = await aDraftListing(db, { seller, resultId });
    const shown = async () => (await read(db, readProjectContract, seller, { resultId })).isUndeclared;
    expect(await shown()).toBe(true);
    await expect(run(submitListing, seller, { listingId: draft.id })).rejects.toMatchObject({ code: "PROJECT_CONTRACT_UNDECLARED", details: { project } });
    await declare(seller, resultId, { demand: "FREE" });
    expect(await shown()).toBe(false);
    expect(await run(submitListing, seller, { listingId: draft.id })).toMatchObject({ state: "REVIEW" });
  });

  it("T1 project-contract.declare: what nobody funded needs no declaration", async () => {
    const seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
    const { resultId } = await aPublishedResult(db, { seller, undeclared: true, projectNo: "", programme: "0" });
    const draft = await aDraftListing(db, { seller, resultId });
    expect(await read(db, readProjectContract, seller, { resultId })).toMatchObject({ contract: null, isUndeclared: false });
    expect(await run(submitListing, seller, { listingId: draft.id })).toMatchObject({ state: "REVIEW" });
  });

  it("T3 project-contract.declare: an agreed price is not published before it; a project that leaves the unit free holds nothing up", async () => {
    const bound = await aConfirmedNotice(db);
    await declare(bound.seller, bound.resultId);
    await expect(run(publishNotice, bound.seller, { noticeId: bound.noticeId })).rejects.toMatchObject(REFUSED);
    await declare(bound.seller, bound.resultId, await consent(bound.seller));
    expect(await run(publishNotice, bound.seller, { noticeId: bound.noticeId })).toMatchObject({ state: "RUNNING" });
    const free = await aConfirmedNotice(db);
    await declare(free.seller, free.resultId, { demand: "FREE", clause: "成果归承担单位，自主转化。" });
    expect(await run(publishNotice, free.seller, { noticeId: free.noticeId })).toMatchObject({ state: "RUNNING" });
  });

  it("T1 project-contract.read: everybody reads what the contract asks and whether the funder agreed; words and paper are for the owner and the exchange it was handed to", async () => {
    const venue = await aVenue(db);
    const draft = await aDraftListing(db, { venue });
    const { seller, resultId } = draft;
    const paper = await consent(seller);
    await declare(seller, resultId, paper);
    const as = async (actor: Actor) => (await read(db, readProjectContract, actor, { resultId })).contract;
    expect(await as(ANONYMOUS)).toMatchObject({ projectNo: PROJECT.projectNo, demand: "CONSENT", hasConsent: true, consentNo: paper.consentNo, inside: null });
    expect(await as(venue.reviewer), "not handed in yet").toMatchObject({ inside: null });
    await run(submitListing, seller, { listingId: draft.id });
    for (const actor of [seller, venue.reviewer]) expect(await as(actor)).toMatchObject({ inside: { clause: PROJECT.clause, documentId: paper.documentId } });
    const stranger = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
    expect(await as(stranger)).toMatchObject({ inside: null });
    await expect(declare(stranger, resultId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(declare(seller, resultId, { ...paper, documentId: await aDocument(db, stranger) })).rejects.toMatchObject({ fields: [{ path: "documentId", code: "CONSENT_DOCUMENT_NOT_FREE" }] });
    await db.db.result.update({ where: { id: resultId }, data: { state: "WITHHELD" } });
    await expect(as(ANONYMOUS)).rejects.toMatchObject({ kind: "not-found" });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import {
  aBuyer,
  aDraftListing,
  aListedListing,
  ALL_MATERIALS,
  anAcceptedListing,
  aSeller,
  aSubmittedListing,
  aVenue,
  type TestVenue,
} from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aDraftResult, aPatentNumber, aPublishedResult } from "../../testing/results.ts";
import { announcementEnd } from "./listing.rules.ts";
import { sumOfBook } from "../ledger/index.ts";
import { calendarFor } from "../reference/index.ts";
import { ANONYMOUS, type PersonActor } from "../shared/actor.ts";
import type { UseCase } from "../shared/use-case.ts";
import { dayOf, daysBetween } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { toWire } from "../shared/wire.ts";
import type { DomainError } from "../shared/errors.ts";
import {
  acceptListing,
  amendListing,
  draftListing,
  editListing,
  openReserve,
  publishListing,
  readPublishedListing,
  recordWithdrawalPayment,
  rejectListing,
  relistListing,
  returnListing,
  secondReviewListing,
  setReserve,
  submitListing,
  suspendListing,
  terminateListing,
  withdrawListing,
} from "./index.ts";

let db: TestDatabase;
let venue: TestVenue;
let seller: PersonActor;
beforeAll(async () => {
  db = await testDatabase();
  venue = await aVenue(db);
  seller = await aSeller(db);
});
afterAll(() => db.drop());

const run = <I, O>(useCase: UseCase<I, O>, actor: PersonActor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
const refusal = (act: Promise<unknown>): Promise<DomainError> => act.then(() => Promise.reject(new Error("was not refused")), (error: unknown) => error as DomainError);
const row = (id: string) => db.db.listing.findUniqueOrThrow({ where: { id } });

describe("T1 listing: draft", () => {
  it("begins from a published result with its price, the venue's period for the seller's class, and a number of the year", async () => {
    const { resultId } = await aPublishedResult(db, { seller, askedPrice: "880000" });
    const { listingId, no } = await run(draftListing, seller, { resultId, venueId: venue.id });
    expect(await row(listingId)).toMatchObject({ state: "DRAFT", priceFen: 88_000_000n, workingDays: 10, sellerId: seller.organisation!.id });
    expect(no).toMatch(/^GP20\d\d-\d{6}$/);
  });

  it("refuses an unpublished result, another's result, and a place that is no venue", async () => {
    const draft = await aDraftResult(db, { seller });
    expect((await refusal(run(draftListing, seller, { resultId: draft.resultId, venueId: venue.id, price: "1000" }))).fields[0]).toMatchObject({ code: "RESULT_NOT_PUBLISHED" });
    const foreign = await aPublishedResult(db);
    expect(await refusal(run(draftListing, seller, { resultId: foreign.resultId, venueId: venue.id }))).toMatchObject({ code: "NOT_PERMITTED" });
    const own = await aPublishedResult(db, { seller });
    expect((await refusal(run(draftListing, seller, { resultId: own.resultId, venueId: seller.organisation!.id }))).fields[0]).toMatchObject({ path: "venueId", code: "NOT_A_VENUE" });
  });

  it("keeps what is not sent, and takes edits in DRAFT only", async () => {
    const listing = await aDraftListing(db, { seller, venue });
    await run(editListing, seller, { listingId: listing.id, price: "990000.50", buyerConditions: "在境内依法设立\n\n有同类产品的生产能力" });
    expect(await row(listing.id)).toMatchObject({ priceFen: 99_000_050n, workingDays: 10 });
    await run(submitListing, seller, { listingId: listing.id });
    expect(await refusal(run(editListing, seller, { listingId: listing.id, price: "1" }))).toMatchObject({ kind: "invalid" });
    expect(await refusal(run(editListing, seller, { listingId: listing.id, price: "1000" }))).toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("names everything that is missing at once", async () => {
    const listing = await aDraftListing(db, { seller, venue, tradeMode: "LICENCE", workingDays: 3, materials: { APPLICATION: { note: "已附" } }, declarations: {} });
    const error = await refusal(run(submitListing, seller, { listingId: listing.id }));
    expect(error).toMatchObject({ code: "LISTING_NOT_COMPLETE", kind: "invalid" });
    const faults = new Map(error.fields.map(({ path, code }) => [path, code]));
    expect(faults.get("licenceKind")).toBe("LICENCE_KIND_NEEDED");
    expect(faults.get("licenceYears")).toBe("LICENCE_YEARS_NEEDED");
    expect(faults.get("workingDays")).toBe("PERIOD_TOO_SHORT");
    expect(faults.get("declarations.isTruthful")).toBe("NOT_DECLARED");
    expect(faults.get("materials.DECISION_PAPER")).toBe("MATERIAL_MISSING");
    // A licence leaves the right with the unit: no completer stands before the buyer (民法典 847).
    expect(faults.has("materials.PRIORITY_RIGHTS")).toBe(false);
    expect((await row(listing.id)).state).toBe("DRAFT");
  });

  it("does not let a file of another organisation stand as material", async () => {
    const other = await aSeller(db);
    const file = await db.db.storedFile.create({ data: { sha256: "a".repeat(64), sizeBytes: 1n, mediaType: "application/pdf" } });
    const document = await db.db.document.create({ data: { sha256: file.sha256, name: "决议.pdf", ownerId: other.organisation!.id, uploadedById: other.personId, createdAt: new Date("2025-01-01T00:00:00Z") } });
    const listing = await aDraftListing(db, { seller, venue, materials: { ...ALL_MATERIALS, DECISION_PAPER: { documentId: document.id } } });
    expect((await refusal(run(submitListing, seller, { listingId: listing.id }))).fields).toMatchObject([{ path: "materials.DECISION_PAPER", code: "DOCUMENT_NOT_YOURS" }]);
  });

  it("is for verified organisations only", async () => {
    const listing = await aDraftListing(db, { seller, venue });
    const unverified = { ...seller, organisation: { ...seller.organisation!, state: "SUSPENDED" } };
    expect(await refusal(run(submitListing, unverified, { listingId: listing.id }))).toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
  });
});

describe("T1 listing: review by a second person", () => {
  it("is accepted by the venue's reviewer, never by its author, another venue or another role", async () => {
    const listing = await aSubmittedListing(db, { seller, venue });
    const otherVenue = await aVenue(db);
    expect(await refusal(run(acceptListing, otherVenue.reviewer, { listingId: listing.id }))).toMatchObject({ code: "NOT_PERMITTED" });
    expect(await refusal(run(acceptListing, venue.operator, { listingId: listing.id }))).toMatchObject({ code: "NOT_PERMITTED" });
    const author = { ...venue.reviewer, personId: seller.personId };
    expect(await refusal(run(acceptListing, author, { listingId: listing.id }))).toMatchObject({ code: "NOT_PERMITTED" });
    const { state } = await run(acceptListing, venue.reviewer, { listingId: listing.id });
    expect(state).toBe("ACCEPTED");
    expect(await refusal(run(acceptListing, venue.reviewer, { listingId: listing.id }))).toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("goes back with reasons and comes again; rejection is final", async () => {
    const listing = await aSubmittedListing(db, { seller, venue });
    await run(returnListing, venue.reviewer, { listingId: listing.id, reason: "请补充年费缴纳凭证" });
    expect(await row(listing.id)).toMatchObject({ state: "DRAFT", reviewReason: "请补充年费缴纳凭证" });
    await run(submitListing, seller, { listingId: listing.id });
    await run(rejectListing, venue.reviewer, { listingId: listing.id, reason: "权属不清，不予受理" });
    expect(await row(listing.id)).toMatchObject({ state: "REJECTED" });
    expect(await refusal(run(submitListing, seller, { listingId: listing.id }))).toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("takes a second reviewer for export-restricted technology", async () => {
    const listing = await aSubmittedListing(db, { seller, venue, declarations: { isTruthful: true, isExportRestricted: true } });
    expect(await refusal(run(acceptListing, venue.reviewer, { listingId: listing.id }))).toMatchObject({ code: "SECOND_REVIEWER_NEEDED" });
    const second = await aPerson(db, venue.reviewer.organisation!, ["VENUE_REVIEWER"]);
    await run(secondReviewListing, second, { listingId: listing.id });
    expect(await refusal(run(acceptListing, second, { listingId: listing.id }))).toMatchObject({ code: "SECOND_REVIEWER_NEEDED" });
    expect(await run(acceptListing, venue.reviewer, { listingId: listing.id })).toMatchObject({ state: "ACCEPTED" });
  });

  it("§9.1 the database itself refuses a public listing that nobody else accepted", async () => {
    const listing = await aSubmittedListing(db, { seller, venue });
    await expect(db.db.listing.update({ where: { id: listing.id }, data: { publishedAt: new Date("2026-03-02T01:00:00Z") } })).rejects.toThrow(/listing_public_was_accepted/);
  });
});

describe("T1 listing: publication", () => {
  it("announces the terms, counts the period by the calendar and makes its end due", async () => {
    const listing = await anAcceptedListing(db, { seller, venue, buyerConditions: "在境内依法设立" });
    const { publishedAt, periodEndsAt } = await run(publishListing, venue.operator, { listingId: listing.id, workingDays: 12 });
    expect(periodEndsAt).toEqual(announcementEnd(publishedAt, 12, calendarFor(), 17));
    expect(await db.db.dueAct.findFirst({ where: { kind: "listing.end-period", subjectId: listing.id } })).toMatchObject({ dueAt: periodEndsAt, doneAt: null });
    const { terms } = await db.db.listingTerms.findFirstOrThrow({ where: { listingId: listing.id } });
    // 10 % of 1 200 000 yuan.
    expect(terms).toMatchObject({ price: "1200000.00", deposit: "120000.00", workingDays: 12, buyerConditions: ["在境内依法设立"], sellerClass: "STATE_INSTITUTE" });
    expect(await db.db.listingStep.findMany({ where: { listingId: listing.id }, orderBy: { no: "asc" } })).toMatchObject([
      { no: 1, event: "accept" },
      { no: 2, event: "publish", periodEndsAt, workingDays: 12, calendarVersion: calendarFor().version },
    ]);
    expect(await db.db.outboxEvent.count({ where: { type: "ListingPublished", subjectId: listing.id } })).toBe(1);
  });

  it.each([
    ["UNIVERSITY", 10],
    ["STATE_ENTERPRISE", 20],
    ["ENTERPRISE", 5],
  ] as const)("a seller of kind %s announces for %i working days at least", async (kind, min) => {
    const listing = await anAcceptedListing(db, { seller: await aSeller(db, { kind }), venue });
    expect(await refusal(run(publishListing, venue.operator, { listingId: listing.id, workingDays: min - 1 }))).toMatchObject({ code: "PERIOD_TOO_SHORT", details: { min } });
    expect(await run(publishListing, venue.operator, { listingId: listing.id, workingDays: min })).toMatchObject({ state: "LISTED" });
  });

  it("the venue's own parameters win over the proposal", async () => {
    const own = await aVenue(db);
    await db.db.parameter.create({
      data: { key: "listing.venue", scope: own.id, version: 3, effectiveFrom: new Date(0), reason: "试行规则", value: { announcementMinWorkingDays: { STATE_INSTITUTE: 7, STATE_OWNED_ENTERPRISE: 20, PRIVATE: 3 }, closingHour: 16 } },
    });
    const listing = await anAcceptedListing(db, { seller, venue: own, workingDays: 7 });
    const { publishedAt, periodEndsAt } = await run(publishListing, own.operator, { listingId: listing.id });
    expect(periodEndsAt).toEqual(announcementEnd(publishedAt, 7, calendarFor(), 16));
    expect(await row(listing.id)).toMatchObject({ parameterVersion: 3 });
  });

  it("two operators at once publish once", async () => {
    const listing = await anAcceptedListing(db, { seller, venue });
    const colleague = await aPerson(db, venue.operator.organisation!, ["VENUE_OPERATOR"]);
    const tries = await Promise.allSettled([venue.operator, colleague].map((actor) => run(publishListing, actor, { listingId: listing.id })));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.db.listingTerms.count({ where: { listingId: listing.id } })).toBe(1);
  });

  it("the same click twice is one publication with one answer", async () => {
    const listing = await anAcceptedListing(db, { seller, venue });
    const click = () => execute(db, publishListing, venue.operator, { listingId: listing.id }, anOrigin(`publish-${listing.id}`));
    const [first, second] = await Promise.all([click(), click()]);
    expect(toWire(second)).toEqual(toWire(first));
  });

  it("§9.3 a right on offer exclusively is not offered twice; two ordinary licences are", async () => {
    const right = { kind: "21", number: aPatentNumber(), title: "一种方法", status: "GRANTED", filedOn: "2021-03-01", grantedOn: "2023-05-09" };
    const a = await aPublishedResult(db, { seller, rights: [right] });
    const b = await aPublishedResult(db, { seller, rights: [right], title: "同一专利的另一成果包装" });
    const ordinary = { tradeMode: "LICENCE", licenceKind: "ordinary", licenceYears: 5 } as const;
    await aListedListing(db, { seller, venue, resultId: a.resultId, ...ordinary });
    await aListedListing(db, { seller, venue, resultId: b.resultId, ...ordinary });
    const third = await anAcceptedListing(db, { seller, venue, resultId: b.resultId });
    expect(await refusal(run(publishListing, venue.operator, { listingId: third.id }))).toMatchObject({ code: "RIGHTS_ALREADY_ON_OFFER" });
  });

  it("§9.3 exclusive licences of one right are offered side by side where their territories do not meet", async () => {
    const { resultId } = await aPublishedResult(db, { seller });
    const offer = (licenceTerritory?: string) => anAcceptedListing(db, { seller, venue, resultId, tradeMode: "LICENCE", licenceKind: "exclusive", licenceYears: 5, ...(licenceTerritory === undefined ? {} : { licenceTerritory }) });
    const [zhejiang, shandong, hangzhou, everywhere] = [await offer("浙江省"), await offer("山东省"), await offer("杭州市"), await offer()];
    for (const { id } of [zhejiang, shandong]) expect(await run(publishListing, venue.operator, { listingId: id })).toMatchObject({ state: "LISTED" });
    for (const { id } of [hangzhou, everywhere]) expect(await refusal(run(publishListing, venue.operator, { listingId: id }))).toMatchObject({ code: "RIGHTS_ALREADY_ON_OFFER" });
    expect((await read(db, readPublishedListing, ANONYMOUS, { listingId: zhejiang.id })).terms).toMatchObject({ licenceTerritory: "浙江省" });
  });

  it("§2.1 burdens and known defects are announced with the listing; what forbids the offer is said when it is handed in", async () => {
    const pledge = { kind: "PLEDGE", territory: "", until: "2030-12-31", detail: "质押登记号 Y2026330000123" } as const;
    const { THIRD_PARTY_CONSENTS: _consent, ...withoutConsent } = ALL_MATERIALS;
    const draft = await aDraftListing(db, { seller, venue, materials: withoutConsent, disclosure: { encumbrances: [pledge, { kind: "SEIZURE", detail: "（2026）浙01执123号" }], defects: "尚未通过型式检验。" } });
    const submit = () => run(submitListing, seller, { listingId: draft.id });
    expect(await refusal(submit())).toMatchObject({
      code: "LISTING_NOT_COMPLETE",
      fields: [expect.objectContaining({ path: "materials.THIRD_PARTY_CONSENTS", code: "MATERIAL_MISSING" }), expect.objectContaining({ path: "disclosure.encumbrances.1.kind", code: "ENCUMBRANCE_SEIZED" })],
    });
    await run(editListing, seller, { listingId: draft.id, materials: ALL_MATERIALS, disclosure: { encumbrances: [pledge], defects: "尚未通过型式检验。" } });
    await submit();
    await run(acceptListing, venue.reviewer, { listingId: draft.id });
    await run(publishListing, venue.operator, { listingId: draft.id });
    const shown = async () => (await read(db, readPublishedListing, ANONYMOUS, { listingId: draft.id })).terms.disclosure;
    expect(await shown()).toEqual({ encumbrances: [pledge], defects: "尚未通过型式检验。" });

    // What comes to be known while it is listed is a change of the announcement; a seizure ends it another way.
    const amend = (disclosure: object) => run(amendListing, venue.operator, { listingId: draft.id, reason: "转让方补充披露", approvalPaper: "校转化〔2026〕9号", disclosure });
    await expect(amend({ encumbrances: [{ kind: "SEIZURE", detail: "（2026）浙01执123号" }], defects: "" })).rejects.toMatchObject({ fields: [{ path: "disclosure.encumbrances.0.kind", code: "ENCUMBRANCE_SEIZED" }] });
    expect(await amend({ encumbrances: [pledge], defects: "型式检验一项不合格，正在整改。" })).toMatchObject({ state: "LISTED", termsNo: 2 });
    expect(await shown()).toMatchObject({ defects: "型式检验一项不合格，正在整改。" });
  });

  it("§2.1 a licence says where it holds before it is handed in", async () => {
    const draft = await aDraftListing(db, { seller, venue, tradeMode: "LICENCE", licenceKind: "ordinary", licenceYears: 5 });
    await run(editListing, seller, { listingId: draft.id, licenceTerritory: null });
    expect(await refusal(run(submitListing, seller, { listingId: draft.id }))).toMatchObject({ fields: [expect.objectContaining({ path: "licenceTerritory", code: "LICENCE_TERRITORY_NEEDED" })] });
    await run(editListing, seller, { listingId: draft.id, licenceTerritory: "长三角三省一市" });
    expect(await run(submitListing, seller, { listingId: draft.id })).toMatchObject({ state: "REVIEW" });
  });

  it("two exclusive offers of one right published at once: one goes through", async () => {
    const { resultId } = await aPublishedResult(db, { seller });
    const offers = await Promise.all([1, 2].map(() => anAcceptedListing(db, { seller, venue, resultId })));
    const tries = await Promise.allSettled(offers.map(({ id }) => run(publishListing, venue.operator, { listingId: id })));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("bidding under the Auction Law is announced seven days before (拍卖法 45)", async () => {
    const firm = await aSeller(db, { kind: "ENTERPRISE" });
    const plan = { legalRegime: "AUCTION_LAW", startDelaySeconds: 0, viewingDays: 2, viewing: "转让方技术中心，工作日预约" } as const;
    const soon = await anAcceptedListing(db, { seller: firm, venue, workingDays: 5, bidding: plan });
    const now = await readDomainTime(db.db, "test");
    // Five working days are less than seven days, unless a holiday lies between.
    const daysUntil = daysBetween(dayOf(now), dayOf(announcementEnd(now, 5, calendarFor())));
    if (daysUntil < 7) expect(await refusal(run(publishListing, venue.operator, { listingId: soon.id }))).toMatchObject({ code: "AUCTION_NOTICE_TOO_SHORT" });
    const later = await anAcceptedListing(db, { seller: firm, venue, workingDays: 5, bidding: { ...plan, startDelaySeconds: 7 * 86_400 } });
    expect(await run(publishListing, venue.operator, { listingId: later.id })).toMatchObject({ state: "LISTED" });
  });

  it("under the Auction Law the object can be viewed for two days at a named place (拍卖法 48), and that fits before the bidding", async () => {
    const firm = await aSeller(db, { kind: "ENTERPRISE" });
    const draft = async (bidding: object) => (await aDraftListing(db, { seller: firm, venue, workingDays: 5, bidding: { startDelaySeconds: 10 * 86_400, ...bidding } })).id;
    const place = { viewing: "转让方技术中心，工作日预约" };
    for (const [bidding, path, code] of [
      [{ legalRegime: "AUCTION_LAW", viewingDays: 1, ...place }, "bidding.viewingDays", "VIEWING_TOO_SHORT"],
      [{ legalRegime: "AUCTION_LAW", viewingDays: 2 }, "bidding.viewing", "VIEWING_PLACE_NEEDED"],
      [{ viewingDays: 1 }, "bidding.viewing", "VIEWING_PLACE_NEEDED"],
    ] as const) {
      expect(await refusal(run(submitListing, firm, { listingId: await draft(bidding) }))).toMatchObject({ code: "LISTING_NOT_COMPLETE", fields: [expect.objectContaining({ path, code })] });
    }
    const long = await anAcceptedListing(db, { seller: firm, venue, workingDays: 5, bidding: { startDelaySeconds: 0, viewingDays: 60, ...place } });
    expect(await refusal(run(publishListing, venue.operator, { listingId: long.id }))).toMatchObject({ code: "VIEWING_DOES_NOT_FIT" });
    const plain = await anAcceptedListing(db, { seller: firm, venue, workingDays: 5 });
    expect(await run(publishListing, venue.operator, { listingId: plain.id })).toMatchObject({ state: "LISTED" });
  });

  it("§9.2 published terms cannot be changed, not even by the database's owner through the application", async () => {
    const listing = await aListedListing(db, { seller, venue });
    await expect(db.db.listingTerms.updateMany({ where: { listingId: listing.id }, data: { no: 2 } })).rejects.toThrow(/permission denied/);
    await expect(db.db.$executeRaw`delete from listing_step`).rejects.toThrow(/permission denied/);
  });
});

describe("T1 listing: reserve", () => {
  it("is sealed with a commitment, readable to nobody before the close", async () => {
    const listing = await aListedListing(db, { seller, venue, bidding: { hasReserve: true } });
    const { reserveHash } = await run(setReserve, seller, { listingId: listing.id, reserve: "1500000" });
    const { reserveSealed } = await row(listing.id);
    expect(reserveSealed).not.toContain("1500000");
    expect(openReserve(db.config.secretKey, listing.no, { sealed: reserveSealed!, hash: reserveHash })).toBe(150_000_000n);
    expect(() => openReserve(db.config.secretKey, "GP0000-000000", { sealed: reserveSealed!, hash: reserveHash })).toThrow();
    const said = JSON.stringify(await db.db.auditEntry.findMany({ where: { subjectId: listing.id } }), (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(said).not.toContain("150000000");
    expect(await refusal(run(setReserve, seller, { listingId: listing.id, reserve: "1000000" }))).toMatchObject({ code: "RESERVE_BELOW_START" });
    const silent = await aListedListing(db, { seller, venue });
    expect(await refusal(run(setReserve, seller, { listingId: silent.id, reserve: "1500000" }))).toMatchObject({ code: "RESERVE_NOT_ANNOUNCED" });
  });
});

describe("T1 listing: who may end or change it", () => {
  it("withdraws by the seller, terminates by the venue's reviewer, and nobody else", async () => {
    const listing = await aListedListing(db, { seller, venue });
    const input = { listingId: listing.id, reason: "另有安排，撤回挂牌" };
    for (const actor of [venue.operator, await aBuyer(db), await aSeller(db)]) {
      expect(await refusal(run(withdrawListing, actor, input))).toMatchObject({ code: "NOT_PERMITTED" });
    }
    expect(await refusal(run(terminateListing, seller, input))).toMatchObject({ code: "NOT_PERMITTED" });
    expect(await refusal(run(suspendListing, seller, input))).toMatchObject({ code: "NOT_PERMITTED" });
    expect(await refusal(run(amendListing, seller, { ...input, approvalPaper: "校长办公会纪要", price: "1000000" }))).toMatchObject({ code: "NOT_PERMITTED" });
    expect(await refusal(run(relistListing, seller, { listingId: listing.id, price: "1000000" }))).toMatchObject({ code: "RELIST_NOT_POSSIBLE" });
    expect(await run(withdrawListing, seller, input)).toMatchObject({ state: "WITHDRAWN" });
    expect(await refusal(run(terminateListing, venue.reviewer, input))).toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect(await db.db.dueAct.count({ where: { subjectId: listing.id, doneAt: null } })).toBe(0);
  });

  it("is not withdrawn before the venue's costs are settled (拍卖法 29); a transfer entered twice counts once, and the book stays at nothing", async () => {
    const own = await aVenue(db);
    const finance = await aPerson(db, own.operator.organisation!, ["VENUE_FINANCE"]);
    await db.db.parameter.create({ data: { key: "listing.venue", scope: own.id, version: 1, effectiveFrom: new Date(0), reason: "试行规则", value: { withdrawalCostFen: "3000" } } });
    const listing = await aListedListing(db, { seller, venue: own });
    const withdraw = () => run(withdrawListing, seller, { listingId: listing.id, reason: "另有安排，撤回挂牌" });
    const enter = (amount: string, bankReference: string) => run(recordWithdrawalPayment, finance, { listingId: listing.id, amount, bankReference });
    expect(await refusal(withdraw())).toMatchObject({ code: "LISTING_COSTS_NOT_SETTLED", details: { costs: "3000.00", open: "3000.00" } });
    await enter("1000", "CB-2026-1");
    expect(await refusal(enter("1000", "CB-2026-1"))).toMatchObject({ code: "LISTING_COSTS_RECORDED_ALREADY" });
    expect(await refusal(enter("2000.01", "CB-2026-2"))).toMatchObject({ code: "LISTING_COSTS_OVERPAID" });
    expect(await refusal(run(recordWithdrawalPayment, venue.operator, { listingId: listing.id, amount: "1", bankReference: "CB-2026-3" }))).toMatchObject({ code: "NOT_PERMITTED" });
    expect(await refusal(withdraw())).toMatchObject({ details: { open: "2000.00" } });
    await enter("2000", "CB-2026-2");
    expect(await withdraw()).toMatchObject({ state: "WITHDRAWN" });
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("asks officers of the venue for a second factor", async () => {
    const listing = await anAcceptedListing(db, { seller, venue });
    expect(await refusal(run(publishListing, { ...venue.operator, secondFactor: false }, { listingId: listing.id }))).toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
    const member = await aPerson(db, await anOrganisation(db), ["SELLER"]);
    expect(await refusal(run(publishListing, member, { listingId: listing.id }))).toMatchObject({ code: "NOT_PERMITTED" });
  });
});

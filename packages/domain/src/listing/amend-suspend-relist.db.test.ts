import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aBuyer, aListedListing, anAdmittedIntent, aQualifiedIntent, aRegisteredIntent, aSeller, aVenue, endThePeriod, type TestVenue } from "../../testing/listings.ts";
import { aManager, aMandate } from "../../testing/mandates.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { payDeposit } from "../deposit/index.ts";
import { calendarFor } from "../reference/index.ts";
import { SYSTEM, type PersonActor } from "../shared/actor.ts";
import type { DomainError } from "../shared/errors.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import {
  acceptListing,
  amendListing,
  editListing,
  endListingPeriod,
  leaveIntent,
  publishListing,
  qualifyIntent,
  reconfirmIntent,
  registerIntent,
  relistListing,
  resumeListing,
  submitListing,
  suspendListing,
  terminateListing,
} from "./index.ts";
import { ListingPromise } from "./listing.schema.ts";
import { qualificationDueAt } from "./intent.rules.ts";
import { announcementEnd, suspensionEnd, workingDaysRun } from "./listing.rules.ts";
import { venueParametersAt } from "./venue-parameters.ts";

let db: TestDatabase;
let venue: TestVenue;
beforeAll(async () => {
  db = await testDatabase();
  venue = await aVenue(db);
});
afterAll(() => db.drop());

const run = <I, O>(useCase: UseCase<I, O>, actor: PersonActor | typeof SYSTEM, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
const refusal = (act: Promise<unknown>): Promise<DomainError> => act.then(() => Promise.reject(new Error("was not refused")), (error: unknown) => error as DomainError);
const row = (id: string) => db.db.listing.findUniqueOrThrow({ where: { id } });
const stateOf = async (id: string): Promise<string> => (await db.db.intent.findUniqueOrThrow({ where: { id } })).state;
const depositOf = (intentId: string) => db.db.deposit.findUniqueOrThrow({ where: { intentId } });
const paper = { reason: "经校长办公会研究调整", approvalPaper: "校办〔2026〕12号" };

describe("T1 listing: change of terms with restart (trading §2.2, §9.2)", () => {
  it("is a new version, the period starts anew, and whoever was admitted must confirm", async () => {
    const listing = await aListedListing(db, { venue });
    const [stays, goes, silent] = [await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing), await anAdmittedIntent(db, listing)];
    await moveClockBy(db, 3 * 86_400_000);
    const before = await readDomainTime(db.db, "test");
    const { termsNo, periodEndsAt } = await run(amendListing, venue.operator, { listingId: listing.id, ...paper, price: "1000000", workingDays: 11 });
    expect(termsNo).toBe(2);
    expect(periodEndsAt).toEqual(announcementEnd(before, 11, calendarFor(), 17));
    expect(await row(listing.id)).toMatchObject({ termsVersion: 2, priceFen: 100_000_000n, state: "LISTED" });
    const versions = await db.db.listingTerms.findMany({ where: { listingId: listing.id }, orderBy: { no: "asc" } });
    expect(versions.map(({ terms }) => (terms as { price: string }).price)).toEqual(["1200000.00", "1000000.00"]);
    expect(await stateOf(stays.id)).toBe("RECONFIRM");

    await run(reconfirmIntent, stays.buyer, { intentId: stays.id });
    await run(leaveIntent, goes.buyer, { intentId: goes.id });
    expect(await db.db.intent.findUniqueOrThrow({ where: { id: stays.id } })).toMatchObject({ state: "ADMITTED", termsNo: 2 });
    expect(await depositOf(goes.id)).toMatchObject({ state: "REFUNDING" });

    expect(await endThePeriod(db, { ...listing, periodEndsAt })).toBe("agreeWithSole");
    expect(await stateOf(silent.id)).toBe("RELEASED");
    expect((await depositOf(silent.id)).state).toBe("REFUNDING");
  });

  it("needs something to change, a paper, and the venue's minimum", async () => {
    const listing = await aListedListing(db, { venue });
    expect(await refusal(run(amendListing, venue.operator, { listingId: listing.id, ...paper }))).toMatchObject({ code: "AMENDMENT_EMPTY" });
    expect(await refusal(run(amendListing, venue.operator, { listingId: listing.id, ...paper, workingDays: 9 }))).toMatchObject({ code: "PERIOD_TOO_SHORT" });
    expect(await refusal(run(amendListing, venue.operator, { listingId: listing.id, reason: "无批文调整", price: "1000000" }))).toMatchObject({ kind: "invalid" });
  });

  it("moves the deadline of deposits still awaited to the new end", async () => {
    const listing = await aListedListing(db, { venue });
    const awaited = await aQualifiedIntent(db, listing);
    await moveClockBy(db, 2 * 86_400_000);
    const { periodEndsAt } = await run(amendListing, venue.operator, { listingId: listing.id, ...paper, paymentTerms: "分两期支付" });
    expect(await depositOf(awaited.id)).toMatchObject({ state: "REQUESTED", dueAt: periodEndsAt });
  });
});

describe("T1 listing: suspension (§9.15)", () => {
  it("stops the clock, takes no intents and no deposits, and gives back the unserved days", async () => {
    const listing = await aListedListing(db, { venue, workingDays: 20 });
    const awaited = await aQualifiedIntent(db, listing);
    await moveClockBy(db, 9 * 86_400_000);
    const suspendedAt = await readDomainTime(db.db, "test");
    await run(suspendListing, venue.operator, { listingId: listing.id, reason: "权属争议待核实" });
    expect(await refusal(run(registerIntent, await aBuyer(db), { listingId: listing.id, declaresNoTies: true }))).toMatchObject({ code: "LISTING_NOT_OPEN" });
    expect(await refusal(run(payDeposit, awaited.buyer, { depositId: awaited.depositId }))).toMatchObject({ code: "DEPOSIT_PAUSED" });
    await moveClockTo(db, listing.periodEndsAt);
    expect(await run(endListingPeriod, SYSTEM, { listingId: listing.id, dueAt: listing.periodEndsAt })).toMatchObject({ event: null });

    const resumedAt = await readDomainTime(db.db, "test");
    const { periodEndsAt } = await run(resumeListing, venue.operator, { listingId: listing.id, reason: "争议已经排除" });
    const served = workingDaysRun((await db.db.listingStep.findFirstOrThrow({ where: { listingId: listing.id, event: "publish" } })).at, suspendedAt, calendarFor());
    expect(served).toBeGreaterThan(3);
    expect(periodEndsAt).toEqual(announcementEnd(resumedAt, Math.max(20 - served, 10), calendarFor(), 17));
    await run(payDeposit, awaited.buyer, { depositId: awaited.depositId });
    expect(await depositOf(awaited.id)).toMatchObject({ state: "HELD", dueAt: periodEndsAt });
  });

  it("is over by itself at the venue's limit, with effect from that instant however late", async () => {
    const listing = await aListedListing(db, { venue });
    await run(suspendListing, venue.operator, { listingId: listing.id, reason: "系统检修" });
    const due = await db.db.dueAct.findFirstOrThrow({ where: { kind: "listing.end-suspension", subjectId: listing.id } });
    const rules = await venueParametersAt(db.db, venue.id, due.dueAt);
    expect(due.dueAt).toEqual(suspensionEnd((await row(listing.id)).suspendedAt!, rules));
    await moveClockTo(db, new Date(due.dueAt.getTime() + 5 * 86_400_000));
    const { periodEndsAt } = await run(resumeListing, SYSTEM, { listingId: listing.id, dueAt: due.dueAt });
    expect(periodEndsAt).toEqual(announcementEnd(due.dueAt, 10, calendarFor(), 17));
    expect(await run(resumeListing, SYSTEM, { listingId: listing.id, dueAt: due.dueAt })).toMatchObject({ state: "LISTED" });
  });

  it("may end the listing: deposits go back without fault", async () => {
    const listing = await aListedListing(db, { venue });
    const admitted = await anAdmittedIntent(db, listing);
    await run(suspendListing, venue.operator, { listingId: listing.id, reason: "法院查封" });
    await run(terminateListing, venue.reviewer, { listingId: listing.id, reason: "查封无法解除" });
    expect([await stateOf(admitted.id), (await depositOf(admitted.id)).state]).toEqual(["RELEASED", "REFUNDING"]);
    expect(await refusal(run(resumeListing, venue.operator, { listingId: listing.id, reason: "请求恢复" }))).toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });
});

describe("T1 listing: another round after an empty one (trading §2.2)", () => {
  it.each([
    ["STATE_ENTERPRISE", "1080000", false, undefined],
    ["STATE_ENTERPRISE", "1079999.99", false, "PRICE_CUT_NEEDS_APPROVAL"],
    ["STATE_ENTERPRISE", "600000", true, undefined],
    ["UNIVERSITY", "1000000", false, "PRICE_CUT_NEEDS_APPROVAL"],
    ["ENTERPRISE", "100000", false, undefined],
  ] as const)("%s at %s of 1 200 000 yuan, fresh approval %s → %s", async (kind, price, freshApproval, code) => {
    const listing = await aListedListing(db, { venue, seller: await aSeller(db, { kind }) });
    await endThePeriod(db, listing);
    const act = run(relistListing, listing.seller, { listingId: listing.id, price, freshApproval });
    if (code) expect((await refusal(act)).fields).toMatchObject([{ path: "price", code }]);
    else {
      const { listingId, no } = await act;
      expect(await row(listingId)).toMatchObject({ state: "DRAFT", previousId: listing.id });
      expect(await refusal(run(relistListing, listing.seller, { listingId: listing.id, price: "1200000" }))).toMatchObject({ code: "RELISTED_ALREADY", details: { no } });
    }
  });

  it("the cut cannot be smuggled in by editing the new draft, and the next round goes to market", async () => {
    const listing = await aListedListing(db, { venue });
    await endThePeriod(db, listing);
    const { listingId } = await run(relistListing, listing.seller, { listingId: listing.id, price: "1100000" });
    await run(editListing, listing.seller, { listingId, price: "500000", declarations: { isTruthful: true } });
    expect((await refusal(run(submitListing, listing.seller, { listingId }))).fields).toMatchObject([{ path: "price", code: "PRICE_CUT_NEEDS_APPROVAL" }]);
    await run(editListing, listing.seller, { listingId, price: "1080000" });
    await run(submitListing, listing.seller, { listingId });
    await run(acceptListing, venue.reviewer, { listingId });
    expect(await run(publishListing, venue.operator, { listingId })).toMatchObject({ state: "LISTED" });
  });
});

describe("T1 listing: who may not buy (拍卖法 22, 23, 30; Court-Online 34)", () => {
  const alsoWorksFor = (person: PersonActor, organisationId: string, roles: string[]) => db.db.membership.create({ data: { personId: person.personId, organisationId, roles, createdAt: new Date(0) } });
  const register = (buyer: PersonActor, listingId: string) => run(registerIntent, buyer, { listingId, declaresNoTies: true });

  it("the seller, the venue, whoever works for them under another name, agents, and related parties by name or credit code", async () => {
    const seller = await aSeller(db, { kind: "ENTERPRISE" });
    const [byName, byCode, agent, auctioneers, sellers, completers] = [await aBuyer(db, { name: "关联受让公司" }), await aBuyer(db), await aManager(db), await aBuyer(db), await aBuyer(db), await aBuyer(db)];
    const { creditCode } = await db.db.organisation.findUniqueOrThrow({ where: { id: byCode.organisation!.id } });
    const listing = await aListedListing(db, { venue, seller, relatedParties: [" 关联 受让公司", creditCode.toLowerCase()] });
    await aMandate(db, seller, agent, { resultId: listing.resultId });
    await alsoWorksFor(venue.auctioneer, auctioneers.organisation!.id, ["BUYER"]);
    await alsoWorksFor(seller, sellers.organisation!.id, ["ORG_ADMIN"]);
    await alsoWorksFor(await aPerson(db, seller.organisation!, ["BUYER"]), completers.organisation!.id, ["BUYER"]);
    const agents = await aPerson(db, agent.organisation!, ["BUYER"]);
    for (const buyer of [byName, byCode, agents, auctioneers, sellers]) expect(await refusal(register(buyer, listing.id))).toMatchObject({ code: "BARRED_BY_TIE" });
    expect(await register(completers, listing.id)).toMatchObject({ state: "REGISTERED" });
  });

  it("a tie that came up after the registration keeps a buyer from being qualified", async () => {
    const listing = await aListedListing(db, { venue });
    const { id, buyer } = await aRegisteredIntent(db, listing);
    await alsoWorksFor(venue.reviewer, buyer.organisation!.id, ["BUYER"]);
    expect(await refusal(run(qualifyIntent, venue.reviewer, { intentId: id, findings: [] }))).toMatchObject({ code: "BARRED_BY_TIE" });
  });
});

describe("T1 listing: what is announced keeps the venue's rules of its day (trading §2.2)", () => {
  it("T1 listing: qualification, deposit, suspension, resumption and extension go by the rules of the announcement, though the venue has new ones since", async () => {
    const listing = await aListedListing(db, { venue: await aVenue(db), extensionCycles: 1, extensionDays: 5, promise: ListingPromise.parse({ depositDue: { kind: "AFTER_QUALIFICATION", workingDays: 2 } }) });
    const then = await venueParametersAt(db.db, listing.venue.id, (await row(listing.id)).publishedAt!);
    const value = { closingHour: 9, qualificationDays: 9, suspensionMaxDays: 3, resumeMinRemainingWorkingDays: 60 };
    await moveClockBy(db, 60_000);
    await db.db.parameter.create({ data: { key: "listing.venue", scope: listing.venue.id, version: 1, effectiveFrom: await readDomainTime(db.db, "test"), reason: "公告之后施行", value } });

    const intent = await aRegisteredIntent(db, listing);
    const { filesAt, decisionDueAt } = await db.db.intent.findUniqueOrThrow({ where: { id: intent.id } });
    expect(decisionDueAt).toEqual(qualificationDueAt(filesAt!, then.qualificationDays, calendarFor()));
    await run(qualifyIntent, listing.venue.reviewer, { intentId: intent.id, findings: [] });
    const { dueAt } = await depositOf(intent.id);
    expect(shanghaiHour(dueAt), "the hour of the announcement, not the new one").toBe(then.closingHour);

    const { suspensionEndsAt } = await run(suspendListing, listing.venue.operator, { listingId: listing.id, reason: "需核实权属情况，暂停公告" });
    expect(suspensionEndsAt).toEqual(suspensionEnd(await readDomainTime(db.db, "test"), then));
    const { periodEndsAt } = await run(resumeListing, listing.venue.operator, { listingId: listing.id, reason: "权属情况已核实，恢复公告" });
    expect(periodEndsAt).toEqual(announcementEnd(await readDomainTime(db.db, "test"), 10, calendarFor(), then.closingHour));
    expect(await endThePeriod(db, { ...listing, periodEndsAt: periodEndsAt! })).toBe("extend");
    expect((await row(listing.id)).periodEndsAt).toEqual(announcementEnd(periodEndsAt!, 5, calendarFor(), then.closingHour));
  });
});

function shanghaiHour(at: Date): number {
  return (at.getUTCHours() + 8) % 24;
}

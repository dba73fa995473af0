import type { z } from "zod";
import { clearNotice, confirmNotice, prepareNotice, publishNotice, readNotice } from "../src/agreed-price/index.ts";
import type { PrepareNoticeInput } from "../src/agreed-price/notice.schema.ts";
import { issueCertificate } from "../src/certificate/index.ts";
import { confirmHandover, draftContract, openDeal, openDealFromSoleBuyer, payDeal, proposeContract, readDeal, signDeal } from "../src/deal/index.ts";
import { SYSTEM, type PersonActor } from "../src/shared/actor.ts";
import { addDays, dayOf, type Day } from "../src/shared/clock.ts";
import type { Deps } from "../src/shared/database.ts";
import { readDomainTime } from "../src/shared/domain-clock.ts";
import { execute, read } from "../src/shared/execute.ts";
import { ListingFoundSoleBuyer, type IntentRelation } from "../src/listing/index.ts";
import { moveClockTo } from "./clock.ts";
import { aListedListing, anAdmittedIntent, endThePeriod, type ListingOptions, type PublishedListing } from "./listings.ts";
import { anOrigin } from "./origin.ts";
import { anOrganisation, aPerson } from "./people.ts";
import { aPublishedResult } from "./results.ts";

type Terms = Partial<z.input<typeof PrepareNoticeInput>>;

export type NoticeOptions = Terms & {
  /** Division of the seller's unit; Hangzhou unless given. */
  readonly divisionCode?: string;
  /** Whether the parties settle between themselves; a venue settles unless they do. */
  readonly direct?: boolean;
};

export type TestNotice = {
  readonly noticeId: string;
  readonly resultId: string;
  readonly price: string;
  readonly seller: PersonActor;
  /** Administrator of the seller's unit: rules on objections. */
  readonly sellerAdmin: PersonActor;
  readonly buyer: PersonActor;
  readonly venue: { readonly operator: PersonActor; readonly finance: PersonActor } | null;
};

export async function today(deps: Deps): Promise<Day> {
  return dayOf(await readDomainTime(deps.db, deps.config.mode));
}

/** Everything that the seller types into a notice. */
export function noticeTerms(buyerId: string, decisionOn: Day, changes: Terms = {}): Omit<z.input<typeof PrepareNoticeInput>, "resultId"> {
  return {
    buyerId,
    tradeMode: "ASSIGNMENT",
    price: "1200000.00",
    paymentForm: "一次总付",
    priceBasis: "参照第三方评估报告与同类成果成交价，经课题组与技术转移中心三轮磋商确定。",
    decisionBody: "学校科技成果转化领导小组",
    decisionOn,
    objectionChannel: "科研院 0571-80000000 tto@example.edu",
    unitPlace: "学校官网“通知公告”栏目",
    relation: {},
    ...changes,
  };
}

export async function aPreparedNotice(deps: Deps, { divisionCode = "330106", direct = false, ...changes }: NoticeOptions = {}): Promise<TestNotice> {
  const unit = await anOrganisation(deps, { kind: "UNIVERSITY", divisionCode });
  const [seller, sellerAdmin] = [await aPerson(deps, unit, ["SELLER"]), await aPerson(deps, unit, ["ORG_ADMIN"])];
  const buyer = await aPerson(deps, await anOrganisation(deps), ["BUYER"]);
  const exchange = direct ? null : await anOrganisation(deps, { kind: "VENUE" });
  const venue = exchange && { operator: await aPerson(deps, exchange, ["VENUE_OPERATOR"]), finance: await aPerson(deps, exchange, ["VENUE_FINANCE"]) };
  const { resultId } = await aPublishedResult(deps, { seller });
  const terms = noticeTerms(buyer.organisation!.id, await today(deps), { venueId: exchange?.id ?? null, ...changes });
  const { noticeId } = await execute(deps, prepareNotice, seller, { resultId, ...terms }, anOrigin());
  return { noticeId, resultId, price: terms.price ?? "", seller, sellerAdmin, buyer, venue };
}

export async function confirmTerms(deps: Deps, { noticeId, buyer }: Pick<TestNotice, "noticeId" | "buyer">): Promise<void> {
  const { termsHash } = await read(deps, readNotice, buyer, { noticeId });
  await execute(deps, confirmNotice, buyer, { noticeId, termsHash }, anOrigin());
}

export async function aConfirmedNotice(deps: Deps, options: NoticeOptions = {}): Promise<TestNotice> {
  const notice = await aPreparedNotice(deps, options);
  await confirmTerms(deps, notice);
  return notice;
}

/** A notice in its fifteen days. */
export async function aRunningNotice(deps: Deps, options: NoticeOptions = {}): Promise<TestNotice & { readonly endsAt: Date }> {
  const notice = await aConfirmedNotice(deps, options);
  const { endsAt } = await execute(deps, publishNotice, notice.seller, { noticeId: notice.noticeId }, anOrigin());
  return { ...notice, endsAt };
}

/** A notice that cleared; the clock stands at the end of its last day. */
export async function aClearedNotice(deps: Deps, options: NoticeOptions = {}): Promise<TestNotice> {
  const { endsAt, ...notice } = await aRunningNotice(deps, options);
  await moveClockTo(deps, endsAt);
  await execute(deps, clearNotice, SYSTEM, { noticeId: notice.noticeId, dueAt: endsAt }, anOrigin());
  return notice;
}

export type TestDeal = TestNotice & { readonly dealId: string };

export async function anOpenDeal(deps: Deps, options: NoticeOptions = {}): Promise<TestDeal> {
  const notice = await aClearedNotice(deps, options);
  const { dealId } = await execute(deps, openDeal, notice.seller, { noticeId: notice.noticeId, price: notice.price }, anOrigin());
  return { ...notice, dealId };
}

export type Plan = readonly { readonly inDays: number; readonly amount: string }[];

/** What a seller types and the template makes of it: one payment in five days unless a plan is given. */
export async function contractDraft(deps: Deps, { dealId, seller, price }: Pick<TestDeal, "dealId" | "seller" | "price">, plan: Plan = [{ inDays: 5, amount: price }]) {
  const from = await today(deps);
  const { version, title } = await read(deps, readDeal, seller, { dealId });
  const typed = {
    dealId,
    contractName: `${title}技术转让合同`.slice(0, 120),
    validFrom: from,
    validTo: addDays(from, 365),
    instalments: plan.map(({ inDays, amount }) => ({ dueOn: addDays(from, inDays), amount })),
  };
  const { contractText } = await read(deps, proposeContract, seller, typed);
  return { ...typed, version, contractText };
}

export async function aDraftedDeal(deps: Deps, { plan, ...options }: NoticeOptions & { readonly plan?: Plan } = {}): Promise<TestDeal & { readonly contractHash: string }> {
  const deal = await anOpenDeal(deps, options);
  const { contractHash } = await execute(deps, draftContract, deal.seller, await contractDraft(deps, deal, plan), anOrigin());
  return { ...deal, contractHash };
}

/** A deal that both sides have signed; its settlement is open. */
export async function aSignedDeal(deps: Deps, options: NoticeOptions & { readonly plan?: Plan } = {}): Promise<TestDeal> {
  const { contractHash, ...deal } = await aDraftedDeal(deps, options);
  await execute(deps, signDeal, deal.buyer, { dealId: deal.dealId, contractHash }, anOrigin());
  await execute(deps, signDeal, deal.seller, { dealId: deal.dealId, contractHash }, anOrigin());
  return deal;
}

/** A deal whose first instalment has come. */
export async function aPaidDeal(deps: Deps, options: NoticeOptions & { readonly plan?: Plan } = {}): Promise<TestDeal> {
  const deal = await aSignedDeal(deps, options);
  await execute(deps, payDeal, deal.buyer, { dealId: deal.dealId, no: 1 }, anOrigin());
  return deal;
}

export async function aCertifiedDeal(deps: Deps, options: NoticeOptions & { readonly plan?: Plan } = {}): Promise<TestDeal & { readonly certificateId: string; readonly certificateNo: string; readonly verifyCode: string }> {
  const deal = await aPaidDeal(deps, options);
  const { certificateId, no, verifyCode } = await execute(deps, issueCertificate, deal.venue!.operator, { dealId: deal.dealId }, anOrigin());
  return { ...deal, certificateId, certificateNo: no, verifyCode };
}

/** A certified deal whose handover the buyer has confirmed: the price can be released. */
export async function aHandedOverDeal(deps: Deps, options: NoticeOptions & { readonly plan?: Plan } = {}) {
  const deal = await aCertifiedDeal(deps, options);
  await execute(deps, confirmHandover, deal.buyer, { dealId: deal.dealId }, anOrigin());
  return deal;
}

export type ListedDeal = { readonly dealId: string; readonly listing: PublishedListing; readonly seller: PersonActor; readonly buyer: PersonActor; readonly intentId: string; readonly depositId: string; readonly price: string };

/** A deal with the one buyer that a listing found, whose deposit is locked. */
export async function aSoleBuyerDeal(deps: Deps, options: ListingOptions = {}, relations: readonly IntentRelation[] = []): Promise<ListedDeal> {
  const listing = await aListedListing(deps, options);
  const { buyer, id: intentId, depositId } = await anAdmittedIntent(deps, listing, undefined, { offer: "1250000", relations });
  await endThePeriod(deps, listing);
  const told = await deps.db.outboxEvent.findFirstOrThrow({ where: { type: ListingFoundSoleBuyer.name, subjectId: listing.id } });
  const { dealId } = await execute(deps, openDealFromSoleBuyer, SYSTEM, ListingFoundSoleBuyer.payload.parse(told.payload), anOrigin());
  return { dealId, listing, seller: listing.seller, buyer, intentId, depositId, price: "1250000.00" };
}

/** The contract put up and signed by those given, in their order. */
export async function signedBy(deps: Deps, deal: Pick<ListedDeal, "dealId" | "seller" | "price">, signers: readonly PersonActor[], plan?: Plan): Promise<void> {
  const { contractHash } = await execute(deps, draftContract, deal.seller, await contractDraft(deps, deal, plan), anOrigin());
  for (const signer of signers) await execute(deps, signDeal, signer, { dealId: deal.dealId, contractHash }, anOrigin());
}

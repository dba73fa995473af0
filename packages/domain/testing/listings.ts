import type { PersonActor } from "../src/shared/actor.ts";
import { SYSTEM } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import {
  acceptListing,
  admitIntent,
  draftListing,
  endListingPeriod,
  publishListing,
  qualifyIntent,
  registerIntent,
  submitListing,
  type DraftListingInput,
  type IntentRelation,
} from "../src/listing/index.ts";
import { payDeposit } from "../src/deposit/index.ts";
import { LISTING_MATERIALS } from "../src/listing/listing.rules.ts";
import { AnnouncedTerms } from "../src/listing/announced-terms.schema.ts";
import { moveClockTo } from "./clock.ts";
import { anOrigin } from "./origin.ts";
import { anOrganisation, aPerson, type OrganisationOptions } from "./people.ts";
import { aPublishedResult } from "./results.ts";

/** An exchange with everybody it needs. */
export type TestVenue = { readonly id: string; readonly operator: PersonActor; readonly reviewer: PersonActor; readonly auctioneer: PersonActor; readonly finance: PersonActor };

export async function aVenue(deps: Deps, options: OrganisationOptions = {}): Promise<TestVenue> {
  const venue = await anOrganisation(deps, { name: "测试技术交易所", ...options, kind: "VENUE" });
  const [operator, reviewer, auctioneer, finance] = await Promise.all([
    aPerson(deps, venue, ["VENUE_OPERATOR"]),
    aPerson(deps, venue, ["VENUE_REVIEWER"]),
    aPerson(deps, venue, ["AUCTIONEER"]),
    aPerson(deps, venue, ["VENUE_FINANCE"]),
  ]);
  return { id: venue.id, operator, reviewer, auctioneer, finance };
}

/** A seller's officer who may also administer the unit; a university unless told otherwise. */
export async function aSeller(deps: Deps, options: OrganisationOptions = {}): Promise<PersonActor> {
  return aPerson(deps, await anOrganisation(deps, { kind: "UNIVERSITY", ...options }), ["SELLER", "ORG_ADMIN"]);
}

export async function aBuyer(deps: Deps, options: OrganisationOptions = {}): Promise<PersonActor> {
  return aPerson(deps, await anOrganisation(deps, options), ["BUYER"]);
}

export type ListingOptions = Partial<DraftListingInput> & { readonly seller?: PersonActor; readonly venue?: TestVenue };
export type TestListing = { readonly id: string; readonly no: string; readonly resultId: string; readonly seller: PersonActor; readonly venue: TestVenue };
export type PublishedListing = TestListing & { readonly periodEndsAt: Date };

/** Every material as a statement. */
export const ALL_MATERIALS = Object.fromEntries(LISTING_MATERIALS.map((code) => [code, { note: "材料齐备，原件备查。" }])) as NonNullable<DraftListingInput["materials"]>;

/** A complete draft: an assignment at 1 200 000 yuan for the seller's class minimum of working days. */
export async function aDraftListing(deps: Deps, { seller, venue, ...changes }: ListingOptions = {}): Promise<TestListing> {
  const author = seller ?? (await aSeller(deps));
  const at = venue ?? (await aVenue(deps));
  const resultId = changes.resultId ?? (await aPublishedResult(deps, { seller: author })).resultId;
  const draft: DraftListingInput = {
    price: "1200000",
    materials: ALL_MATERIALS,
    declarations: { isTruthful: true },
    ...changes,
    resultId,
    venueId: at.id,
  };
  const { listingId, no } = await execute(deps, draftListing, author, draft, anOrigin());
  return { id: listingId, no, resultId, seller: author, venue: at };
}

export async function aSubmittedListing(deps: Deps, options: ListingOptions = {}): Promise<TestListing> {
  const listing = await aDraftListing(deps, options);
  await execute(deps, submitListing, listing.seller, { listingId: listing.id }, anOrigin());
  return listing;
}

export async function anAcceptedListing(deps: Deps, options: ListingOptions = {}): Promise<TestListing> {
  const listing = await aSubmittedListing(deps, options);
  await execute(deps, acceptListing, listing.venue.reviewer, { listingId: listing.id }, anOrigin());
  return listing;
}

/** On the market, with its announcement period running. */
export async function aListedListing(deps: Deps, options: ListingOptions = {}): Promise<PublishedListing> {
  const listing = await anAcceptedListing(deps, options);
  const { periodEndsAt } = await execute(deps, publishListing, listing.venue.operator, { listingId: listing.id }, anOrigin());
  return { ...listing, periodEndsAt };
}

export type TestIntent = { readonly id: string; readonly buyer: PersonActor; readonly depositId: string; readonly bidderNo: string };
type Admitting = { readonly offer?: string; readonly relations?: readonly IntentRelation[] };

export async function aRegisteredIntent(deps: Deps, listing: TestListing, buyer?: PersonActor, { offer, relations = [] }: Admitting = {}): Promise<Pick<TestIntent, "id" | "buyer">> {
  const by = buyer ?? (await aBuyer(deps));
  const { intentId } = await execute(deps, registerIntent, by, { listingId: listing.id, statement: "具备全部公告条件。", offer: offer ?? null, declaresNoTies: true, relations }, anOrigin());
  return { id: intentId, buyer: by };
}

/** Qualified on every announced condition; the deposit is asked for. */
export async function aQualifiedIntent(deps: Deps, listing: TestListing, buyer?: PersonActor, options: Admitting = {}): Promise<Omit<TestIntent, "bidderNo">> {
  const intent = await aRegisteredIntent(deps, listing, buyer, options);
  const row = await deps.db.listing.findUniqueOrThrow({ where: { id: listing.id }, select: { termsVersion: true } });
  const { terms } = await deps.db.listingTerms.findUniqueOrThrow({ where: { listingId_no: { listingId: listing.id, no: row.termsVersion } } });
  const findings = AnnouncedTerms.parse(terms).buyerConditions.map((_, condition) => ({ condition, isMet: true }));
  await execute(deps, qualifyIntent, listing.venue.reviewer, { intentId: intent.id, findings }, anOrigin());
  const deposit = await deps.db.deposit.findUniqueOrThrow({ where: { intentId: intent.id } });
  return { ...intent, depositId: deposit.id };
}

/** With the deposit paid and a bidder number given. */
export async function anAdmittedIntent(deps: Deps, listing: TestListing, buyer?: PersonActor, options: Admitting = {}): Promise<TestIntent> {
  const intent = await aQualifiedIntent(deps, listing, buyer, options);
  await execute(deps, payDeposit, intent.buyer, { depositId: intent.depositId }, anOrigin());
  await execute(deps, admitIntent, SYSTEM, { intentId: intent.id }, anOrigin());
  const { bidderNo } = await deps.db.intent.findUniqueOrThrow({ where: { id: intent.id } });
  return { ...intent, bidderNo: String(bidderNo) };
}

/** Moves the clock to the end of the period and lets the rules say what follows: none extends or lapses, one agrees, several bid. */
export async function endThePeriod(deps: Deps, listing: PublishedListing): Promise<string | null> {
  await moveClockTo(deps, new Date(listing.periodEndsAt.getTime() + 1_000));
  const { event } = await execute(deps, endListingPeriod, SYSTEM, { listingId: listing.id, dueAt: listing.periodEndsAt }, anOrigin());
  return event;
}

import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import type { Context } from "../shared/use-case.ts";
import { BiddingPlan } from "./bidding-plan.schema.ts";
import { putListingEntry } from "./listing-entry.ts";
import { LISTING_MOVES, type ListingEvent, type ListingState } from "./listing.machine.ts";
import { sellerClassOf, type SellerClass } from "./listing.rules.ts";
import { Declarations, Disclosure, ListingPromise, Materials } from "./listing.schema.ts";

const WITH_PARTIES = {
  seller: { select: { id: true, name: true, kind: true, creditCode: true } },
  venue: { select: { id: true, name: true } },
  result: { select: { id: true, title: true, ownerId: true, state: true, completers: { select: { name: true, personId: true } }, rights: { select: { number: true } } } },
} as const satisfies Prisma.ListingInclude;

type Row = Prisma.ListingGetPayload<{ include: typeof WITH_PARTIES }>;

/** A listing with its JSON read by its schemas. */
export type Listing = Omit<Row, "bidding" | "promise" | "declarations" | "disclosure" | "materials"> & {
  readonly bidding: BiddingPlan;
  readonly promise: ListingPromise;
  readonly declarations: Declarations;
  readonly disclosure: Disclosure;
  readonly materials: Materials;
  readonly sellerClass: SellerClass;
};

function toListing(row: Row): Listing {
  return {
    ...row,
    bidding: BiddingPlan.parse(row.bidding),
    promise: ListingPromise.parse(row.promise),
    declarations: Declarations.parse(row.declarations),
    disclosure: Disclosure.parse(row.disclosure),
    materials: Materials.parse(row.materials),
    sellerClass: sellerClassOf(row.seller.kind),
  };
}

export async function getListing(tx: Pick<Tx, "listing">, id: string): Promise<Listing> {
  const row = await tx.listing.findUnique({ where: { id }, include: WITH_PARTIES });
  return row ? toListing(row) : notFound("listing", id);
}

/**
 * The listing under its row lock. Whatever changes who takes part (intents, admissions, the end of the period) takes it first and
 * reads the clock after, so that N is the same for everybody.
 */
export async function lockListing(tx: Tx, id: string): Promise<Listing> {
  await tx.$queryRaw`select 1 from listing where id = ${id}::uuid for update`;
  return getListing(tx, id);
}

type Change = Omit<Prisma.ListingUncheckedUpdateManyInput, "state" | "version" | "updatedAt">;

export async function changeListing(ctx: Context, { id, state, version }: Listing, change: Change): Promise<void> {
  const { count } = await ctx.tx.listing.updateMany({
    where: { id, state, version },
    data: { ...change, version: { increment: 1 }, updatedAt: ctx.clock.now() },
  });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
}

/** What stands in the public timeline; drafting and review are nobody else's business. */
const PUBLIC_EVENTS: ReadonlySet<ListingEvent> = new Set<ListingEvent>([
  "accept", "publish", "amend", "suspend", "resume", "terminate", "withdraw", "extend", "lapse", "agreeWithSole", "agreeAsAnnounced", "openBidding",
  "award", "failToSell", "annul", "startContracting", "settle", "certify", "close", "default", "offerToReserve",
]);

/** What a person does to bring an offer on the market, or back there. */
const CARRIES_ON: ReadonlySet<ListingEvent> = new Set<ListingEvent>(["submit", "accept", "publish", "amend", "resume"]);

type Step = { readonly effectiveAt?: Date; readonly reason?: string; readonly period?: { readonly endsAt: Date; readonly workingDays: number; readonly calendarVersion: string } };

/** Moves a listing by an event of its machine: only from the state that was read, with a line in the public timeline. */
export async function moveListing(ctx: Context, listing: Listing, event: ListingEvent, change: Change, { effectiveAt, reason, period }: Step = {}): Promise<ListingState> {
  const next = step(LISTING_MOVES, listing.state, event);
  if (CARRIES_ON.has(event)) demandNotWithheld(listing.result);
  const at = ctx.clock.now();
  const periodChange = period ? { periodEndsAt: period.endsAt, calendarVersion: period.calendarVersion } : {};
  const { count } = await ctx.tx.listing.updateMany({
    where: { id: listing.id, state: listing.state, version: listing.version },
    data: { ...change, ...periodChange, state: next, ...(reason === undefined ? {} : { stateReason: reason }), version: { increment: 1 }, updatedAt: at },
  });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id: listing.id });
  if (PUBLIC_EVENTS.has(event)) {
    const done = await ctx.tx.listingStep.count({ where: { listingId: listing.id } });
    await ctx.tx.listingStep.create({
      data: {
        listingId: listing.id,
        no: done + 1,
        event,
        effectiveAt: effectiveAt ?? at,
        at,
        reason: reason ?? null,
        termsNo: typeof change.termsVersion === "number" ? change.termsVersion : listing.termsVersion,
        periodEndsAt: period?.endsAt ?? null,
        workingDays: period?.workingDays ?? null,
        calendarVersion: period?.calendarVersion ?? null,
      },
    });
  }
  await putListingEntry(ctx.tx, listing.id);
  return next;
}

/** GP2026-000123: the year of the draft and a number of the whole platform; a draft that is never published leaves a gap. */
export async function nextListingNo(tx: Tx, year: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ no: bigint }[]>`select nextval('listing_no_seq') as no`;
  return `GP${year}-${String(row!.no).padStart(6, "0")}`;
}

/** Facts of a listing that the policy asks for. */
export function factsOf(listing: Pick<Listing, "sellerId" | "venueId" | "divisionCode" | "submittedById">) {
  return { ownerId: listing.sellerId, venueId: listing.venueId, divisionCode: listing.divisionCode, authorId: listing.submittedById };
}

export function traceOf(listing: Pick<Listing, "id" | "divisionCode" | "state">, after: Readonly<Record<string, unknown>>) {
  return { type: "listing", id: listing.id, divisionCode: listing.divisionCode, before: { state: listing.state }, after };
}

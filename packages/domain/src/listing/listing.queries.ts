import { z } from "zod";
import { comparisonFor } from "../valuation/index.ts";
import { calendarFor, calendarStatusOn } from "../reference/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { isWorkingDay } from "../shared/calendar.ts";
import { addDays, dayOf, type Day } from "../shared/clock.ts";
import { notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { demandShown } from "../shared/withheld.ts";
import { mayStep } from "../shared/machine.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { AnnouncedTerms } from "./announced-terms.schema.ts";
import { LISTING_MOVES, type ListingEvent, type ListingState } from "./listing.machine.ts";
import { LISTING_MATERIALS, requiredMaterials } from "./listing.rules.ts";
import { factsOf, getListing } from "./listing.repository.ts";
import { LISTING_GROUPS, type ListingGroup } from "./search-listings.ts";
import { PUBLIC_MATERIALS } from "./publish-listing.ts";
import { licencesInForce } from "./rights-on-offer.ts";
import { documentIds, draftProblems, materialFacts } from "./submit-listing.ts";
import { venueParametersAt } from "./venue-parameters.ts";
import { withdrawalCosts } from "./withdrawal-costs.ts";

const ByListing = z.object({ listingId: Id });

/** A listing as anyone may read it, from its publication on: what, who, how much, what happens next and when, whom to ask. */
export const readPublishedListing = defineQuery("listing.read-published", ByListing, async (ctx, { listingId }) => {
  ctx.authorise();
  const row = await ctx.db.listing.findUnique({
    where: { id: listingId },
    include: {
      seller: { select: { id: true, name: true, nameEn: true, kind: true, divisionCode: true } },
      venue: { select: { id: true, name: true, nameEn: true } },
      result: { include: { rights: { orderBy: { position: "asc" } } } },
      terms: { orderBy: { no: "asc" } },
      steps: { orderBy: { no: "asc" } },
      auctions: { select: { id: true, no: true, state: true, round: true }, orderBy: { round: "asc" } },
    },
  });
  if (!row || row.publishedAt === null) notFound("listing", listingId);
  demandShown(row.result);
  const listing = await getListing(ctx.db, listingId);
  const now = await ctx.now();
  const [previous, next, documents, licences] = await Promise.all([
    row.previousId === null ? null : ctx.db.listing.findUnique({ where: { id: row.previousId }, select: { id: true, no: true } }),
    ctx.db.listing.findFirst({ where: { previousId: row.id, publishedAt: { not: null } }, select: { id: true, no: true } }),
    ctx.db.document.findMany({
      where: { id: { in: PUBLIC_MATERIALS.flatMap((code) => listing.materials[code]?.documentId ?? []) }, audience: "PUBLIC" },
      select: { id: true, name: true, file: { select: { sizeBytes: true, mediaType: true } } },
    }),
    row.tradeMode === "LICENCE" ? [] : licencesInForce(ctx.db, row.resultId, now),
  ]);
  const versions = row.terms.map(({ no, at, terms }) => ({ no, at, ...AnnouncedTerms.parse(terms) }));
  const terms = versions.at(-1)!;
  const { result } = row;
  return {
    listingId: row.id,
    no: row.no,
    state: row.state,
    stateReason: row.stateReason,
    divisionCode: row.divisionCode,
    publishedAt: row.publishedAt,
    terms,
    versions: versions.map(({ no, at, reason, approvalPaper, priceFen, workingDays }) => ({ no, at, reason, approvalPaper, priceFen, workingDays })),
    period: row.periodEndsAt === null || row.periodStartedAt === null ? null : periodOf(row.periodStartedAt, row.periodEndsAt, row.calendarVersion),
    extensions: { promised: row.extensionCycles, used: row.cyclesUsed, workingDays: row.extensionDays },
    steps: row.steps.map(({ no, event, effectiveAt, reason, termsNo, periodEndsAt, workingDays }) => ({ no, event: event as ListingEvent, effectiveAt, reason, termsNo, periodEndsAt, workingDays })),
    reserve: { announced: terms.bidding.hasReserve, hash: row.reserveHash },
    result: {
      resultId: result.id,
      title: result.title,
      titleEn: result.titleEn,
      summary: result.summary,
      field: result.field,
      stage: result.stage,
      readinessLevel: result.readinessLevel,
      isPublished: result.state === "PUBLISHED",
      rights: result.rights.map(({ kind, number, title, status }) => ({ kind, number, title, status })),
    },
    /** Licences of these rights that run already and bind the buyer: kind and end, never the licensee (§2.1). */
    licences,
    seller: row.seller,
    venue: row.venue,
    contact: { name: result.contactName, phone: result.contactPhone },
    documents: documents.map(({ id, name, file }) => ({ documentId: id, name, sizeBytes: Number(file.sizeBytes), mediaType: file.mediaType })),
    statements: PUBLIC_MATERIALS.flatMap((code) => (listing.materials[code]?.note ? [{ code, note: listing.materials[code].note }] : [])),
    auctions: row.auctions,
    previous,
    next,
    now,
  };
});

/** How a period was counted: its first and last day, the days in between that did not count, and by which calendar. Periods older than the calendar are shown without. */
function periodOf(startedAt: Date, endsAt: Date, calendarVersion: string | null) {
  const calendar = calendarFor();
  const [from, to] = [dayOf(startedAt), dayOf(endsAt)];
  if (from < calendar.from) return null;
  const daysOff: Day[] = [];
  let workingDays = 0;
  for (let on = addDays(from, 1); on <= to && on <= calendar.to; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on)) workingDays += 1;
    else daysOff.push(on);
  }
  return { startedAt, endsAt, workingDays, daysOff, calendarVersion, calendarStatus: calendarStatusOn(to) ?? null };
}

const OwnListInput = PageInput.extend({ group: z.enum(["drafting", "waiting", ...(Object.keys(LISTING_GROUPS) as ListingGroup[])]).optional().catch(undefined) });

const DESK_GROUPS: Record<"drafting" | "waiting" | ListingGroup, readonly ListingState[]> = {
  drafting: ["DRAFT", "REJECTED"],
  waiting: ["REVIEW", "ACCEPTED"],
  ...LISTING_GROUPS,
};

const DESK_CARD = {
  id: true, no: true, state: true, priceFen: true, tradeMode: true, licenceKind: true, licenceYears: true, workingDays: true, periodEndsAt: true, publishedAt: true, submittedAt: true, updatedAt: true,
  reviewReason: true, stateReason: true, previousId: true,
  result: { select: { id: true, title: true } },
  seller: { select: { id: true, name: true } },
  venue: { select: { id: true, name: true } },
} as const;

/** The seller's listings, the one touched last on top. */
export const listOwnListings = defineQuery("listing.list-own", OwnListInput, async (ctx, { group, limit, cursor }) => {
  const ownerId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId });
  const position = decodeCursor(cursor, 2);
  const rows = await ctx.db.listing.findMany({
    where: { sellerId: ownerId!, ...(group === undefined ? {} : { state: { in: [...DESK_GROUPS[group]] } }), ...before(position) },
    select: DESK_CARD,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  return pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id]);
});

/** The venue's queue: by state, the longest waiting first where somebody has to act, else the newest. */
export const listVenueListings = defineQuery("listing.list-venue", OwnListInput, async (ctx, { group = "waiting", limit, cursor }) => {
  const venueId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ venueId });
  const position = decodeCursor(cursor, 2);
  const isQueue = group === "waiting";
  const states = DESK_GROUPS[group].filter((state) => state !== "DRAFT");
  const rows = await ctx.db.listing.findMany({
    where: { venueId: venueId!, state: { in: states }, ...(isQueue ? later(position) : before(position)) },
    select: DESK_CARD,
    orderBy: isQueue ? [{ updatedAt: "asc" }, { id: "asc" }] : [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const counts = await ctx.db.listing.groupBy({ by: ["state"], where: { venueId: venueId! }, _count: true });
  const countOf = (wanted: readonly ListingState[]): number => counts.filter(({ state }) => wanted.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    ...pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id]),
    may: { setRules: ctx.may("venue.set-rules", { venueId }) },
    counts: { waiting: countOf(DESK_GROUPS.waiting), open: countOf(DESK_GROUPS.open), trading: countOf(DESK_GROUPS.trading), sold: countOf(DESK_GROUPS.sold), ended: countOf(DESK_GROUPS.ended) },
  };
});

type Position = readonly (string | number)[] | null;
const before = (position: Position) => (position === null ? {} : { OR: [{ updatedAt: { lt: new Date(position[0]!) } }, { updatedAt: new Date(position[0]!), id: { lt: String(position[1]) } }] });
const later = (position: Position) => (position === null ? {} : { OR: [{ updatedAt: { gt: new Date(position[0]!) } }, { updatedAt: new Date(position[0]!), id: { gt: String(position[1]) } }] });

/** A listing as seller and venue work on it: every part, the checklist, what is missing, what may be done now. */
export const readListing = defineQuery("listing.read", ByListing, async (ctx, { listingId }) => {
  const listing = await getListing(ctx.db, listingId);
  const facts = factsOf(listing);
  ctx.authorise(facts);
  // A draft is the seller's own matter until it is handed in.
  if (listing.state === "DRAFT" && !ctx.may("listing.list-own", facts)) notFound("listing", listingId);
  const now = await ctx.now();
  const isSeller = organisationOf(ctx.actor)?.id === listing.sellerId;
  const [venue, withdrawal, comparison, documents, steps, people] = await Promise.all([
    venueParametersAt(ctx.db, listing.venueId, now),
    withdrawalCosts(ctx.db, listing, now),
    isSeller ? comparisonFor(ctx.db, { resultId: listing.resultId, priceFen: listing.priceFen, on: dayOf(now), sellerClass: listing.sellerClass, buyerIsStateOwned: false }) : null,
    ctx.db.document.findMany({ where: { id: { in: documentIds(listing) } }, select: { id: true, name: true, file: { select: { sizeBytes: true, mediaType: true } } } }),
    ctx.db.listingStep.findMany({ where: { listingId }, orderBy: { no: "asc" } }),
    ctx.db.person.findMany({ where: { id: { in: [listing.submittedById, listing.reviewedById, listing.secondReviewerId].flatMap((id) => id ?? []) } }, select: { id: true, name: true } }),
  ]);
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.name ?? null;
  const required = new Set(requiredMaterials(materialFacts(listing)));
  const may = (action: Parameters<typeof ctx.may>[0], event: ListingEvent): boolean => ctx.may(action, facts) && mayStep(LISTING_MOVES, listing.state, event);
  const isRunning = listing.state !== "LISTED" || (listing.periodEndsAt !== null && now < listing.periodEndsAt);
  return {
    listingId,
    no: listing.no,
    state: listing.state,
    version: listing.version,
    now,
    result: { resultId: listing.resultId, title: listing.result.title, hasCompleters: listing.result.completers.length > 0 },
    seller: { id: listing.seller.id, name: listing.seller.name },
    venue: listing.venue,
    sellerClass: listing.sellerClass,
    tradeMode: listing.tradeMode,
    licenceKind: listing.licenceKind,
    licenceYears: listing.licenceYears,
    licenceTerritory: listing.licenceTerritory,
    disclosure: listing.disclosure,
    priceFen: listing.priceFen,
    basisFen: listing.basisFen,
    /** The listing price beside the seller's own valuations, which are no matter of anybody else's. */
    comparison,
    isSeller,
    /** What taking it back costs by the venue's rules, and what has been paid of it. */
    withdrawal,
    workingDays: listing.workingDays,
    extensionCycles: listing.extensionCycles,
    extensionDays: listing.extensionDays,
    buyerConditions: listing.buyerConditions,
    paymentTerms: listing.paymentTerms,
    relatedParties: listing.relatedParties,
    bidding: listing.bidding,
    promise: listing.promise,
    declarations: listing.declarations,
    materials: LISTING_MATERIALS.map((code) => {
      const item = listing.materials[code];
      const document = documents.find(({ id }) => id === item?.documentId);
      return {
        code,
        isRequired: required.has(code),
        isPublic: (PUBLIC_MATERIALS as readonly string[]).includes(code),
        note: item?.note ?? "",
        document: document ? { documentId: document.id, name: document.name, sizeBytes: Number(document.file.sizeBytes), mediaType: document.file.mediaType } : null,
      };
    }),
    problems: listing.state === "DRAFT" ? draftProblems(listing, venue, now).map(({ path, code, details }) => ({ path, code, details: details ?? {} })) : [],
    rules: {
      minWorkingDays: venue.announcementMinWorkingDays[listing.sellerClass],
      minExtensionDays: venue.extensionMinWorkingDays,
      maxExtensions: venue.extensionMaxCycles,
      priceCutFloorBp: venue.priceCutFloorBp,
      isOwn: venue.version.startsWith("venue"),
      version: venue.parameterVersion,
    },
    review: {
      submittedAt: listing.submittedAt,
      submittedBy: nameOf(listing.submittedById),
      reviewedBy: nameOf(listing.reviewedById),
      secondReviewer: nameOf(listing.secondReviewerId),
      reason: listing.reviewReason,
      acceptedAt: listing.acceptedAt,
    },
    reserveHash: listing.reserveHash,
    publishedAt: listing.publishedAt,
    periodEndsAt: listing.periodEndsAt,
    suspendedAt: listing.suspendedAt,
    stateReason: listing.stateReason,
    previousId: listing.previousId,
    steps: steps.map(({ no, event, effectiveAt, reason, periodEndsAt, workingDays }) => ({ no, event: event as ListingEvent, effectiveAt, reason, periodEndsAt, workingDays })),
    may: {
      edit: listing.state === "DRAFT" && ctx.may("listing.edit", facts),
      submit: may("listing.submit", "submit"),
      setReserve: listing.bidding.hasReserve && ["DRAFT", "REVIEW", "ACCEPTED", "LISTED"].includes(listing.state) && isRunning && ctx.may("listing.set-reserve", facts),
      withdraw: may("listing.withdraw", "withdraw") && isRunning,
      recordWithdrawal: ctx.may("listing.record-withdrawal-payment", facts) && mayStep(LISTING_MOVES, listing.state, "withdraw") && withdrawal.paidFen < withdrawal.costsFen,
      relist: (listing.state === "LAPSED" || listing.state === "DEFAULT") && ctx.may("listing.relist", facts),
      review: may("listing.accept", "accept"),
      secondReview: listing.state === "REVIEW" && listing.declarations.isExportRestricted && listing.secondReviewerId === null && ctx.may("listing.second-review", facts),
      publish: may("listing.publish", "publish"),
      amend: may("listing.amend", "amend") && isRunning,
      suspend: may("listing.suspend", "suspend") && isRunning,
      resume: may("listing.resume", "resume"),
      terminate: may("listing.terminate", "terminate") && isRunning,
      seeIntents: ctx.may("intent.list-venue", facts),
    },
  };
});

/** Verified exchanges, for the choice of where to list. */
export const listVenues = defineQuery("listing.list-venues", PageInput, async (ctx, { limit, cursor }) => {
  ctx.authorise();
  const position = decodeCursor(cursor, 2);
  const rows = await ctx.db.organisation.findMany({
    where: {
      kind: "VENUE",
      state: "VERIFIED",
      ...(position === null ? {} : { OR: [{ name: { gt: String(position[0]) } }, { name: String(position[0]), id: { gt: String(position[1]) } }] }),
    },
    select: { id: true, name: true, nameEn: true, divisionCode: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  return pageOf(rows, limit, (row) => [row.name, row.id]);
});

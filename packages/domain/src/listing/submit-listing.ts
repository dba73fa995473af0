import { demandFunderAgrees } from "../project-contract/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, type FieldProblem } from "../shared/errors.ts";
import { fen, shareFloor, toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { planProblems } from "./bidding.rules.ts";
import { encumbranceProblems, needsPledgeesConsent } from "./encumbrance.rules.ts";
import { ListingSubmitted } from "./listing.events.ts";
import { completersStandFirst, missingMaterials, priceCutRefusal, publishRefusal, viewingRefusal, type ListingMaterial, type MaterialFacts, type VenueListingParameters } from "./listing.rules.ts";
import { factsOf, getListing, moveListing, traceOf, type Listing } from "./listing.repository.ts";
import { ListingIdInput } from "./listing.schema.ts";
import { codeOfPlace } from "./rights-on-offer.ts";
import { tellVenue } from "./tell.ts";
import { venueParametersAt } from "./venue-parameters.ts";

/** Hands a complete draft to the venue for its formal review (形式审查). Everything that is missing is said at once; a funder who has to agree comes first. */
export const submitListing = defineUseCase("listing.submit", ListingIdInput, async (ctx, input) => {
  const listing = await getListing(ctx.tx, input.listingId);
  ctx.authorise(factsOf(listing));
  await demandFunderAgrees(ctx.tx, listing.resultId);
  const problems = [...draftProblems(listing, await venueParametersAt(ctx.tx, listing.venueId, ctx.clock.now()), ctx.clock.now()), ...(await documentProblems(ctx, listing))];
  if (problems.length > 0) throw new DomainError("LISTING_NOT_COMPLETE", "invalid", { count: problems.length }, problems);
  const submittedAt = ctx.clock.now();
  const state = await moveListing(ctx, listing, "submit", { submittedAt, submittedById: personIdOf(ctx.actor), reviewReason: null, reviewedById: null, secondReviewerId: null });
  await ctx.tx.document.updateMany({ where: { id: { in: documentIds(listing) }, ownerId: listing.sellerId }, data: { subjectType: "listing", subjectId: listing.id } });
  ctx.record(traceOf(listing, { state }));
  ctx.emit(ListingSubmitted, { type: "listing", id: listing.id }, { listingId: listing.id, venueId: listing.venueId });
  await tellVenue(ctx, listing, ["VENUE_REVIEWER"], "listing.submitted");
  return { listingId: listing.id, state };
});

export function materialFacts(listing: Listing): MaterialFacts {
  return {
    sellerClass: listing.sellerClass,
    hasCoOwnersOrPledgees: listing.declarations.hasCoOwnersOrPledgees || needsPledgeesConsent(listing.disclosure.encumbrances),
    hasPriorityHolders: completersStandFirst({ sellerClass: listing.sellerClass, tradeMode: listing.tradeMode, hasCompleters: listing.result.completers.length > 0 }),
    setsBuyerConditions: listing.buyerConditions.trim() !== "",
  };
}

export function suppliedMaterials({ materials }: Listing): Set<ListingMaterial> {
  const supplied = Object.entries(materials).filter(([, item]) => item && (item.documentId !== null || item.note !== ""));
  return new Set(supplied.map(([code]) => code as ListingMaterial));
}

export function documentIds({ materials }: Listing): string[] {
  return Object.values(materials).flatMap((item) => (item?.documentId ? [item.documentId] : []));
}

/** Everything that keeps a draft from being submitted. */
export function draftProblems(listing: Listing, venue: VenueListingParameters, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = missingMaterials(materialFacts(listing), suppliedMaterials(listing)).map((code) => ({ path: `materials.${code}`, code: "MATERIAL_MISSING" }));
  const complain = (path: string, code: string, details: Readonly<Record<string, unknown>> = {}): void => void problems.push({ path, code, details });
  if (listing.tradeMode === "LICENCE" && listing.licenceKind === null) complain("licenceKind", "LICENCE_KIND_NEEDED");
  if (listing.tradeMode === "LICENCE" && listing.licenceYears === null) complain("licenceYears", "LICENCE_YEARS_NEEDED");
  if (listing.tradeMode === "LICENCE" && listing.licenceTerritory === null) complain("licenceTerritory", "LICENCE_TERRITORY_NEEDED");
  problems.push(...disclosureProblems(listing, now));
  if (!listing.declarations.isTruthful) complain("declarations.isTruthful", "NOT_DECLARED");
  switch (periodRefusal(listing, listing.workingDays, venue, now)) {
    case "PERIOD_TOO_SHORT":
      complain("workingDays", "PERIOD_TOO_SHORT", { min: venue.announcementMinWorkingDays[listing.sellerClass] });
      break;
    case "EXTENSION_TOO_SHORT":
      complain("extensionDays", "EXTENSION_TOO_SHORT", { min: venue.extensionMinWorkingDays });
      break;
    case "TOO_MANY_EXTENSIONS":
      complain("extensionCycles", "TOO_MANY_EXTENSIONS", { max: venue.extensionMaxCycles });
  }
  if (isPriceCutTooDeep(listing, listing.priceFen, listing.declarations.hasFreshApproval, venue)) {
    complain("price", "PRICE_CUT_NEEDS_APPROVAL", { basis: toYuanText(fen(listing.basisFen!)), floor: venue.priceCutFloorBp / 100 });
  }
  const viewingProblem = viewingRefusal({ ...listing.bidding, isAuctionLaw: listing.bidding.legalRegime === "AUCTION_LAW" });
  if (viewingProblem) complain(viewingProblem === "VIEWING_TOO_SHORT" ? "bidding.viewingDays" : "bidding.viewing", viewingProblem);
  problems.push(...planProblems(listing.bidding, venue.bidding));
  if (isFloorTooLow(listing, venue)) complain("bidding.fallFloorBp", "FALL_FLOOR_NEEDS_APPROVAL", { floor: venue.priceCutFloorBp / 100 });
  return problems;
}

/** What burdens the right and forbids this offer of it, or is not said as it must be. */
export function disclosureProblems(listing: Pick<Listing, "tradeMode" | "licenceKind" | "licenceTerritory" | "disclosure">, now: Date): FieldProblem[] {
  const { tradeMode, licenceKind, licenceTerritory, disclosure } = listing;
  return encumbranceProblems({ tradeMode, licenceKind, licenceTerritory, encumbrances: disclosure.encumbrances }, dayOf(now), codeOfPlace).map((problem) => ({ ...problem, path: `disclosure.${problem.path}` }));
}

/** A falling price is a price cut: a state seller stops it at the floor that cuts have, measured by the basis (§2.2, §5.9). */
function isFloorTooLow({ bidding, priceFen, basisFen, sellerClass, declarations }: Listing, venue: VenueListingParameters): boolean {
  if (bidding.format !== "F6") return false;
  const floorFen = shareFloor(fen(priceFen), bidding.fallFloorBp);
  return priceCutRefusal({ sellerClass, basisFen: basisFen ?? priceFen, newPriceFen: floorFen, freshApproval: declarations.hasFreshApproval }, venue) !== undefined;
}

export function periodRefusal(listing: Listing, workingDays: number, venue: VenueListingParameters, now: Date): ReturnType<typeof publishRefusal> {
  const { sellerClass, extensionCycles, extensionDays } = listing;
  const extension = extensionCycles > 0 ? { extensionCycles, extensionWorkingDays: extensionDays } : {};
  return publishRefusal({ sellerClass, workingDays, startsAt: now, now, ...extension }, venue);
}

/** Only a listing that follows an empty round has a price to be cut. */
export function isPriceCutTooDeep(listing: Pick<Listing, "previousId" | "basisFen" | "sellerClass">, newPriceFen: bigint, freshApproval: boolean, venue: VenueListingParameters): boolean {
  if (listing.previousId === null || listing.basisFen === null) return false;
  return priceCutRefusal({ sellerClass: listing.sellerClass, basisFen: listing.basisFen, newPriceFen, freshApproval }, venue) !== undefined;
}

async function documentProblems(ctx: Context, listing: Listing): Promise<FieldProblem[]> {
  const owned = await ctx.tx.document.findMany({ where: { id: { in: documentIds(listing) }, ownerId: listing.sellerId }, select: { id: true } });
  const known = new Set(owned.map(({ id }) => id));
  return Object.entries(listing.materials).flatMap(([code, item]) =>
    item?.documentId && !known.has(item.documentId) ? [{ path: `materials.${code}`, code: "DOCUMENT_NOT_YOURS" }] : [],
  );
}

import { organisationOf } from "../shared/actor.ts";
import { awardedFen, lowestAwardFen } from "../auction/index.ts";
import { noticeForContract } from "../agreed-price/index.ts";
import type { Prisma } from "../generated/client.ts";
import type { DealOrigin } from "../generated/enums.ts";
import { awardListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { toYuanText } from "../shared/money.ts";
import { nextNumber } from "../shared/serial-number.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { storedTerms, WHOLE_COUNTRY } from "../terms/index.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { DealOpened } from "./deal.events.ts";
import { eventFacts } from "./deal.repository.ts";
import { awardRefusal } from "./deal.rules.ts";
import { rulesFixedAt } from "./fixed-terms.ts";
import { demandUseFirstCredit } from "./use-first-deal.ts";
import { signaturesHeldUntil } from "./result-hold.ts";
import { signingDueAt } from "./signing-term.ts";
import { OpenDealInput, OpenFromAuctionInput, OpenFromSoleBuyerInput } from "./deal.schema.ts";

/** The seller opens the deal on a cleared notice (据公示建立成交项目), at the price that was published. Trading §6.2, §9.9. */
export const openDeal = defineUseCase("deal.open", OpenDealInput, async (ctx, { noticeId, price }) => {
  const published = (await ctx.tx.publicNotice.findUnique({ where: { id: noticeId } })) ?? notFound("notice", noticeId);
  ctx.authorise({ ownerId: published.sellerId });
  if (price !== published.priceFen) refuse("DEAL_PRICE_NOT_AS_PUBLISHED", { price: toYuanText(published.priceFen) });
  const notice = await noticeForContract(ctx, noticeId, published);
  const earlier = await ctx.tx.deal.findFirst({ where: { noticeId, state: { not: "ANNULLED" } }, select: { no: true } });
  if (earlier) throw new DomainError("DEAL_OPEN_ALREADY", "conflict", { no: earlier.no });
  return create(ctx, {
    origin: "AGREED_PRICE",
    noticeId,
    resultId: notice.resultId,
    sellerId: notice.sellerId,
    buyerId: notice.buyerId,
    venueId: notice.venueId,
    priceFen: notice.priceFen,
    tradeMode: notice.tradeMode,
    licenceKind: notice.licenceKind,
    licenceYears: notice.licenceYears,
    licenceTerritory: notice.tradeMode === "LICENCE" ? (storedTerms(notice.terms)?.licence?.territory ?? WHOLE_COUNTRY) : null,
    paymentTerms: notice.paymentForm,
    terms: notice.terms ?? undefined,
    awardedAt: ctx.clock.now(),
    signDueAt: notice.validUntil!,
    divisionCode: notice.divisionCode,
    title: notice.result.title,
  });
});

/** Opens the deal of a lot whose result was confirmed (竞价成交). Told twice, there is one deal. */
export const openDealFromAuction = defineUseCase("deal.open-from-auction", OpenFromAuctionInput, async (ctx, award) => {
  ctx.authorise();
  const earlier = await ctx.tx.deal.findFirst({ where: { auctionId: award.auctionId, state: { notIn: ["ANNULLED", "DEFAULTED"] } } });
  if (earlier) return alreadyOpen(ctx, earlier);
  const lot = (await ctx.tx.auction.findUnique({ where: { id: award.auctionId } })) ?? notFound("auction", award.auctionId);
  const awarded = awardedFen(lot);
  const refusal = awardRefusal({ priceFen: award.priceFen, startPriceFen: lowestAwardFen(lot), ...(awarded === null ? {} : { lastAcceptedBidFen: awarded }) });
  if (refusal) refuse("DEAL_AWARD_REFUSED", { reason: refusal });
  const { awardedAt, ...terms } = award;
  return openOnListing(ctx, "AUCTION", awardedAt, terms);
});

/** Opens the deal with the one buyer that a listing found (挂牌协议成交). Told twice, there is one deal. Trading §3. */
export const openDealFromSoleBuyer = defineUseCase("deal.open-from-sole-buyer", OpenFromSoleBuyerInput, async (ctx, award) => {
  ctx.authorise();
  const earlier = await ctx.tx.deal.findFirst({ where: { intentId: award.intentId } });
  if (earlier) return alreadyOpen(ctx, earlier);
  const { effectiveAt, ...terms } = award;
  return openOnListing(ctx, "SOLE_BUYER", effectiveAt, terms);
});

type ListingAward = { readonly listingId: string; readonly auctionId?: string; readonly intentId: string; readonly buyerId: string; readonly priceFen: bigint };

async function openOnListing(ctx: Context, origin: DealOrigin, awardedAt: Date, award: ListingAward) {
  const listing = await ctx.tx.listing.findUnique({ where: { id: award.listingId }, include: { result: { select: { title: true } } } });
  if (!listing) notFound("listing", award.listingId);
  if (listing.state === "BIDDING" || listing.state === "AGREE_PRICE") {
    await awardListing(ctx, { listingId: listing.id, intentId: award.intentId, priceFen: award.priceFen, at: awardedAt });
  }
  const seller = await ctx.tx.organisation.findUniqueOrThrow({ where: { id: listing.sellerId }, select: { kind: true } });
  const announced = { origin, listingId: listing.id, noticeId: null, venueId: listing.venueId, awardedAt, divisionCode: listing.divisionCode, seller };
  const heldUntil = await signaturesHeldUntil(ctx.tx, announced);
  // Nobody is late with what he may not do yet: the term runs from the first day on which the contract may be signed.
  const signDueAt = await signingDueAt(ctx.tx, { venueId: listing.venueId, announcedAt: await rulesFixedAt(ctx.tx, announced), runsFrom: heldUntil ?? awardedAt });
  return create(ctx, {
    origin,
    ...award,
    resultId: listing.resultId,
    sellerId: listing.sellerId,
    venueId: listing.venueId,
    tradeMode: listing.tradeMode,
    licenceKind: listing.licenceKind,
    licenceYears: listing.licenceYears,
    licenceTerritory: listing.tradeMode === "LICENCE" ? listing.licenceTerritory : null,
    paymentTerms: listing.paymentTerms,
    awardedAt,
    signDueAt,
    divisionCode: listing.divisionCode,
    title: listing.result.title,
  });
}

type NewDeal = {
  readonly origin: DealOrigin;
  readonly noticeId?: string;
  readonly listingId?: string;
  readonly auctionId?: string;
  readonly intentId?: string;
  readonly resultId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly venueId: string | null;
  readonly priceFen: bigint;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  readonly licenceYears: number | null;
  readonly licenceTerritory: string | null;
  readonly paymentTerms: string;
  readonly terms?: Prisma.InputJsonValue | undefined;
  readonly awardedAt: Date;
  readonly signDueAt: Date;
  readonly divisionCode: string;
  readonly title: string;
};

export async function create(ctx: Context, { title, ...data }: NewDeal) {
  await demandUseFirstCredit(ctx, { buyerId: data.buyerId, terms: data.terms ?? null });
  const deal = await ctx.tx.deal.create({ data: { ...data, no: await nextNumber(ctx.tx, "deal", ctx.clock.now()) } });
  await ctx.due(DEAL_DUE.missSigning, deal.id, deal.signDueAt);
  ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { state: deal.state, no: deal.no, ...data, by: organisationOf(ctx.actor)?.name ?? null } });
  ctx.emit(DealOpened, { type: "deal", id: deal.id }, { ...eventFacts(deal), origin: deal.origin });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "deal.opened", params: { title, no: deal.no }, link: `/desk/deals/${deal.id}` });
  }
  return { dealId: deal.id, no: deal.no, state: deal.state, version: deal.version };
}

function alreadyOpen(ctx: Context, deal: { readonly id: string; readonly no: string; readonly state: "AWARDED" | string; readonly version: number; readonly divisionCode: string }) {
  ctx.record({ type: "deal", id: deal.id, divisionCode: deal.divisionCode, after: { repeated: true } });
  return { dealId: deal.id, no: deal.no, state: deal.state, version: deal.version };
}

import { contractEffect, type ContractEffect } from "../export-control/index.ts";
import type { Prisma } from "../generated/client.ts";
import type { AwardObjectionModel } from "../generated/models.ts";
import { instantGateway } from "../deposit/index.ts";
import { arrears } from "../settlement/index.ts";
import { sellerClassOf } from "../listing/index.ts";
import { commissionsOf } from "../technology-manager/index.ts";
import { comparisonFor } from "../valuation/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { fen, subtractFen } from "../shared/money.ts";
import { capitalYuan } from "../shared/capital-yuan.ts";
import { dayOf } from "../shared/clock.ts";
import { dayOfColumn } from "../shared/input.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import type { Tx } from "../shared/database.ts";
import { storedTerms, termLines } from "../terms/index.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import type { AwardInterest, AwardObjectionGround } from "./award-objection.rules.ts";
import { whoseWorkIsContested } from "./rule-award-objection.ts";
import { contractSource, draftedContract } from "./contract-draft.ts";
import { proposedContract, proposedName } from "./contract-text.ts";
import { DEAL_DUE } from "./deal.due.ts";
import type { DealState } from "./deal.machine.ts";
import { factsOf, getDeal, purposeOf, receivedOnPrice, type DealRow } from "./deal.repository.ts";
import { outstandingPrice } from "./deal.rules.ts";
import { buyerFeePaid, withFeeOpen } from "./buyer-fee.ts";
import { feesOf } from "./deal-fees.ts";
import { dueInEffect } from "./due-in-effect.ts";
import { lateParametersOf } from "./late-rate.ts";
import { interestPaid, interestSince, takesInterest } from "./late-interest.ts";
import { commissionPaidTo } from "./pay-commissions.ts";
import { oneSumRuleOf } from "./one-sum.ts";
import { paidOutOf } from "./unwind.ts";
import { signaturesHeldUntil } from "./result-hold.ts";
import { isUsedFirst, useFirstCredit } from "./use-first-deal.ts";
import { DealIdInput, ListDealsInput, ProposeContractInput, type DealTab } from "./deal.schema.ts";

const TAB_STATES: Record<DealTab, DealState[]> = { open: ["AWARDED", "CONTRACTING", "SIGNED", "SETTLING"], closed: ["SETTLED", "DEFAULTED", "ANNULLED"] };
const IN_LIST = { seller: { select: { name: true } }, buyer: { select: { name: true } }, result: { select: { title: true } }, venue: { select: { name: true } } } as const;

/** The deals of one's own organisation, on either side. */
export const listOwnDeals = defineQuery("deal.list-own", ListDealsInput, async (ctx, { tab, limit, cursor }) => {
  const organisationId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: organisationId });
  return listDeals(ctx.db, { AND: { OR: [{ sellerId: organisationId! }, { buyerId: organisationId! }] } }, tab, limit, cursor, organisationId!);
});

/** The deals that a venue settles. */
export const listVenueDeals = defineQuery("deal.list-venue", ListDealsInput, async (ctx, { tab, limit, cursor }) => {
  const venueId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ venueId });
  return listDeals(ctx.db, { venueId: venueId! }, tab, limit, cursor, venueId!);
});

type Db = Parameters<typeof getDeal>[0];

async function listDeals(db: Db & Pick<Tx, "ledgerTransaction">, whose: Prisma.DealWhereInput, tab: DealTab, limit: number, cursor: string | undefined, ownId: string) {
  const rows = await db.deal.findMany({
    where: { ...whose, state: { in: TAB_STATES[tab] }, ...afterTimeCursor(cursor, "desc", "awardedAt") },
    include: IN_LIST,
    orderBy: [{ awardedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.awardedAt.toISOString(), row.id]);
  const feeOpen = await withFeeOpen(db, page.items);
  return {
    tab,
    ...page,
    items: page.items.map(({ id, no, origin, state, settlement, priceFen, tradeMode, licenceKind, awardedAt, signDueAt, sellerId, buyerId, sellerSignedAt, buyerSignedAt, handedOverAt, ...row }) => ({
      id, no, origin, state, settlement, priceFen, tradeMode, licenceKind, awardedAt, signDueAt,
      title: row.result.title,
      seller: row.seller.name,
      buyer: row.buyer.name,
      venue: row.venue?.name ?? null,
      side: sideOf({ sellerId, buyerId }, ownId),
      sellerSigned: sellerSignedAt !== null,
      buyerSigned: buyerSignedAt !== null,
      handedOver: handedOverAt !== null,
      feeOpen: feeOpen.has(id),
    })),
  };
}

export type DealSide = "seller" | "buyer" | "venue";

function sideOf(deal: { readonly sellerId: string; readonly buyerId: string }, ownId: string | undefined): DealSide {
  return ownId === deal.sellerId ? "seller" : ownId === deal.buyerId ? "buyer" : "venue";
}

/** One deal for those who take part in it: where it stands, what was signed, what is paid, and what each may do next. */
export const readDeal = defineQuery("deal.read", DealIdInput, async (ctx, { dealId }) => {
  const deal = await getDeal(ctx.db, dealId);
  const facts = factsOf(deal);
  ctx.authorise(facts);
  const [now, receivedFen, certificates, listing, auction, notice, contract, useFirst, parameters, commissions, refunds, returnOpenFen, deposit, interestPaidFen, objections, fees, buyerFeePaidFen, effect] = await Promise.all([
    ctx.now(),
    deal.settlement === null ? 0n : receivedOnPrice(ctx.db, deal),
    ctx.db.transactionCertificate.findMany({ where: { dealId }, orderBy: { issuedAt: "desc" }, select: { id: true, no: true, verifyCode: true, issuedAt: true, revokedAt: true, revokedReason: true } }),
    deal.listingId ? ctx.db.listing.findUnique({ where: { id: deal.listingId }, select: { id: true, no: true } }) : null,
    deal.auctionId ? ctx.db.auction.findUnique({ where: { id: deal.auctionId }, select: { id: true, no: true } }) : null,
    deal.noticeId ? ctx.db.publicNotice.findUnique({ where: { id: deal.noticeId }, select: { id: true, no: true } }) : null,
    ctx.db.contract.findFirst({ where: { dealId }, orderBy: { createdAt: "desc" }, select: { id: true, state: true, registrationNo: true } }),
    ctx.db.useFirst.findUnique({ where: { dealId }, select: { id: true, state: true } }),
    lateParametersOf(ctx.db, deal),
    shownCommissions(ctx.db, deal),
    refundsOf(ctx.db, deal),
    deal.returnDueFen === null ? 0n : paidOutOf(ctx.db, deal),
    deal.intentId === null ? null : ctx.db.deposit.findUnique({ where: { intentId: deal.intentId }, select: { id: true, state: true, forfeit: { select: { depositId: true } } } }),
    interestPaid(ctx.db, deal),
    ctx.db.awardObjection.findMany({ where: { dealId }, orderBy: { filedAt: "asc" } }),
    feesOf(ctx.db, deal),
    buyerFeePaid(ctx.db, deal),
    contractEffect(ctx.db, deal),
  ]);
  const buyerFeeOpenFen = subtractFen(deal.buyerFeeFen, buyerFeePaidFen);
  const underObjection = objections.some(({ state }) => state === "FILED");
  const interestOpenFen = subtractFen(deal.interestFen, interestPaidFen);
  const side = sideOf(deal, organisationOf(ctx.actor)?.id);
  const comparison = side !== "seller" ? null : await comparisonFor(ctx.db, { resultId: deal.resultId, priceFen: deal.priceFen, on: dayOf(deal.awardedAt), sellerClass: sellerClassOf(deal.seller.kind), buyerIsStateOwned: deal.buyer.kind === "STATE_ENTERPRISE" });
  const isSigned = deal.sellerSignedAt !== null || deal.buyerSignedAt !== null;
  const ownSignature = side === "seller" ? deal.sellerSignedAt : deal.buyerSignedAt;
  const payment = storedTerms(deal.terms)?.payment;
  const usedFirst = payment?.form === "USE_FIRST" ? payment : null;
  const drafted = draftedContract(deal);
  const settling = deal.state === "SETTLING";
  const heldUntil = deal.state === "CONTRACTING" ? await signaturesHeldUntil(ctx.db, deal) : null;
  const isHeld = heldUntil !== null && now < heldUntil;
  const activeCertificate = certificates.find(({ revokedAt }) => revokedAt === null) ?? null;
  return {
    id: deal.id,
    no: deal.no,
    origin: deal.origin,
    state: deal.state,
    settlement: deal.settlement,
    version: deal.version,
    now,
    side,
    resultId: deal.resultId,
    title: deal.result.title,
    seller: partyOf(deal.seller),
    buyer: partyOf(deal.buyer),
    venue: deal.venue && partyOf(deal.venue),
    listing,
    auction,
    notice,
    /** The registration file of the contract (技术合同登记), opened after both have signed. */
    contract,
    /** The licence by which the technology is used first and paid later, where that was agreed. */
    useFirst,
    /** The buyer's file of such licences: for the seller who is about to give one. */
    buyerCredit: usedFirst !== null && side === "seller" ? await useFirstCredit(ctx.db, deal.buyerId, now) : null,
    outerOn: usedFirst?.outerOn ?? null,
    smeOnly: usedFirst?.smeOnly ?? false,
    priceFen: deal.priceFen,
    priceCapital: capitalYuan(deal.priceFen),
    /** The price beside the valuations that stood at the award: for the seller's eyes only. */
    comparison,
    tradeMode: deal.tradeMode,
    licenceKind: deal.licenceKind,
    licenceYears: deal.licenceYears,
    licenceTerritory: deal.licenceTerritory,
    paymentTerms: deal.paymentTerms,
    termLines: deal.terms === null ? [] : termLines(storedTerms(deal.terms)!),
    terms: deal.terms,
    /** The venue's rule for a price in one sum, counted from today; null where another plan was agreed or no venue settles. */
    oneSum: await oneSumRuleOf(ctx.db, deal, dayOf(now), now),
    proposedName: proposedName(deal.result.title, deal.tradeMode),
    drafted: drafted && { ...drafted, text: deal.contractText ?? "", hash: deal.contractHash ?? "" },
    awardedAt: deal.awardedAt,
    draftedAt: deal.draftedAt,
    signDueAt: deal.signDueAt,
    /** Until when the announcement of the result holds the signatures back; null where it does not, or no longer. */
    heldUntil: isHeld ? heldUntil : null,
    sellerSignedAt: deal.sellerSignedAt,
    buyerSignedAt: deal.buyerSignedAt,
    signedAt: deal.signedAt,
    handedOverAt: deal.handedOverAt,
    releasedAt: deal.releasedAt,
    /** By when the venue passes the price on; null until it may, and once it has. */
    releaseDueAt: deal.settlement === "PAYABLE_TO_SELLER" && deal.handedOverAt !== null && activeCertificate !== null ? ((await ctx.db.dueAct.findUnique({ where: { kind_subjectId: { kind: DEAL_DUE.missRelease, subjectId: dealId } }, select: { dueAt: true } }))?.dueAt ?? null) : null,
    closedAt: deal.closedAt,
    stateReason: deal.stateReason,
    receivedFen,
    outstandingFen: outstandingPrice(deal.priceFen, receivedFen),
    instantPayment: instantGateway(ctx.config.mode) !== undefined,
    payments: paymentsOf(deal, effect, receivedFen, now),
    /** Interest on what came late: what is due by now, and what still grows on what has not come. */
    interest: { dueFen: deal.interestFen, paidFen: interestPaidFen, openFen: interestOpenFen, reference: deal.interestReference, rateBp: parameters.overdueInterestBpPerYear, rateAgreed: parameters.lateRateAgreed, growingFen: settling && deal.venueId !== null && !isUsedFirst(deal) ? interestSince(deal, effect, receivedFen, now, parameters) : fen(0n) },
    /** The venue's fee: the seller's part comes out of the price, the buyer's is due beside it; null where no price passes through a venue. */
    fees: fees && { ...fees, paidFen: buyerFeePaidFen, openFen: buyerFeeOpenFen, reference: deal.buyerFeeReference },
    /** What mandates say is owed to agencies; the seller's are paid out of the price. */
    commissions,
    return: deal.returnDueFen === null ? null : { dueFen: deal.returnDueFen, openFen: returnOpenFen, reference: deal.returnReference! },
    refunds,
    certificates,
    underObjection,
    objections: await objectionsFor(ctx, deal, side, objections),
    /** The decision that the buyer's deposit is kept, where there is one. */
    forfeitedDepositId: deposit?.forfeit?.depositId ?? null,
    lockedDepositId: deposit?.state === "LOCKED" || deposit?.state === "STANDBY" ? deposit.id : null,
    may: {
      exportEvidence: ctx.may("evidence.export", facts),
      keepDeposit: ctx.may("deposit.decide-forfeit", facts) && deal.state === "DEFAULTED" && deposit?.state === "LOCKED" && deposit.forfeit === null,
      default: ctx.may("deal.default", facts) && deal.settlement === "BREACH",
      annul: ctx.may("deal.annul", facts) && deal.state !== "ANNULLED" && deal.state !== "DEFAULTED",
      draft: ctx.may("deal.draft-contract", facts) && (deal.state === "AWARDED" || deal.state === "CONTRACTING") && !isSigned,
      sign: ctx.may("deal.sign", facts) && deal.state === "CONTRACTING" && ownSignature === null && !isHeld && !underObjection && now < deal.signDueAt,
      pay: ctx.may("deal.pay", facts) && settling && !isUsedFirst(deal) && deal.venueId !== null && receivedFen < deal.priceFen,
      payInterest: ctx.may("deal.pay-interest", facts) && interestOpenFen > 0n && takesInterest(deal),
      payFee: ctx.may("deal.pay-fee", facts) && settling && buyerFeeOpenFen > 0n,
      confirmReceipt: ctx.may("deal.confirm-receipt", facts) && settling && !isUsedFirst(deal) && deal.venueId === null,
      confirmHandover: ctx.may("deal.confirm-handover", facts) && settling && deal.handedOverAt === null,
      certify: ctx.may("certificate.issue", facts) && !underObjection && (buyerFeeOpenFen === 0n || !settling) && activeCertificate === null && (deal.settlement === "CERTIFY" || certificates.length > 0),
      revokeCertificate: ctx.may("certificate.revoke", facts) && activeCertificate !== null,
      release: ctx.may("deal.close", facts) && !underObjection && deal.settlement === "PAYABLE_TO_SELLER" && deal.handedOverAt !== null && activeCertificate !== null,
    },
  };
});

/** Objections to the announced result: who objected, and what he says, is told to the exchange alone. */
async function objectionsFor(ctx: ReadContext, deal: DealRow, side: DealSide, rows: readonly AwardObjectionModel[]) {
  return Promise.all(rows.map(async ({ id, state, ground, interest, filedBy, contact, facts, filedAt, ruling, ruledAt }) => ({
    id, state, ground: ground as AwardObjectionGround, interest: interest as AwardInterest, filedAt, ruling, ruledAt,
    told: side === "venue" ? { filedBy, contact, facts } : null,
    mayRule: state === "FILED" && ctx.may("award-objection.rule", { ...factsOf(deal), authorId: await whoseWorkIsContested(ctx.db, deal, ground) }),
  })));
}

/** The text that the clause template makes of the deal and what the seller has typed so far (合同文本). */
export const proposeContract = defineQuery("deal.propose-contract", ProposeContractInput, async (ctx, { dealId, instalments, ...typed }) => {
  const deal = await getDeal(ctx.db, dealId);
  ctx.authorise(factsOf(deal));
  const source = await contractSource(ctx.db, deal, { ...typed, instalments: instalments.map(({ dueOn, amount }) => ({ dueOn, amountFen: amount })) });
  return { contractText: proposedContract(source) };
});

/** The commissions of a deal with the agencies' names and what they have been paid of them. */
async function shownCommissions(db: Tx, deal: DealRow) {
  const owed = await commissionsOf(db, deal.id);
  const agencies = await db.organisation.findMany({ where: { id: { in: owed.map(({ agencyId }) => agencyId) } }, select: { id: true, name: true } });
  return Promise.all(owed.map(async (commission) => ({ ...commission, agency: agencies.find(({ id }) => id === commission.agencyId)?.name ?? "", paidFen: await commissionPaidTo(db, deal, commission.mandateId) })));
}

/** Money of this deal on its way back, to the accounts it came from. */
function refundsOf(db: Pick<Tx, "paymentRefund">, deal: DealRow) {
  return db.paymentRefund.findMany({ where: { account: { in: ["PRICE_HELD", "BUYER_FEE"] }, purpose: purposeOf(deal) }, orderBy: { orderedAt: "asc" }, select: { id: true, account: true, amountFen: true, reason: true, state: true, dueAt: true, paidAt: true } });
}

function partyOf({ id, name, nameEn, kind }: DealRow["seller"]) {
  return { id, name, nameEn, kind };
}

/** Each instalment with what is still open of it, and whether its day has passed. */
function paymentsOf(deal: DealRow, effect: ContractEffect, receivedFen: bigint, now: Date) {
  const today = dayOf(now);
  const binding = dueInEffect(deal, effect);
  let left = receivedFen;
  return deal.payments.map(({ no, dueOn, amountFen, paidAt, reference }, i) => {
    const coveredFen = left >= amountFen ? amountFen : left;
    left -= coveredFen;
    const day = dayOfColumn(dueOn);
    const lateFen = arrears({ instalments: binding.slice(i, i + 1) }, coveredFen, today);
    return {
      no, dueOn: day, amountFen, paidAt, reference,
      openFen: amountFen - coveredFen,
      overdue: deal.state === "SETTLING" && lateFen > 0n,
    };
  });
}

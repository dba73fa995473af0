import { buyerFeePaid, feesOf, type DealRow } from "../deal/index.ts";
import type { Tx } from "../shared/database.ts";

/** What the platform holds of how a deal came about, as plain rows; nobody's identity is in it but that of the parties. */
export async function collect(db: Tx, deal: DealRow, forSeller: boolean) {
  const { id: dealId, listingId, noticeId, auctionId, resultId, buyerId } = deal;
  const onListing = <Rows>(read: (id: string) => Promise<Rows[]>): Promise<Rows[]> => (listingId === null ? Promise.resolve([]) : read(listingId));
  const onNotice = <Rows>(read: (id: string) => Promise<Rows[]>): Promise<Rows[]> => (noticeId === null ? Promise.resolve([]) : read(noticeId));
  const [listing, listingSteps, intents, auction, notice, noticeSteps, objections, rights, valuations, gate, certificates, shares, fees, feePaidFen, projectContract] = await Promise.all([
    listingId === null ? null : db.listing.findUnique({ where: { id: listingId }, select: { no: true, priceFen: true, basisFen: true, publishedAt: true, submittedById: true, reviewedById: true, secondReviewerId: true, materials: true } }),
    onListing((id) => db.listingStep.findMany({ where: { listingId: id }, orderBy: { no: "asc" }, select: { no: true, event: true, effectiveAt: true, reason: true, periodEndsAt: true } })),
    onListing((id) => db.intent.findMany({ where: { listingId: id }, orderBy: { registeredAt: "asc" }, select: { state: true, registeredAt: true, decidedAt: true, admittedAt: true } })),
    auctionId === null ? null : db.auction.findUnique({ where: { id: auctionId }, select: { no: true, format: true, announcementHash: true, startPriceFen: true, acceptedCount: true, sequence: true, chainHead: true, closedAt: true, reserveMet: true, signatures: { orderBy: { no: "asc" }, select: { role: true, personName: true, signedAt: true, signature: true } } } }),
    noticeId === null ? null : db.publicNotice.findUnique({ where: { id: noticeId }, select: { no: true, priceFen: true, priceBasis: true, paymentForm: true, decisionBody: true, decisionOn: true, directApproval: true, unitPlace: true, relatedParty: true, relatedNature: true, publishedAt: true, endsAt: true, clearedAt: true } }),
    onNotice((id) => db.noticeStep.findMany({ where: { noticeId: id }, orderBy: { no: "asc" }, select: { no: true, event: true, effectiveAt: true, reason: true, endsAt: true } })),
    onNotice((id) => db.objection.findMany({ where: { noticeId: id }, orderBy: { filedAt: "asc" }, select: { facts: true, filedAt: true, state: true, ruling: true, ruledAt: true } })),
    db.priorityRight.findMany({ where: { subjectId: { in: [listingId, noticeId].filter((id) => id !== null) } }, orderBy: { createdAt: "asc" }, select: { kind: true, holder: true, state: true, notifiedAt: true, dueAt: true, answeredAt: true } }),
    forSeller ? db.valuationReport.findMany({ where: { resultId }, orderBy: { valuedOn: "desc" }, select: { reportNo: true, appraiser: true, valueFen: true, valuedOn: true, withdrawnAt: true } }) : [],
    db.exportGate.findUnique({ where: { resultId_buyerId: { resultId, buyerId } }, select: { state: true, papersNeeded: true, clearedAt: true, papers: { select: { kind: true, number: true, authority: true, issuedOn: true } } } }),
    db.transactionCertificate.findMany({ where: { dealId }, orderBy: { issuedAt: "asc" }, select: { id: true, no: true, hash: true, verifyCode: true, issuedAt: true, revokedAt: true, revokedReason: true } }),
    forSeller ? db.incomeShare.findMany({ where: { dealId }, orderBy: { createdAt: "asc" }, select: { state: true, received: true, net: true, pool: true, decisionBody: true, decisionOn: true, decidedBy: true, noticedAt: true, noticeEndsAt: true, paidOn: true } }) : [],
    feesOf(db, deal),
    buyerFeePaid(db, deal),
    db.projectContract.findUnique({ where: { resultId }, select: { projectNo: true, funder: true, demand: true, consentNo: true, consentOn: true } }),
  ]);
  const documentIds = Object.values((listing?.materials ?? {}) as Record<string, { readonly documentId?: string | null }>).flatMap(({ documentId }) => documentId ?? []);
  const subjects = [dealId, listingId, noticeId, auctionId, ...certificates.map(({ id }) => id)].filter((id) => id !== null);
  const [documents, trail] = await Promise.all([
    forSeller ? db.document.findMany({ where: { id: { in: documentIds } }, orderBy: { name: "asc" }, select: { name: true, sha256: true } }) : [],
    db.auditEntry.findMany({ where: { subjectType: { in: ["deal", "listing", "notice", "auction", "certificate"] }, subjectId: { in: subjects } }, orderBy: { id: "asc" }, take: 2_000, select: { id: true, at: true, act: true, hash: true } }),
  ]);
  return {
    deal: {
      no: deal.no, origin: deal.origin, result: deal.result.title, seller: deal.seller.name, buyer: deal.buyer.name, venue: deal.venue?.name ?? null, priceFen: deal.priceFen, tradeMode: deal.tradeMode, terms: deal.terms,
      awardedAt: deal.awardedAt, contractName: deal.contractName, contractHash: deal.contractHash, draftedAt: deal.draftedAt, sellerSignedAt: deal.sellerSignedAt, buyerSignedAt: deal.buyerSignedAt, signedAt: deal.signedAt, handedOverAt: deal.handedOverAt, releasedAt: deal.releasedAt,
      state: deal.state, stateReason: deal.stateReason, payments: deal.payments.map(({ no, dueOn, amountFen, paidAt }) => ({ no, dueOn, amountFen, paidAt })),
    },
    listing: listing && { no: listing.no, priceFen: listing.priceFen, basisFen: listing.basisFen, publishedAt: listing.publishedAt, reviewedByAnother: listing.reviewedById !== null && listing.reviewedById !== listing.submittedById, secondReview: listing.secondReviewerId !== null },
    /** The venue's fee as its sides bear it, and what has come of the buyer's; null where no price passes through a venue. */
    fees: fees && { ...fees, buyerPaidFen: feePaidFen },
    projectContract, listingSteps, intents, auction, notice, noticeSteps, objections, rights, valuations, gate, certificates, shares, documents,
    trail: trail.map(({ id, at, act, hash }) => ({ no: String(id), at, act, hash: Buffer.from(hash).toString("hex") })),
  };
}

export type Evidence = Awaited<ReturnType<typeof collect>>;

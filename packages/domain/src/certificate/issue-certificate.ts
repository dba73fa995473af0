import type { Prisma } from "../generated/client.ts";
import { awaitRelease, buyerFeeOpen, factsOf, lockDeal, moveDeal, openAwardObjections, receivedOnPrice, type DealMethod, type DealRow } from "../deal/index.ts";
import { gateState, groundOf } from "../export-control/index.ts";
import { advanceListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { SETTLEMENT_MOVES } from "../settlement/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { canonicalJson, sha256 } from "../shared/canonical.ts";
import { dayOf } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { nextNumber } from "../shared/serial-number.ts";
import { isWithheld } from "../shared/withheld.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { CertificateIssued } from "./certificate.events.ts";
import { certificateRefusals, shownParty, type CertificateFacts } from "./certificate.rules.ts";
import { CertifiedFacts, IssueCertificateInput } from "./certificate.schema.ts";
import { verifyCode } from "./verify-code.ts";

/**
 * The venue certifies the deal (出具交易凭证): number, facts under one hash, and the code by which anybody verifies it. After a revocation the
 * next certificate names the one it replaces. Trading §7, §9.12.
 */
export const issueCertificate = defineUseCase("certificate.issue", IssueCertificateInput, async (ctx, { dealId, unnamedSeller, unnamedBuyer }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  const earlier = await ctx.tx.transactionCertificate.findMany({ where: { dealId }, orderBy: { issuedAt: "desc" } });
  const active = earlier.find(({ revokedAt }) => revokedAt === null);
  const { settlement } = deal;
  const refusals = certificateRefusals({
    contractSigned: deal.signedAt !== null,
    noticeCleared: deal.noticeId !== null,
    listingCompleted: deal.listingId !== null,
    duePaymentReceived: settlement === "CERTIFY" || settlement === "PAYABLE_TO_SELLER" || settlement === "RELEASED",
    buyerFeeOpen: deal.state === "SETTLING" && (await buyerFeeOpen(ctx.tx, deal)) > 0n,
    suspended: isWithheld(deal.result),
    objectionOpen: (await openAwardObjections(ctx.tx, dealId)) > 0,
    annulled: deal.state === "ANNULLED" || deal.state === "DEFAULTED",
    ...(active ? { activeCertificateNo: active.no } : {}),
    exportGate: await exportGateOf(ctx.tx, deal),
  });
  if (refusals.length > 0) throw new DomainError("CERTIFICATE_REFUSED", "refused", {}, refusals.map((refusal) => ({ path: "", code: `CERTIFICATE_${refusal}` })));

  const at = ctx.clock.now();
  const no = await nextNumber(ctx.tx, "transactionCertificate", at);
  const [replaced] = earlier;
  const facts = await certifiedFacts(ctx.tx, deal, { no, at, replaces: replaced?.no ?? null, unnamedSeller, unnamedBuyer });
  const hash = sha256(canonicalJson(facts)).toString("hex");
  const certificate = await ctx.tx.transactionCertificate.create({
    data: { no, dealId, facts, hash, verifyCode: verifyCode(ctx.config.secretKey, no), issuedById: personIdOf(ctx.actor)!, issuedAt: at, replacesId: replaced?.id ?? null },
  });
  if (settlement === "CERTIFY") {
    await moveDeal(ctx.tx, deal, { settlement: step(SETTLEMENT_MOVES, settlement, "certify") });
    if (deal.listingId !== null) await advanceListing(ctx, deal.listingId, "certify", at);
  }
  await awaitRelease(ctx, dealId);
  ctx.record({ type: "certificate", id: certificate.id, divisionCode: deal.divisionCode, after: { no, dealId, hash, replaces: replaced?.no ?? null, unnamedSeller, unnamedBuyer } });
  ctx.emit(CertificateIssued, { type: "certificate", id: certificate.id }, { certificateId: certificate.id, no, dealId });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "certificate.issued", params: { no: deal.no, certificateNo: no }, link: `/desk/deals/${dealId}` });
  }
  return { certificateId: certificate.id, no, verifyCode: certificate.verifyCode, hash };
});

/** Rights and income §12.3: no certificate before the gate is cleared. */
async function exportGateOf(tx: Tx, deal: DealRow): Promise<CertificateFacts["exportGate"]> {
  const gate = await gateState(tx, deal.resultId, deal.buyerId);
  if (gate === null) return groundOf(deal.buyer.partyType) === null ? "NOT_NEEDED" : "PENDING";
  return gate === "CLEARED" || gate === "BLOCKED" ? gate : "PENDING";
}

async function certifiedFacts(tx: Tx, deal: DealRow, issue: { readonly no: string; readonly at: Date; readonly replaces: string | null; readonly unnamedSeller: boolean; readonly unnamedBuyer: boolean }): Promise<CertifiedFacts> {
  const [listing, notice, auction, rights, qualifiedBuyers, contract, receivedFen] = await Promise.all([
    deal.listingId ? tx.listing.findUnique({ where: { id: deal.listingId } }) : null,
    deal.noticeId ? tx.publicNotice.findUnique({ where: { id: deal.noticeId } }) : null,
    deal.auctionId ? tx.auction.findUnique({ where: { id: deal.auctionId } }) : null,
    tx.resultRight.findMany({ where: { resultId: deal.resultId }, orderBy: { position: "asc" }, select: { title: true, number: true } }),
    deal.listingId ? tx.intent.count({ where: { listingId: deal.listingId, bidderNo: { not: null } } }) : null,
    tx.contract.findFirst({ where: { dealId: deal.id, registrationNo: { not: null } }, select: { registrationNo: true } }),
    receivedOnPrice(tx, deal),
  ]);
  const announcedAt = listing?.publishedAt ?? notice?.publishedAt ?? null;
  const announcedUntil = listing?.periodEndsAt ?? notice?.endsAt ?? null;
  return CertifiedFacts.parse({
    no: issue.no,
    dealNo: deal.no,
    venue: deal.venue!.name,
    method: METHODS[deal.origin],
    listingNo: listing?.no ?? null,
    noticeNo: notice?.no ?? null,
    announcedOn: announcedAt && dayOf(announcedAt),
    announcedUntil: announcedUntil && lastDayOf(announcedUntil),
    seller: { name: shownParty({ name: deal.seller.name, code: `${deal.no}-A`, secrecyAsked: issue.unnamedSeller }), kind: deal.seller.kind },
    buyer: { name: shownParty({ name: deal.buyer.name, code: `${deal.no}-B`, secrecyAsked: issue.unnamedBuyer }), kind: deal.buyer.kind },
    result: deal.result.title,
    rights,
    tradeMode: deal.tradeMode,
    licenceKind: deal.licenceKind,
    licenceYears: deal.licenceYears,
    territory: deal.licenceTerritory,
    qualifiedBuyers,
    bids: auction?.acceptedCount ?? null,
    startPriceFen: auction ? String(auction.startPriceFen) : null,
    reserveMet: auction?.reserveMet ?? null,
    priceFen: String(deal.priceFen),
    receivedFen: String(receivedFen),
    instalments: deal.payments.length,
    contractName: deal.contractName!,
    contractHash: deal.contractHash!,
    signedOn: dayOf(deal.signedAt!),
    validFrom: dayOfColumn(deal.validFrom!),
    validTo: dayOfColumn(deal.validTo!),
    registrationNo: contract?.registrationNo ?? null,
    issuedAt: issue.at.toISOString(),
    replaces: issue.replaces,
  } satisfies Prisma.InputJsonObject);
}

/** A period that runs to 24:00 ends on the day that is over then. */
function lastDayOf(endsAt: Date): string {
  return dayOf(new Date(endsAt.getTime() - 1));
}

const METHODS = { AUCTION: "BIDDING", SOLE_BUYER: "LISTING_AGREED", AGREED_PRICE: "AGREED", NEGOTIATED: "AGREED" } as const satisfies Record<DealRow["origin"], DealMethod>;

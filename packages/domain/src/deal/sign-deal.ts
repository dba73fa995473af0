import { useNotice } from "../agreed-price/index.ts";
import { applyDeposit } from "../deposit/index.ts";
import { demandExportStage, signedAcrossBorder } from "../export-control/index.ts";
import { advanceListing } from "../listing/index.ts";
import { asksPriorityHolders } from "../auction/index.ts";
import { demandPrioritySettled } from "../priority-right/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { SETTLEMENT_MOVES, type SettlementState } from "../settlement/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, invalidField, refuse } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { buyerFeeDue } from "./deal-fees.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { DealSigned } from "./deal.events.ts";
import { DEAL_MOVES } from "./deal.machine.ts";
import { eventFacts, factsOf, lockDeal, moveDeal, receivedOnPrice, type DealRow } from "./deal.repository.ts";
import { signatureRefusal, whenSigned } from "./deal.rules.ts";
import { SignDealInput } from "./deal.schema.ts";
import { signaturesHeldUntil } from "./result-hold.ts";
import { demandNoObjection } from "./file-award-objection.ts";
import { isForSmallFirms } from "./use-first-deal.ts";
import { settleForward } from "./settle-forward.ts";

/**
 * One side signs the contract that lies before it (签署), in whatever order; it signs the hash, so never another text. The last signature
 * concludes the contract: the notice is used up, the deposit counts towards the price, the settlement opens, and the buyer's part of the fee is due. 民法典 863; Trading §2.3, §7.
 */
export const signDeal = defineUseCase("deal.sign", SignDealInput, async (ctx, { dealId, contractHash, form, declaresSme }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  demandNotWithheld(deal.result);
  await demandNoObjection(ctx.tx, dealId);
  const at = ctx.clock.now();
  const signer = organisationOf(ctx.actor)!.id;
  const signing = {
    parties: [deal.sellerId, deal.buyerId],
    signedBy: [...(deal.sellerSignedAt ? [deal.sellerId] : []), ...(deal.buyerSignedAt ? [deal.buyerId] : [])],
    signer,
  };
  if (deal.state !== "CONTRACTING") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: deal.state, event: "sign" });
  const refusal = signatureRefusal({ ...signing, contractHash: deal.contractHash!, signedHash: contractHash, form, now: at, deadline: deal.signDueAt });
  if (refusal) refuse(`DEAL_${refusal}`);

  const owesSmeDeclaration = signer === deal.buyerId && isForSmallFirms(deal);
  if (owesSmeDeclaration && !declaresSme) invalidField("declaresSme", "USE_FIRST_SME_NOT_DECLARED");
  const heldUntil = await signaturesHeldUntil(ctx.tx, deal);
  if (heldUntil !== null && at < heldUntil) refuse("DEAL_RESULT_ANNOUNCED", { until: dayOf(heldUntil) });
  await demandExportStage(ctx, "SIGN", deal.resultId, deal.buyerId);

  const personId = personIdOf(ctx.actor);
  const isSeller = signer === deal.sellerId;
  const signature = isSeller ? { sellerSignedAt: at, sellerSignedById: personId } : { buyerSignedAt: at, buyerSignedById: personId };
  const event = whenSigned(signing);
  const moved = step(DEAL_MOVES, deal.state, event);
  if (event === "signByParty") {
    await moveDeal(ctx.tx, deal, { state: moved }, signature);
    ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { signedBy: signer, contractHash, form, ...(owesSmeDeclaration ? { declaresSme } : {}) } });
    const [other, role] = isSeller ? ([deal.buyerId, "BUYER"] as const) : ([deal.sellerId, "SELLER"] as const);
    await notifyOrganisation(ctx, other, [role], { kind: "deal.signed-by-one", params: { party: isSeller ? deal.seller.name : deal.buyer.name, no: deal.no }, link: `/desk/deals/${dealId}` });
    return { dealId, state: moved, signedByBoth: false };
  }
  const { state, settlement } = await conclude(ctx, deal, signature, at);
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { state: deal.state }, after: { state, settlement, signedBy: signer, contractHash, form, ...(owesSmeDeclaration ? { declaresSme } : {}), signedAt: at } });
  return { dealId, state, signedByBoth: true };
});

async function conclude(ctx: Context, deal: DealRow, signature: Parameters<typeof moveDeal>[3], at: Date) {
  await demandPrioritySettled(ctx, { ...deal, wereHoldersAsked: deal.auctionId !== null && (await asksPriorityHolders(ctx.tx, deal.auctionId)) });
  await signedAcrossBorder(ctx, deal.resultId, deal.buyerId);
  if (deal.noticeId !== null) await useNotice(ctx, deal.noticeId, deal);
  if (deal.intentId !== null) await applyDeposit(ctx, deal.intentId);
  if (deal.listingId !== null) await advanceListing(ctx, deal.listingId, "settle", at);
  await ctx.notDue(DEAL_DUE.missSigning, deal.id);

  const receivedFen = deal.venueId === null ? 0n : await receivedOnPrice(ctx.tx, deal);
  const opened: SettlementState = receivedFen > 0n ? step(SETTLEMENT_MOVES, "DUE", "applyDeposit") : "DUE";
  const settling = step(DEAL_MOVES, step(DEAL_MOVES, deal.state, "signByLast"), "openSettlement");
  const progress = await settleForward(ctx, deal, settling, opened, receivedFen);
  const { state, settlement, ...closed } = progress;
  const fee = await buyerFeeDue(ctx.tx, deal);
  await moveDeal(ctx.tx, deal, { state, settlement }, { ...signature, ...closed, ...fee, signedAt: at });

  if (fee.buyerFeeFen !== undefined) {
    await notifyOrganisation(ctx, deal.buyerId, ["BUYER"], { kind: "deal.buyer-fee-due", params: { no: deal.no, amount: toYuanText(fee.buyerFeeFen), reference: fee.buyerFeeReference! }, link: `/desk/deals/${deal.id}` });
  }

  ctx.emit(DealSigned, { type: "deal", id: deal.id }, {
    ...eventFacts(deal),
    dealNo: deal.no,
    venueId: deal.venueId,
    tradeMode: deal.tradeMode,
    licenceKind: deal.licenceKind,
    licenceYears: deal.licenceYears,
    contractName: deal.contractName!,
    contractText: deal.contractText!,
    contractHash: deal.contractHash!,
    signedOn: dayOf(at),
    validFrom: dayOfColumn(deal.validFrom!),
    validTo: dayOfColumn(deal.validTo!),
    instalments: deal.payments.map(({ no, dueOn, amountFen }) => ({ no, dueOn: dayOfColumn(dueOn), amountFen: String(amountFen) })),
  });
  for (const [organisationId, role] of [[deal.sellerId, "SELLER"], [deal.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "deal.signed", params: { no: deal.no }, link: `/desk/deals/${deal.id}` });
  }
  return progress;
}

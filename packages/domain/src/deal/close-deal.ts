import { buyerFeeCharged, feeCharged, post, priceDueToSeller, releasedToSeller } from "../ledger/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { releaseRefusal, SETTLEMENT_MOVES } from "../settlement/index.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { minFen, subtractFen, toYuanText, ZERO_FEN } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandNotWithheld } from "../shared/withheld.ts";
import { buyerFeeHeld } from "./buyer-fee.ts";
import { feesOf } from "./deal-fees.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { PriceReleased } from "./deal.events.ts";
import { factsOf, lockDeal, moveDeal, purposeOf, receivedOnPrice } from "./deal.repository.ts";
import { DealIdInput } from "./deal.schema.ts";
import { demandNoObjection } from "./file-award-objection.ts";
import { payCommissions } from "./pay-commissions.ts";
import { settleForward } from "./settle-forward.ts";

/** The venue takes its fee, of each side what the tariff says, and passes the price on to the seller (价款划转), once certified and handed over. Trading §7. */
export const closeDeal = defineUseCase("deal.close", DealIdInput, async (ctx, { dealId }) => {
  const deal = await lockDeal(ctx.tx, dealId);
  ctx.authorise(factsOf(deal));
  demandNotWithheld(deal.result);
  await demandNoObjection(ctx.tx, dealId);
  const { settlement, venueId } = deal;
  if (venueId === null) refuse("DEAL_PAYS_DIRECTLY");
  if (settlement === null) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: deal.state, event: "release" });
  if (settlement === "CERTIFY") refuse("DEAL_NOT_YET_CERTIFIED");
  const released = step(SETTLEMENT_MOVES, settlement, "release");
  const certificate = await ctx.tx.transactionCertificate.findFirst({ where: { dealId, revokedAt: null }, select: { id: true } });
  const refusal = releaseRefusal({ certificateActive: certificate !== null, transferRegistered: false, handoverSigned: deal.handedOverAt !== null });
  if (refusal) refuse(`DEAL_${refusal}`);

  const at = ctx.clock.now();
  const receivedFen = await receivedOnPrice(ctx.tx, deal);
  const fees = await feesOf(ctx.tx, deal);
  const feeFen = minFen(fees?.sellerFen ?? ZERO_FEN, receivedFen);
  const buyerFeeFen = await buyerFeeHeld(ctx.tx, deal);
  const [listingId, subject] = [purposeOf(deal), { type: "deal", id: dealId }];
  if (feeFen > 0n) await post(ctx, `deal/${dealId}/fee`, subject, feeCharged({ listingId, venue: venueId, amountFen: feeFen }));
  if (buyerFeeFen > 0n) await post(ctx, `deal/${dealId}/buyer-fee`, subject, buyerFeeCharged({ listingId, venue: venueId, amountFen: buyerFeeFen }));
  const commissionFen = await payCommissions(ctx, deal, receivedFen, subtractFen(receivedFen, feeFen));
  const netFen = subtractFen(receivedFen, feeFen, commissionFen);
  if (netFen > 0n) {
    await post(ctx, `deal/${dealId}/due`, subject, priceDueToSeller({ listingId, seller: deal.sellerId, amountFen: netFen }));
    await post(ctx, `deal/${dealId}/release`, subject, releasedToSeller({ listingId, seller: deal.sellerId, amountFen: netFen }));
  }
  const { state, settlement: next, ...closed } = await settleForward(ctx, deal, deal.state, released, receivedFen);
  await moveDeal(ctx.tx, deal, { state, settlement: next }, { releasedAt: at, ...closed });
  await ctx.notDue(DEAL_DUE.missRelease, dealId);
  ctx.emit(PriceReleased, subject, { dealId, origin: `release/${dealId}`, receivedFen: String(receivedFen), costsFen: String(feeFen + commissionFen), at: at.toISOString() });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { settlement }, after: { settlement: next, state, feeFen, buyerFeeFen, commissionFen, netFen, tariff: fees?.tariff ?? null } });
  await notifyOrganisation(ctx, deal.sellerId, ["SELLER"], { kind: "deal.released", params: { no: deal.no, amount: toYuanText(netFen) }, link: `/desk/deals/${dealId}` });
  return { dealId, state, settlement: next, feeFen, buyerFeeFen, commissionFen, netFen };
});

import { feeReceived, post } from "../ledger/index.ts";
import { organisationOf } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { fen, subtractFen, toYuanText, type Fen } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { factsOf, lockListing, traceOf, type Listing } from "./listing.repository.ts";
import { withdrawRefusal } from "./listing.rules.ts";
import { WithdrawalPaymentInput } from "./listing.schema.ts";
import { tellSeller } from "./tell.ts";
import { venueParametersAt } from "./venue-parameters.ts";

const bookingOf = (listingId: string, bankReference = "") => `withdrawal/${listingId}/${bankReference}`;

/** What the venue announced as costs of a withdrawal when the listing was published, and what has been paid of it. */
export async function withdrawalCosts(db: Pick<Tx, "parameter" | "ledgerEntry">, listing: Pick<Listing, "id" | "venueId" | "publishedAt">, now: Date): Promise<{ readonly costsFen: Fen; readonly paidFen: Fen }> {
  const { withdrawalCostFen } = await venueParametersAt(db, listing.venueId, listing.publishedAt ?? now);
  const { _sum } = await db.ledgerEntry.aggregate({ _sum: { amountFen: true }, where: { account: { kind: "VENUE_FEE" }, transaction: { requestId: { startsWith: bookingOf(listing.id) } } } });
  return { costsFen: withdrawalCostFen, paidFen: fen(-(_sum.amountFen ?? 0n)) };
}

/** Nobody takes a listing back with the venue's costs unpaid. 拍卖法 29; trading §2.3. */
export async function demandCostsSettled(tx: Tx, listing: Listing, now: Date): Promise<void> {
  const { costsFen, paidFen } = await withdrawalCosts(tx, listing, now);
  if (withdrawRefusal({ costsFen, paidFen })) refuse("LISTING_COSTS_NOT_SETTLED", { costs: toYuanText(costsFen), open: toYuanText(subtractFen(costsFen, paidFen)) });
}

/** A settlement officer enters that the seller has paid the costs (登记撤牌费用到账). The same transfer counts once. */
export const recordWithdrawalPayment = defineUseCase("listing.record-withdrawal-payment", WithdrawalPaymentInput, async (ctx, { listingId, amount, bankReference }) => {
  const listing = await lockListing(ctx.tx, listingId);
  ctx.authorise(factsOf(listing));
  const { costsFen, paidFen } = await withdrawalCosts(ctx.tx, listing, ctx.clock.now());
  if (paidFen + amount > costsFen) refuse("LISTING_COSTS_OVERPAID", { open: toYuanText(subtractFen(costsFen, paidFen)) });
  const isNew = await post(ctx, bookingOf(listingId, bankReference), { type: "listing", id: listingId }, feeReceived({ listingId, venue: organisationOf(ctx.actor)!.id, amountFen: amount }));
  if (!isNew) throw new DomainError("LISTING_COSTS_RECORDED_ALREADY", "conflict");
  ctx.record(traceOf(listing, { withdrawalPaid: amount, bankReference }));
  await tellSeller(ctx, listing, "listing.costs-received", { amount: toYuanText(amount) });
  return { listingId, openFen: subtractFen(costsFen, paidFen, amount) };
});

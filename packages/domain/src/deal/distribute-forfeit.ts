import type { Prisma } from "../generated/client.ts";
import { announcedSurplus, distributeForfeit, forfeitWaterfall, type ForfeitWaterfall } from "../deposit/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { feeParts, feeTariffAt } from "../settlement/index.ts";
import { personIdOf } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { fen, toYuanText, type Fen } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DistributeForfeitInput } from "./deal.schema.ts";

const WITH_LOT = { deposit: { select: { amountFen: true, payerId: true, intentId: true, state: true, intent: { select: { listing: { select: { id: true, no: true, resultId: true, sellerId: true, venueId: true, promise: true, divisionCode: true, publishedAt: true } } } } } } } as const satisfies Prisma.DepositForfeitInclude;

/**
 * Shares a forfeited deposit out (保证金处置): what each side owed the venue on the first sale, then what the resale brought less, then by the rule that was
 * announced. What it does not cover stays a claim against the defaulter. 拍卖法 39; Trading §4.4.
 */
export const distributeForfeitedDeposit = defineUseCase("deposit.distribute-forfeit", DistributeForfeitInput, async (ctx, { depositId, resale, reason }) => {
  await ctx.tx.$queryRaw`select 1 from deposit_forfeit where deposit_id = ${depositId}::uuid for update`;
  const forfeit = (await ctx.tx.depositForfeit.findUnique({ where: { depositId }, include: WITH_LOT })) ?? notFound("deposit", depositId);
  const { deposit } = forfeit;
  const { listing } = deposit.intent;
  ctx.authorise({ venueId: listing.venueId });
  if (forfeit.distributedAt !== null) throw new DomainError("FORFEIT_DISTRIBUTED_ALREADY", "conflict");
  if (deposit.state !== "FORFEITED") refuse("FORFEIT_NOT_UPHELD");

  const deal = await ctx.tx.deal.findFirst({ where: { intentId: deposit.intentId }, select: { id: true, priceFen: true } });
  const firstPriceFen = deal?.priceFen ?? forfeit.firstPriceFen;
  if (firstPriceFen === null) refuse("FORFEIT_PRICE_UNKNOWN");
  const resalePriceFen = await resalePriceOf(ctx.tx, listing.id, deal?.id ?? null);
  if (resale === "SOLD" && resalePriceFen === null) refuse("FORFEIT_NO_RESALE");
  if (resale === "NONE" && resalePriceFen !== null) refuse("FORFEIT_RESOLD");
  const { tariff, agreed } = await feeTariffAt(ctx.tx, listing.venueId, listing.publishedAt ?? forfeit.decidedAt);
  const { buyerFen, sellerFen } = feeParts(firstPriceFen, tariff, agreed);
  const waterfall = forfeitWaterfall({
    depositFen: deposit.amountFen,
    buyerCommissionFen: buyerFen,
    sellerCommissionFen: sellerFen,
    firstPriceFen,
    ...(resalePriceFen === null ? {} : { resalePriceFen }),
    surplusRule: announcedSurplus(listing.promise),
  });

  await distributeForfeit(ctx, deposit.intentId, waterfall);
  const at = ctx.clock.now();
  await ctx.tx.depositForfeit.update({ where: { depositId }, data: { distribution: stored(waterfall, firstPriceFen, resalePriceFen), claimFen: waterfall.claimFen, distributedAt: at, distributedById: personIdOf(ctx.actor) } });
  ctx.record({ type: "deposit", id: depositId, divisionCode: listing.divisionCode, before: { state: "FORFEITED" }, after: { state: "DISTRIBUTED", resale, reason, firstPriceFen, resalePriceFen, ...waterfall } });
  for (const [organisationId, role] of [[deposit.payerId, "BUYER"], [listing.sellerId, "SELLER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "deposit.forfeit-distributed", params: { listing: listing.no, claim: toYuanText(waterfall.claimFen) }, ...(role === "BUYER" ? { link: `/desk/forfeits/${depositId}` } : {}) });
  }
  return { depositId, ...waterfall };
});

/** The price of the next deal on the same lot or on a listing that relists it; null while there is none. */
async function resalePriceOf(tx: Tx, listingId: string, failedDealId: string | null): Promise<Fen | null> {
  const lots = [listingId];
  for (let last = listingId; ;) {
    const next = await tx.listing.findFirst({ where: { previousId: last }, select: { id: true } });
    if (!next || lots.includes(next.id)) break;
    lots.push((last = next.id));
  }
  const sold = await tx.deal.findFirst({
    where: { listingId: { in: lots }, signedAt: { not: null }, state: { in: ["SETTLING", "SETTLED"] }, ...(failedDealId === null ? {} : { id: { not: failedDealId } }) },
    orderBy: { awardedAt: "desc" },
    select: { priceFen: true },
  });
  return sold ? fen(sold.priceFen) : null;
}

function stored(waterfall: ForfeitWaterfall, firstPriceFen: bigint, resalePriceFen: bigint | null): Prisma.InputJsonObject {
  const text = Object.fromEntries(Object.entries(waterfall).map(([name, amount]) => [name, String(amount)]));
  return { ...text, firstPriceFen: String(firstPriceFen), resalePriceFen: resalePriceFen === null ? null : String(resalePriceFen) };
}

import { notifyOrganisation } from "../notification/index.ts";
import { endOfDay, dayOf, type Day } from "../shared/clock.ts";
import { dateColumn } from "../shared/input.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { getDeal, type DealRow } from "../deal/index.ts";
import { INCOME_SHARE_DUE } from "./income-share.due.ts";
import { moveIncomeShare } from "./income-share.repository.ts";
import { floorFor, type ConversionMode } from "./income-share.rules.ts";
import { OpenIncomeShareInput, RecordSharesInput } from "./income-share.schema.ts";
import { rewardTermsOf } from "./own-terms.ts";
import { nextShare, type SharedReceipt } from "./receipt-share.rules.ts";
import { payDueOn } from "./reward-terms.rules.ts";

/** State-established units share what a result brings with its completers; others by their own rules (PTA 44–45). */
const BOUND_UNITS: ReadonlySet<string> = new Set(["UNIVERSITY", "INSTITUTE"]);

/** Money of a certified deal reached the unit (收益到账): its distribution is computed by the floors of the unit's province on that day. Told twice, there is one. */
export const openIncomeShare = defineUseCase("income-share.open", OpenIncomeShareInput, async (ctx, { dealId, origin, receivedFen, costsFen, at }) => {
  ctx.authorise();
  const deal = await getDeal(ctx.tx, dealId);
  const isBound = BOUND_UNITS.has(deal.seller.kind) && deal.tradeMode !== "EQUITY";
  const known = await ctx.tx.incomeShare.findUnique({ where: { origin }, select: { id: true } });
  if (!isBound || known) {
    ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { incomeShare: known?.id ?? "not bound", origin } });
    return { incomeShareId: known?.id ?? null };
  }
  return { incomeShareId: await open(ctx, deal, { origin, mode: "ASSIGNMENT_OR_LICENCE", received: receivedFen, knownCosts: costsFen, receivedOn: dayOf(at), company: null }) };
});

/** The unit enters the shares that it obtained for a result put in as capital (作价入股所得股权). Rights and income §2.3 C, §3. */
export const recordShares = defineUseCase("income-share.record-shares", RecordSharesInput, async (ctx, { dealId, company, units, registeredOn }) => {
  const deal = await getDeal(ctx.tx, dealId);
  ctx.authorise({ ownerId: deal.sellerId });
  if (deal.tradeMode !== "EQUITY") refuse("INCOME_SHARE_NOT_EQUITY");
  const certificate = await ctx.tx.transactionCertificate.findFirst({ where: { dealId, revokedAt: null }, select: { id: true } });
  if (deal.venueId !== null && !certificate) refuse("INCOME_SHARE_NOT_CERTIFIED");
  if (deal.signedAt === null || deal.state === "ANNULLED" || deal.state === "DEFAULTED") refuse("INCOME_SHARE_NOT_CERTIFIED");
  if (registeredOn > dayOf(ctx.clock.now())) refuse("INCOME_SHARE_IN_FUTURE");
  const origin = `shares/${dealId}`;
  if (await ctx.tx.incomeShare.findUnique({ where: { origin }, select: { id: true } })) refuse("INCOME_SHARE_RECORDED_ALREADY");
  return { incomeShareId: await open(ctx, deal, { origin, mode: "EQUITY", received: units, knownCosts: 0n, receivedOn: registeredOn, company }) };
});

type Receipt = { readonly origin: string; readonly mode: ConversionMode; readonly received: bigint; readonly knownCosts: bigint; readonly receivedOn: Day; readonly company: string | null };

async function open(ctx: Context, deal: DealRow, { receivedOn, ...receipt }: Receipt): Promise<string> {
  const { divisionCode } = deal.seller;
  const floor = floorFor(divisionCode, receivedOn, receipt.mode);
  const dueOn = payDueOn(receivedOn, await rewardTermsOf(ctx.tx, deal.seller, receivedOn));
  const before = await sharedBefore(ctx, deal.id);
  const row = await ctx.tx.incomeShare.create({
    data: {
      ...receipt,
      dealId: deal.id,
      unitId: deal.sellerId,
      resultId: deal.resultId,
      receivedOn: dateColumn(receivedOn),
      costs: receipt.knownCosts,
      rateBp: floor.standardBp,
      floorBp: floor.bindingBp,
      standardBp: floor.standardBp,
      floorVersions: [...floor.versions],
      payDueOn: dateColumn(dueOn),
      divisionCode,
      createdAt: ctx.clock.now(),
      ...nextShare(before, { received: receipt.received, costs: receipt.knownCosts, taxes: 0n }, floor.standardBp),
    },
  });
  await moveIncomeShare(ctx.tx, row, "compute");
  await ctx.due(INCOME_SHARE_DUE.fallOverdue, row.id, endOfDay(dueOn));
  ctx.record({ type: "income-share", id: row.id, divisionCode, after: { state: "COMPUTED", ...receipt, receivedOn, floorBp: floor.bindingBp, rateBp: floor.standardBp, net: row.net, pool: row.pool } });
  await notifyOrganisation(ctx, deal.sellerId, ["SELLER", "ORG_ADMIN"], { kind: "income-share.computed", params: { title: deal.result.title, dueOn }, link: `/desk/income-shares/${row.id}` });
  return row.id;
}

/** Earlier receipts of the same deal whose plan was adopted: what costs they bore and what they gave. */
export async function sharedBefore(ctx: Pick<Context, "tx">, dealId: string, exceptId?: string): Promise<SharedReceipt[]> {
  return ctx.tx.incomeShare.findMany({
    where: { dealId, mode: { not: "EQUITY" }, state: { in: ["NOTICED", "PAYABLE", "PAID"] }, ...(exceptId === undefined ? {} : { id: { not: exceptId } }) },
    orderBy: { createdAt: "asc" },
    select: { received: true, costs: true, taxes: true, net: true, pool: true },
  });
}

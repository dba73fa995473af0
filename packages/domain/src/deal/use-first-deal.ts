import { step } from "../shared/machine.ts";
import { refuse } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import type { UseFirstState } from "../generated/enums.ts";
import { addDays, dayOf, startOfDay } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { storedTerms } from "../terms/index.ts";
import { useFirstRefusal } from "./agreed-terms.rules.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { DEAL_MOVES } from "./deal.machine.ts";
import { DealFailed } from "./deal.events.ts";
import { eventFacts, lockDeal, moveDeal } from "./deal.repository.ts";

/** Whether the technology is used first and paid later: then no instalment falls due, the fee follows from use (先使用后付费). */
export function isUsedFirst({ terms }: { readonly terms: unknown }): boolean {
  return storedTerms(terms)?.payment.form === "USE_FIRST";
}

/** Whether the buyer has to declare that it is a small or medium firm (中小微企业声明). */
export function isForSmallFirms({ terms }: { readonly terms: unknown }): boolean {
  const payment = storedTerms(terms)?.payment;
  return payment?.form === "USE_FIRST" && payment.smeOnly === true;
}

/** Overdue: suspended, demanded, or ended for it with the claim open. */
const UNPAID: UseFirstState[] = ["BREACH", "CLAIMED", "TERMINATED"];

/** For how long a fee that was paid late is told to whoever is about to give such a licence. No text fixes it; a proposed default. */
const TOLD_DAYS = 365;

/** A firm's file of such licences (履约记录): fees overdue now, and those of the last year that came late. Rights and income §9. */
export async function useFirstCredit(db: Pick<Tx, "useFirstBreach">, buyerId: string, now: Date) {
  const rows = await db.useFirstBreach.findMany({
    where: { buyerId, useFirst: { state: { not: "CANCELLED" } }, OR: [{ paidAt: null }, { paidAt: { gte: startOfDay(addDays(dayOf(now), -TOLD_DAYS)) } }] },
    orderBy: { fellAt: "desc" },
    select: { fellAt: true, paidAt: true, endedAt: true },
  });
  return rows.map(({ fellAt, paidAt, endedAt }) => ({ since: dayOf(fellAt), paidOn: paidAt && dayOf(paidAt), licenceEnded: endedAt !== null }));
}

/** Refuses such terms to a buyer whose earlier licence of this kind lies in breach or was ended for one, unpaid. Rights and income §9. */
export async function demandUseFirstCredit(ctx: Pick<Context, "tx">, deal: { readonly terms: unknown; readonly buyerId: string }): Promise<void> {
  if (!isUsedFirst(deal)) return;
  const [breaches, buyer] = [await ctx.tx.useFirst.count({ where: { buyerId: deal.buyerId, state: { in: UNPAID } } }), await ctx.tx.organisation.findUniqueOrThrow({ where: { id: deal.buyerId }, select: { kind: true } })];
  const refusal = useFirstRefusal({ breaches, smeOnly: isForSmallFirms(deal), buyerKind: buyer.kind });
  if (refusal) refuse(refusal);
}

/** The deal is done: its first fee was paid, or its trial ended without one. What is named as price was an expectation and is not claimed. */
export async function settleUseFirstDeal(ctx: Context, dealId: string, reason: string): Promise<void> {
  const deal = await lockDeal(ctx.tx, dealId);
  if (deal.state !== "SETTLING") return;
  const state = step(DEAL_MOVES, deal.state, "settle");
  await ctx.notDue(DEAL_DUE.fallOverdue, dealId);
  await moveDeal(ctx.tx, deal, { state }, { closedAt: ctx.clock.now(), stateReason: reason });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { state: deal.state }, after: { state, reason } });
}

/** The licence was ended because its fee did not come: a deal on which none was ever paid has failed by the buyer's default; one that is settled stays so. */
export async function failUseFirstDeal(ctx: Context, dealId: string, reason: string): Promise<void> {
  const deal = await lockDeal(ctx.tx, dealId);
  if (deal.state !== "SETTLING") return;
  const state = step(DEAL_MOVES, deal.state, "default");
  const at = ctx.clock.now();
  await moveDeal(ctx.tx, deal, { state }, { closedAt: at, stateReason: reason });
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, before: { state: deal.state }, after: { state, reason } });
  ctx.emit(DealFailed, { type: "deal", id: dealId }, { ...eventFacts(deal), intentId: deal.intentId, state: "DEFAULTED", effectiveAt: at.toISOString() });
}

import { advanceListing } from "../listing/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { mayRequestCertificate, SETTLEMENT_MOVES, settlementParametersAt, type SettlementState } from "../settlement/index.ts";
import { addDays, endOfDay } from "../shared/clock.ts";
import { dayOfColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { DealSettled } from "./deal.events.ts";
import { DEAL_MOVES, type DealState } from "./deal.machine.ts";
import { eventFacts, type DealRow } from "./deal.repository.ts";
import { rulesFixedAt } from "./fixed-terms.ts";
import { isUsedFirst } from "./use-first-deal.ts";

export type Progress = { readonly state: DealState; readonly settlement: SettlementState; readonly closedAt?: Date };

/**
 * What follows when so much of the price has come: the instalments it covers are paid, the certificate falls due with the first part,
 * the next instalment gets its deadline, and a deal that is paid and passed on is settled. The caller writes the progress.
 */
export async function settleForward(ctx: Context, deal: DealRow, state: DealState, after: SettlementState, receivedFen: bigint): Promise<Progress> {
  const at = ctx.clock.now();
  await markPaid(ctx, deal, receivedFen, at);
  let settlement = after;
  const [first] = deal.payments;
  const due = { priceFen: deal.priceFen, receivedFen, ...(first ? { firstPartFen: first.amountFen } : {}) };
  if (deal.venueId !== null && (settlement === "PART" || settlement === "FULL") && mayRequestCertificate(due)) {
    settlement = step(SETTLEMENT_MOVES, settlement, "requestCertificate");
    await notifyOrganisation(ctx, deal.venueId, ["VENUE_OPERATOR"], { kind: "deal.to-certify", params: { no: deal.no }, link: `/desk/deals/${deal.id}` });
  }
  await watchNextInstalment(ctx, deal, settlement, receivedFen);
  const isDone = receivedFen >= deal.priceFen && (deal.venueId === null ? settlement === "FULL" : settlement === "RELEASED");
  if (!isDone) return { state, settlement };
  if (deal.listingId !== null) await advanceListing(ctx, deal.listingId, "close", at);
  ctx.emit(DealSettled, { type: "deal", id: deal.id }, eventFacts(deal));
  return { state: step(DEAL_MOVES, state, "settle"), settlement, closedAt: at };
}

async function markPaid(ctx: Context, deal: DealRow, receivedFen: bigint, at: Date): Promise<void> {
  let covered = 0n;
  for (const { no, amountFen, paidAt } of deal.payments) {
    covered += amountFen;
    if (covered > receivedFen) return;
    if (paidAt === null) await ctx.tx.dealPayment.update({ where: { dealId_no: { dealId: deal.id, no } }, data: { paidAt: at } });
  }
}

/** The next instalment is overdue when its day and the days of grace are over. */
async function watchNextInstalment(ctx: Context, deal: DealRow, settlement: SettlementState, receivedFen: bigint): Promise<void> {
  let covered = 0n;
  const next = deal.payments.find(({ amountFen }) => (covered += amountFen) > receivedFen);
  if (!next || settlement === "BREACH" || isUsedFirst(deal)) return ctx.notDue(DEAL_DUE.fallOverdue, deal.id);
  const { graceDays } = await settlementParametersAt(ctx.tx, deal.venueId, await rulesFixedAt(ctx.tx, deal));
  await ctx.due(DEAL_DUE.fallOverdue, deal.id, endOfDay(addDays(dayOfColumn(next.dueOn), graceDays)));
}

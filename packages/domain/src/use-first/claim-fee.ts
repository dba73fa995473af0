import { failUseFirstDeal, lateParametersOf } from "../deal/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { overdueInterest } from "../settlement/index.ts";
import { dayOf, daysBetween } from "../shared/clock.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import { fen, toYuanText, ZERO_FEN } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { closeBreach } from "./breach-record.ts";
import { factsOf, lockUseFirst, moveUseFirst } from "./use-first.repository.ts";
import { earliestPayBy, endRefusal } from "./use-first.rules.ts";
import { ClaimFeeInput, EndUseInput } from "./use-first.schema.ts";

/**
 * The licensor demands what is overdue (催告付款): a last term, and, where he asks for it, interest up to its last day, at the rate that the
 * parties agreed for late payment or else at the venue's. The licence stays suspended; whoever pays within the term keeps it. Rights and income §9; 民法典 563, 579.
 */
export const claimFee = defineUseCase("use-first.claim", ClaimFeeInput, async (ctx, { useFirstId, payBy, withInterest, reason }) => {
  const row = await lockUseFirst(ctx.tx, useFirstId);
  ctx.authorise(factsOf(row));
  const at = ctx.clock.now();
  const earliest = earliestPayBy(dayOf(at));
  if (row.state === "BREACH" && payBy < earliest) invalidField("payBy", "USE_FIRST_TERM_TOO_SHORT", { earliest });
  const dueFen = fen(row.dueFen ?? 0n);
  const parameters = await lateParametersOf(ctx.tx, row.deal);
  const claimInterestFen = withInterest && row.payDueOn !== null ? overdueInterest(dueFen, daysBetween(dayOfColumn(row.payDueOn), payBy), parameters) : ZERO_FEN;
  const state = await moveUseFirst(ctx.tx, row, "claim", { claimPayBy: dateColumn(payBy), claimInterestFen, claimReason: reason, claimedAt: at });
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, payBy, dueFen, claimInterestFen, reason } });
  await notifyOrganisation(ctx, row.buyerId, ["BUYER"], { kind: "use-first.claimed", params: { title: row.result.title, amount: toYuanText(fen(dueFen + claimInterestFen)), payBy }, link: `/desk/use-first/${useFirstId}` });
  return { useFirstId, state, dueFen, claimInterestFen };
});

/**
 * The last term passed without the money: the licensor ends the licence (违约终止). Materials are returned and secrecy stays; what is due stays a claim,
 * and until it is paid the firm gets no other licence of this kind. 民法典 563, 566.
 */
export const endUse = defineUseCase("use-first.end", EndUseInput, async (ctx, { useFirstId, reason }) => {
  const row = await lockUseFirst(ctx.tx, useFirstId);
  ctx.authorise(factsOf(row));
  const at = ctx.clock.now();
  const payBy = row.claimPayBy && dayOfColumn(row.claimPayBy);
  const refusal = row.state === "CLAIMED" && payBy !== null ? endRefusal({ payBy, today: dayOf(at) }) : undefined;
  if (refusal) refuse(refusal, { payBy: payBy! });
  const state = await moveUseFirst(ctx.tx, row, "end", { endedAt: at, stateReason: reason });
  await closeBreach(ctx, useFirstId, { endedAt: at });
  await failUseFirstDeal(ctx, row.dealId, reason);
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, reason, dueFen: row.dueFen, claimInterestFen: row.claimInterestFen } });
  for (const [organisationId, role] of [[row.sellerId, "SELLER"], [row.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "use-first.terminated", params: { title: row.result.title, amount: toYuanText(fen((row.dueFen ?? 0n) + row.claimInterestFen)) }, link: `/desk/use-first/${useFirstId}` });
  }
  return { useFirstId, state };
});

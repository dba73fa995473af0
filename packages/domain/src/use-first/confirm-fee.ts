import { PriceReleased, settleUseFirstDeal } from "../deal/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { startOfDay } from "../shared/clock.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { fen, toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { closeBreach, recordBreach } from "./breach-record.ts";
import { USE_FIRST_DUE } from "./use-first.due.ts";
import { factsOf, lockUseFirst, moveUseFirst } from "./use-first.repository.ts";
import { ConfirmFeeInput, UseFirstDueInput } from "./use-first.schema.ts";

/**
 * The licensor confirms that the fee due has reached him (确认收费): the licence runs on as any other, unless it was ended for the delay, and the unit shares the income of that day. Interest that
 * was demanded comes with it and is no part of the fee. The fee
 * goes from firm to licensor; the venue's account has no part in it.
 */
export const confirmFee = defineUseCase("use-first.confirm-fee", ConfirmFeeInput, async (ctx, { useFirstId, amount, receivedOn }) => {
  const row = await lockUseFirst(ctx.tx, useFirstId);
  ctx.authorise(factsOf(row));
  const at = ctx.clock.now();
  if (row.dueFen === null) refuse("USE_FIRST_NOTHING_DUE");
  const { dueFen, claimInterestFen: interestFen } = row;
  if (amount !== dueFen + interestFen) invalidField("amount", "USE_FIRST_OTHER_AMOUNT", { due: toYuanText(fen(dueFen + interestFen)) });
  if (startOfDay(receivedOn) > at) invalidField("receivedOn", "RECEIVED_IN_FUTURE");
  const no = row.payments.length + 1;
  const state = await moveUseFirst(ctx.tx, row, "pay", { paidFen: row.paidFen + dueFen, dueFen: null, payDueOn: null, claimPayBy: null, claimInterestFen: 0n });
  await closeBreach(ctx, useFirstId, { paidAt: at });
  await ctx.tx.useFirstPayment.create({ data: { useFirstId, no, amountFen: dueFen, interestFen, receivedOn: dateColumn(receivedOn), confirmedById: personIdOf(ctx.actor)!, at } });
  await ctx.notDue(USE_FIRST_DUE.fallOverdue, useFirstId);
  await settleUseFirstDeal(ctx, row.dealId, "先使用后付费，已付费转为正常许可");
  ctx.emit(PriceReleased, { type: "deal", id: row.dealId }, { dealId: row.dealId, origin: `use-first/${useFirstId}/${no}`, receivedFen: String(dueFen), costsFen: "0", at: startOfDay(receivedOn).toISOString() });
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, no, amountFen: dueFen, interestFen, receivedOn } });
  await notifyOrganisation(ctx, row.buyerId, ["BUYER"], { kind: state === "CLEARED" ? "use-first.cleared" : "use-first.paid", params: { title: row.result.title, amount: toYuanText(amount) }, link: `/desk/use-first/${useFirstId}` });
  return { useFirstId, no, state };
});

/** The days of grace are over and the fee has not come (逾期): the licence is suspended until it is paid, no other of this kind is given to the firm, and it stands in the firm's file. */
export const fallUseOverdue = defineUseCase("use-first.fall-overdue", UseFirstDueInput, async (ctx, { useFirstId, dueAt }) => {
  ctx.authorise();
  const row = await lockUseFirst(ctx.tx, useFirstId);
  const state = row.state === "PAYABLE" ? await moveUseFirst(ctx.tx, row, "fallOverdue") : row.state;
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, effectiveAt: dueAt } });
  if (state === row.state) return { state };
  await recordBreach(ctx, row, dueAt);
  for (const [organisationId, role] of [[row.sellerId, "SELLER"], [row.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "use-first.suspended", params: { title: row.result.title }, link: `/desk/use-first/${useFirstId}` });
  }
  return { state };
});

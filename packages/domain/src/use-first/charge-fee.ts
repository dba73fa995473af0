import { settleUseFirstDeal } from "../deal/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { dateColumn } from "../shared/input.ts";
import { toYuanText, type Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { USE_FIRST_DUE } from "./use-first.due.ts";
import type { UseFirstState } from "./use-first.machine.ts";
import { moveUseFirst, type UseFirstRow } from "./use-first.repository.ts";
import { graceEndsOn, payDueOn } from "./use-first.rules.ts";

/** So much of the fee is due now; unpaid when the days of grace are over, the licence is suspended. */
export async function chargeFee(ctx: Context, row: UseFirstRow, event: "meetTrigger" | "charge", salesFen: bigint, dueFen: Fen): Promise<UseFirstState> {
  const dueOn = payDueOn(dayOf(ctx.clock.now()));
  const state = await moveUseFirst(ctx.tx, row, event, { salesFen, dueFen, payDueOn: dateColumn(dueOn) });
  await ctx.notDue(USE_FIRST_DUE.outerDate, row.id);
  await ctx.due(USE_FIRST_DUE.fallOverdue, row.id, endOfDay(graceEndsOn(dueOn)));
  await notifyOrganisation(ctx, row.buyerId, ["BUYER"], { kind: "use-first.payable", params: { title: row.result.title, amount: toYuanText(dueFen), dueOn }, link: `/desk/use-first/${row.id}` });
  return state;
}

/** The trial ends without a fee: given up, or its outer date came. The deal is done with it. */
export async function endTrial(ctx: Context, row: UseFirstRow, event: "giveUp" | "expire", reason: string): Promise<UseFirstState> {
  const state = await moveUseFirst(ctx.tx, row, event, { endedAt: ctx.clock.now(), stateReason: reason });
  await ctx.notDue(USE_FIRST_DUE.outerDate, row.id);
  await settleUseFirstDeal(ctx, row.dealId, reason);
  for (const [organisationId, role] of [[row.sellerId, "SELLER"], [row.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "use-first.ended", params: { title: row.result.title, reason }, link: `/desk/use-first/${row.id}` });
  }
  return state;
}

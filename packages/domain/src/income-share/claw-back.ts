import { notifyOrganisation, notifyPerson } from "../notification/index.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { INCOME_SHARE_DUE } from "./income-share.due.ts";
import { lockIncomeShare, moveIncomeShare } from "./income-share.repository.ts";
import { clawBack } from "./income-share.rules.ts";
import { ClawBackInput } from "./income-share.schema.ts";

/** The deal was rescinded and its price goes back (退款追回): what was paid out is claimed back from each, what was not is cancelled. */
export const clawBackShares = defineUseCase("income-share.claw-back", ClawBackInput, async (ctx, { dealId, reason }) => {
  ctx.authorise();
  const rows = await ctx.tx.incomeShare.findMany({ where: { dealId, state: { notIn: ["CLAWBACK", "CANCELLED"] } }, select: { id: true }, orderBy: { id: "asc" } });
  ctx.record({ type: "deal", id: dealId, after: { incomeShares: rows.length, reason } });
  for (const { id } of rows) {
    const share = await lockIncomeShare(ctx.tx, id);
    const event = share.state === "PAID" ? "clawBack" : "cancel";
    const state = await moveIncomeShare(ctx.tx, share, event, { stateReason: reason });
    await ctx.notDue(INCOME_SHARE_DUE.clear, id);
    await ctx.notDue(INCOME_SHARE_DUE.fallOverdue, id);
    ctx.record({ type: "income-share", id, divisionCode: share.divisionCode, before: { state: share.state }, after: { state, reason } });
    const link = `/desk/income-shares/${id}`;
    await notifyOrganisation(ctx, share.unitId, ["SELLER", "ORG_ADMIN"], { kind: event === "clawBack" ? "income-share.claw-back" : "income-share.cancelled", params: { title: share.result.title }, link });
    if (event === "cancel") continue;
    const owed = clawBack(share.lines.map(({ position, amount }) => ({ personId: String(position), role: "CONTRIBUTOR", amountFen: amount })), share.received, share.received);
    for (const [i, { position, personId }] of share.lines.entries()) {
      await ctx.tx.incomeShareLine.update({ where: { incomeShareId_position: { incomeShareId: id, position } }, data: { clawBack: owed[i]!.amountFen } });
      if (personId !== null) await notifyPerson(ctx, personId, { kind: "income-share.claw-back", params: { title: share.result.title }, link });
    }
  }
  return { shares: rows.length };
});

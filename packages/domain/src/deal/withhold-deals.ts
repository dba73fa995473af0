import type { Context } from "../shared/use-case.ts";
import { DEAL_DUE } from "./deal.due.ts";

/** The result is back: whoever had to sign meanwhile has that time added (签约期限顺延). */
export async function prolongSigning(ctx: Context, resultId: string, stoppedAt: Date): Promise<void> {
  const deals = await ctx.tx.$queryRaw<{ id: string; due: Date }[]>`select id::text, sign_due_at as due from deal where result_id = ${resultId}::uuid and state in ('AWARDED', 'CONTRACTING') order by id for update`;
  for (const { id, due } of deals) {
    const signDueAt = new Date(due.getTime() + ctx.clock.now().getTime() - stoppedAt.getTime());
    await ctx.tx.deal.update({ where: { id }, data: { signDueAt, version: { increment: 1 } } });
    await ctx.due(DEAL_DUE.missSigning, id, signDueAt);
  }
}

/** Deals of a result that are not settled: a ruling that it is a secret annuls them. Those of a lot are annulled with it. */
export async function dealsToAnnul(ctx: Context, resultId: string): Promise<string[]> {
  const deals = await ctx.tx.deal.findMany({ where: { resultId, auctionId: null, state: { in: ["AWARDED", "CONTRACTING", "SIGNED", "SETTLING"] } }, select: { id: true }, orderBy: { id: "asc" } });
  return deals.map(({ id }) => id);
}

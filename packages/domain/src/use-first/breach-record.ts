import type { Context } from "../shared/use-case.ts";
import type { UseFirstRow } from "./use-first.repository.ts";

/** A fee did not come in its days of grace: it stands in the firm's file (履约记录) from that instant. Rights and income §9. */
export async function recordBreach(ctx: Context, { id, buyerId, dueFen }: UseFirstRow, fellAt: Date): Promise<void> {
  const no = 1 + (await ctx.tx.useFirstBreach.count({ where: { useFirstId: id } }));
  await ctx.tx.useFirstBreach.create({ data: { useFirstId: id, no, buyerId, dueFen: dueFen ?? 0n, fellAt } });
}

/** What became of the last one: paid, or the licence ended for it and its claim still open. */
export async function closeBreach(ctx: Context, useFirstId: string, end: { readonly paidAt: Date } | { readonly endedAt: Date }): Promise<void> {
  await ctx.tx.useFirstBreach.updateMany({ where: { useFirstId, paidAt: null }, data: end });
}

import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { defineQuery } from "../shared/use-case.ts";
import type { RefusalReason } from "./room.schema.ts";

/** Why buyers said no to one's own results, summed up: the most frequent reason first, in all and by result. */
export const summariseRefusals = defineQuery("refusal.summary", z.object({}), async (ctx) => {
  const sellerId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: sellerId });
  const cells = await ctx.db.offerRefusal.groupBy({ by: ["resultId", "reason"], where: { sellerId: sellerId! }, _count: true });
  const results = await ctx.db.result.findMany({ where: { id: { in: [...new Set(cells.map(({ resultId }) => resultId))] } }, select: { id: true, title: true } });
  const sum = (of: typeof cells) => {
    const counts = new Map<string, number>();
    for (const { reason, _count } of of) counts.set(reason, (counts.get(reason) ?? 0) + _count);
    return [...counts].map(([reason, count]) => ({ reason: reason as RefusalReason, count })).toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
  };
  const total = (of: typeof cells) => of.reduce((all, { _count }) => all + _count, 0);
  const byResult = results.map(({ id, title }) => {
    const own = cells.filter(({ resultId }) => resultId === id);
    return { resultId: id, title, total: total(own), reasons: sum(own) };
  });
  return { total: total(cells), reasons: sum(cells), byResult: byResult.toSorted((a, b) => b.total - a.total || a.title.localeCompare(b.title)) };
});

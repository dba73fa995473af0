import type { Tx } from "../shared/database.ts";
import type { Day } from "../shared/clock.ts";
import { notFound } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { defineQuery } from "../shared/use-case.ts";
import { compareWithValuations, type PriceComparison, type PriceFacts } from "./valuation.rules.ts";
import { ListValuationsInput } from "./valuation.schema.ts";

/** The valuation reports of a result, for its owner: the newest first, those withdrawn with their reason. */
export const listValuations = defineQuery("valuation.list", ListValuationsInput, async (ctx, { resultId }) => {
  const result = (await ctx.db.result.findUnique({ where: { id: resultId }, select: { ownerId: true } })) ?? notFound("result", resultId);
  ctx.authorise({ ownerId: result.ownerId });
  const rows = await ctx.db.valuationReport.findMany({ where: { resultId }, orderBy: [{ valuedOn: "desc" }, { id: "desc" }], take: 100 });
  return {
    items: rows.map(({ id, reportNo, appraiser, method, purpose, valuedOn, validTo, valueFen, lowFen, highFen, filedWith, documentId, recordedAt, withdrawnAt, withdrawReason }) => ({
      id, reportNo, appraiser, method, purpose, valueFen, lowFen, highFen, filedWith, documentId, recordedAt, withdrawnAt, withdrawReason, valuedOn: dayOfColumn(valuedOn), validTo: dayOfColumn(validTo),
    })),
  };
});

type Asked = Omit<PriceFacts, "reports"> & { readonly resultId: string };

/** A price beside what is on record of its result; for pages of notices and listings, and for those who publish. */
export async function comparisonFor(db: Pick<Tx, "valuationReport">, { resultId, ...facts }: Asked): Promise<PriceComparison> {
  const rows = await db.valuationReport.findMany({ where: { resultId }, select: { valueFen: true, valuedOn: true, validTo: true, withdrawnAt: true } });
  const day = (column: Date): Day => dayOfColumn(column);
  return compareWithValuations({ ...facts, reports: rows.map(({ valueFen, valuedOn, validTo, withdrawnAt }) => ({ valueFen, valuedOn: day(valuedOn), validTo: day(validTo), withdrawn: withdrawnAt !== null })) });
}

import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { loadPerformance } from "./performance.repository.ts";
import { OpenPerformanceInput } from "./performance.schema.ts";
import { watchNext } from "./watch-performance.ts";

/** A contract was registered: from now on its performance is kept, and its days are watched. Told twice, opened once. */
export const openPerformance = defineUseCase("performance.open", OpenPerformanceInput, async (ctx, { contractId }) => {
  ctx.authorise();
  const contract = (await ctx.tx.contract.findUnique({ where: { id: contractId }, select: { divisionCode: true } })) ?? notFound("contract", contractId);
  const { count } = await ctx.tx.contractPerformance.createMany({ data: [{ contractId, divisionCode: contract.divisionCode, openedAt: ctx.clock.now() }], skipDuplicates: true });
  if (count === 1) await watchNext(ctx, await loadPerformance(ctx.tx, contractId));
  ctx.record({ type: "performance", id: contractId, divisionCode: contract.divisionCode, after: { opened: count === 1 } });
  return { contractId, opened: count === 1 };
});

import { z } from "zod";
import { ContractRegistered } from "../recognition/index.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { differenceRows } from "./registration-rows.rules.ts";

const Sign = z.union([z.literal(1), z.literal(-1)]);
const AddToStatisticsInput = z.object({ changes: z.array(z.object({ sign: Sign, facts: ContractRegistered.payload })).min(1).max(2) });

/**
 * Counts a registration in (1) or out (−1) of the live statistics, in the period of its registration; a changed one goes out as it was and in
 * as it is. The same edition counts once, however often it is told.
 */
export const addToStatistics = defineUseCase("statistics.add", AddToStatisticsInput, async (ctx, { changes }) => {
  ctx.authorise();
  const at = ctx.clock.now();
  const rows = changes.flatMap(({ sign, facts }) => differenceRows(facts, sign));
  const { count } = await ctx.tx.statisticsDifference.createMany({ data: rows.map((row) => ({ ...row, at })), skipDuplicates: true });
  const { contractId, officeDivision } = changes[0]!.facts;
  ctx.record({
    type: "contract", id: contractId, divisionCode: officeDivision,
    after: { rows: count, counted: changes.map(({ sign, facts }) => ({ sign, edition: facts.edition, turnoverFen: facts.turnoverFen })) },
  });
  return { rows: count };
});

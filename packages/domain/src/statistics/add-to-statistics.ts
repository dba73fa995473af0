import { z } from "zod";
import { ContractRegistered } from "../recognition/index.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { differenceRows } from "./registration-rows.rules.ts";

const AddToStatisticsInput = z
  .object({ countOut: ContractRegistered.payload.optional(), countIn: ContractRegistered.payload.optional() })
  .refine(({ countOut, countIn }) => countOut !== undefined || countIn !== undefined);

/**
 * Counts a registration into the live statistics or out of them, in the period of its registration; a changed one goes out as it was and in as
 * it is. The same edition counts once, however often it is told.
 */
export const addToStatistics = defineUseCase("statistics.add", AddToStatisticsInput, async (ctx, { countOut, countIn }) => {
  ctx.authorise();
  const at = ctx.clock.now();
  const rows = [...(countOut ? differenceRows(countOut, -1) : []), ...(countIn ? differenceRows(countIn, 1) : [])];
  const { count } = await ctx.tx.statisticsDifference.createMany({ data: rows.map((row) => ({ ...row, at })), skipDuplicates: true });
  const { contractId, officeDivision } = (countIn ?? countOut)!;
  ctx.record({
    type: "contract", id: contractId, divisionCode: officeDivision,
    before: countOut && { edition: countOut.edition, turnoverFen: countOut.turnoverFen },
    after: { rows: count, ...(countIn ? { edition: countIn.edition, turnoverFen: countIn.turnoverFen } : {}) },
  });
  return { rows: count };
});

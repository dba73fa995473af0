import { z } from "zod";
import type { Deps } from "../shared/database.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { CELL_KEY } from "./dimensions.ts";

const AT_A_TIME = 5_000;

/**
 * Sums waiting differences into the cells (统计单元). Marking and summing are one statement, so a reader who adds the unmarked differences to the
 * cells always sees each exactly once. Mergers share the work by SKIP LOCKED and lock cells in one order.
 */
export const mergeStatistics = defineUseCase("statistics.merge", z.object({}), async (ctx) => {
  ctx.authorise();
  const [merged] = await ctx.tx.$queryRaw<{ differences: number; cells: number }[]>`
    with taken as (
      update statistics_difference set merged_at = ${ctx.clock.now()}
      where id in (select id from statistics_difference where merged_at is null order by id limit ${AT_A_TIME} for update skip locked)
      returning *
    ), summed as (
      select ${CELL_KEY}, sum(contracts)::int as contracts, sum(turnover_fen)::bigint as turnover_fen, sum(technical_fen)::bigint as technical_fen
      from taken group by ${CELL_KEY}
    ), written as (
      insert into statistics_cell as cell (${CELL_KEY}, contracts, turnover_fen, technical_fen)
      select ${CELL_KEY}, contracts, turnover_fen, technical_fen from summed order by ${CELL_KEY}
      on conflict (${CELL_KEY}) do update set
        contracts = cell.contracts + excluded.contracts,
        turnover_fen = cell.turnover_fen + excluded.turnover_fen,
        technical_fen = cell.technical_fen + excluded.technical_fen
      returning 1
    )
    select (select count(*)::int from taken) as differences, (select count(*)::int from written) as cells`;
  ctx.record({ type: "statistics", id: "cells", after: merged });
  return { ...merged!, more: merged!.differences === AT_A_TIME };
});

/** Whether differences wait to be merged; so that nothing is done, and recorded, in vain. */
export async function hasUnmergedDifferences(deps: Pick<Deps, "db">): Promise<boolean> {
  const row = await deps.db.statisticsDifference.findFirst({ where: { mergedAt: null }, select: { id: true } });
  return row !== null;
}

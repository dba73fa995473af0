import { randomUUID } from "node:crypto";
import { hasUnmergedDifferences, mergeStatistics } from "@ttx/domain/statistics";
import { SYSTEM } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import { execute } from "@ttx/domain/shared/execute";

/** Sums waiting differences into the cells of the statistics; readers see them before that already. */
export async function mergeOnce(deps: Deps): Promise<"more" | "idle"> {
  if (!(await hasUnmergedDifferences(deps))) return "idle";
  const { more } = await execute(deps, mergeStatistics, SYSTEM, {}, { requestId: `merge/${randomUUID()}` });
  return more ? "more" : "idle";
}

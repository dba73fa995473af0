import { z } from "zod";
import { dropEntry } from "../search/index.ts";
import { step } from "../shared/machine.ts";
import { seal, unseal } from "../shared/secret-box.ts";
import type { Context } from "../shared/use-case.ts";
import { WITHHELD_TITLE } from "../shared/withheld.ts";
import { DEMAND_MOVES } from "./demand.machine.ts";
import { changeDemand, contentOf, getDemand, putDemandEntry, type DemandRow } from "./demand.repository.ts";
import { DEMAND_DEADLINE, keepDeadline } from "./publish-demand.ts";

const SealedWords = z.object({ was: z.enum(["PUBLISHED", "CLOSED"]), title: z.string(), problem: z.string(), targets: z.string() });
export type SealedDemand = z.infer<typeof SealedWords>;

/** Takes a demand out of sight at once (屏蔽): its words lie under seal, and the row itself says nothing any more. */
export async function withholdDemand(ctx: Context, demandId: string): Promise<{ readonly row: DemandRow; readonly sealed: string }> {
  const row = await lockDemand(ctx, demandId);
  const state = step(DEMAND_MOVES, row.state, "withhold");
  const words: SealedDemand = { was: row.state as SealedDemand["was"], title: row.title, problem: row.problem, targets: row.targets };
  await changeDemand(ctx.tx, row, row.version, { state, title: WITHHELD_TITLE, problem: "", targets: "" });
  await dropEntry(ctx.tx, "DEMAND", demandId);
  await ctx.notDue(DEMAND_DEADLINE, demandId);
  return { row, sealed: seal(ctx.config.secretKey, JSON.stringify(words)) };
}

/** Nothing was found: the words come back. A deadline that has passed meanwhile ends the demand at once. */
export async function releaseDemand(ctx: Context, demandId: string, sealed: string): Promise<void> {
  const row = await lockDemand(ctx, demandId);
  const { was, ...words } = openDemandSeal(ctx, sealed);
  const state = step(DEMAND_MOVES, row.state, was === "PUBLISHED" ? "release" : "releaseClosed");
  await changeDemand(ctx.tx, row, row.version, { state, ...words });
  if (state !== "PUBLISHED") return;
  const content = contentOf({ ...row, ...words });
  await putDemandEntry(ctx.tx, row, content, row.publishedAt!);
  await keepDeadline(ctx, demandId, content.deadlineOn);
}

/** It is a secret: out for good. */
export async function sealDemand(ctx: Context, demandId: string): Promise<void> {
  const row = await lockDemand(ctx, demandId);
  await changeDemand(ctx.tx, row, row.version, { state: step(DEMAND_MOVES, row.state, "seal") });
}

export function openDemandSeal({ config }: Pick<Context, "config">, sealed: string): SealedDemand {
  return SealedWords.parse(JSON.parse(unseal(config.secretKey, sealed)));
}

async function lockDemand(ctx: Context, demandId: string): Promise<DemandRow> {
  await ctx.tx.$queryRaw`select 1 from demand where id = ${demandId}::uuid for update`;
  return getDemand(ctx.tx, demandId);
}

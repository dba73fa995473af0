import { z } from "zod";
import { Prisma } from "../generated/client.ts";
import { dropEntry } from "../search/index.ts";
import { seal, unseal } from "../shared/secret-box.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { WITHHELD_TITLE, WITHHELD_TITLE_EN } from "../shared/withheld.ts";
import { RESULT_MOVES, type ResultState } from "./result.machine.ts";
import { changeResult, getResult, putResultEntry, type ResultRow } from "./result.repository.ts";

/** The words of a result that were taken out. Its versions cannot change and are shown to nobody while it is withheld. */
const SealedWords = z.object({
  was: z.enum(["PUBLISHED", "WITHDRAWN"]),
  title: z.string(),
  titleEn: z.string().nullable(),
  summary: z.string(),
  draft: z.json().nullable(),
  rights: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string(), number: z.string().nullable() })),
});
export type SealedResult = z.infer<typeof SealedWords>;

/** Takes a result out of sight at once (屏蔽): its words lie under seal, and the row itself says nothing any more. */
export async function withholdResult(ctx: Context, resultId: string): Promise<{ readonly row: ResultRow; readonly sealed: string }> {
  const row = await lockResult(ctx, resultId);
  const state = step(RESULT_MOVES, row.state, "withhold");
  const words: SealedResult = {
    was: row.state as SealedResult["was"], title: row.title, titleEn: row.titleEn, summary: row.summary, draft: row.draft as SealedResult["draft"],
    rights: row.rights.map(({ id, kind, title, number }) => ({ id, kind, title, number })),
  };
  await changeResult(ctx.tx, row, row.version, { state, title: WITHHELD_TITLE, titleEn: row.titleEn === null ? null : WITHHELD_TITLE_EN, summary: "", draft: Prisma.DbNull });
  await ctx.tx.resultRight.updateMany({ where: { resultId }, data: { title: WITHHELD_TITLE, number: null } });
  await dropEntry(ctx.tx, "RESULT", resultId);
  return { row, sealed: seal(ctx.config.secretKey, JSON.stringify(words)) };
}

/** Nothing was found: the words come back, and the result with them where it stood. */
export async function releaseResult(ctx: Context, resultId: string, sealed: string): Promise<void> {
  const row = await lockResult(ctx, resultId);
  const { was, title, titleEn, summary, draft, rights } = openResultSeal(ctx, sealed);
  const state: ResultState = step(RESULT_MOVES, row.state, was === "PUBLISHED" ? "release" : "releaseWithdrawn");
  await changeResult(ctx.tx, row, row.version, { state, title, titleEn, summary, draft: draft ?? Prisma.DbNull });
  for (const { id, title: named, number } of rights) await ctx.tx.resultRight.update({ where: { id }, data: { title: named, number } });
  if (state === "PUBLISHED") await putResultEntry(ctx.tx, row, await getResult(ctx.tx, resultId), row.publishedAt!);
}

/** It is a secret: out for good. What is under seal stays there. */
export async function sealResult(ctx: Context, resultId: string): Promise<void> {
  const row = await lockResult(ctx, resultId);
  await changeResult(ctx.tx, row, row.version, { state: step(RESULT_MOVES, row.state, "seal") });
}

export function openResultSeal({ config }: Pick<Context, "config">, sealed: string): SealedResult {
  return SealedWords.parse(JSON.parse(unseal(config.secretKey, sealed)));
}

async function lockResult(ctx: Context, resultId: string): Promise<ResultRow> {
  await ctx.tx.$queryRaw`select 1 from result where id = ${resultId}::uuid for update`;
  return getResult(ctx.tx, resultId);
}

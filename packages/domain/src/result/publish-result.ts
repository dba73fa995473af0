import { Prisma } from "../generated/client.ts";
import { codeLookup, isDivision } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { ResultPublished } from "./result.events.ts";
import { RESULT_MOVES } from "./result.machine.ts";
import { changeResult, getResult, workingCopy, writePublished, type ResultRow } from "./result.repository.ts";
import { checkResult, type ResultCodes, type ResultContent } from "./result.rules.ts";
import { PublishResultInput } from "./result.schema.ts";

export const RESULT_CODES: ResultCodes = {
  isField: (code) => codeLookup.isLeaf("tech-fields", code),
  isIpKind: (code) => codeLookup.isLeaf("ip-kinds", code),
  isProgramme: (code) => codeLookup.has("programme-sources", code),
  isDivision,
};

/** Puts a result into the public library, or a new version of it (成果发布). Everything is checked; all that is missing is named at once. */
export const publishResult = defineUseCase("result.publish", PublishResultInput, async (ctx, { resultId, version }) => {
  const row = await getResult(ctx.tx, resultId);
  ctx.authorise({ ownerId: row.ownerId });
  if (!row.secrecyCleared) refuse("SECRECY_NOT_CLEARED");
  const next = step(RESULT_MOVES, row.state, "publish");
  if (row.state === "PUBLISHED" && row.draft === null) refuse("RESULT_NOTHING_TO_PUBLISH");
  const { content, problems } = checkResult(await workingCopy(ctx.tx, row), dayOf(ctx.clock.now()), RESULT_CODES);
  if (content === null) throw new DomainError("RESULT_NOT_COMPLETE", "invalid", { count: problems.length }, problems);

  const versionNo = await putIntoLibrary(ctx, row, version, content, personIdOf(ctx.actor));
  return { resultId, state: next, version: version + 1, versionNo };
});

/** Makes a checked content what readers see, as the next version. */
export async function putIntoLibrary(ctx: Context, row: ResultRow, version: number, content: ResultContent, byId: string | null): Promise<number> {
  const at = ctx.clock.now();
  const { completers: _people, rights: _rights, secrecyOfficer: _officer, ...columns } = content;
  const versionNo = row.versionNo + 1;
  const state = step(RESULT_MOVES, row.state, "publish");
  await changeResult(ctx.tx, row, version, {
    ...columns, tradeModes: [...columns.tradeModes], state, draft: Prisma.DbNull, versionNo, updatedAt: at, publishedAt: row.state === "PUBLISHED" ? row.publishedAt : at,
  });
  await writePublished(ctx.tx, row, content, at, byId);
  ctx.record({ type: "result", id: row.id, divisionCode: content.divisionCode, before: { state: row.state, versionNo: row.versionNo }, after: { state, versionNo, ...content } });
  ctx.emit(ResultPublished, { type: "result", id: row.id }, { resultId: row.id, ownerId: row.ownerId, versionNo, field: content.field, divisionCode: content.divisionCode });
  return versionNo;
}

import { Prisma } from "../generated/client.ts";
import { codeLookup, isDivision } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ResultPublished } from "./result.events.ts";
import { RESULT_MOVES } from "./result.machine.ts";
import { changeResult, getResult, workingCopy, writePublished } from "./result.repository.ts";
import { checkResult, type ResultCodes } from "./result.rules.ts";
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
  const at = ctx.clock.now();
  const { content, problems } = checkResult(await workingCopy(ctx.tx, row), dayOf(at), RESULT_CODES);
  if (content === null) throw new DomainError("RESULT_NOT_COMPLETE", "invalid", { count: problems.length }, problems);

  const { completers, rights, secrecyOfficer, ...columns } = content;
  const versionNo = row.versionNo + 1;
  await changeResult(ctx.tx, row, version, {
    ...columns, tradeModes: [...columns.tradeModes], state: next, draft: Prisma.DbNull, versionNo, updatedAt: at, publishedAt: row.state === "PUBLISHED" ? row.publishedAt : at,
  });
  await writePublished(ctx.tx, row, content, at, personIdOf(ctx.actor));
  ctx.record({ type: "result", id: resultId, divisionCode: content.divisionCode, before: { state: row.state, versionNo: row.versionNo }, after: { state: next, versionNo, ...content } });
  ctx.emit(ResultPublished, { type: "result", id: resultId }, { resultId, ownerId: row.ownerId, versionNo, field: content.field, divisionCode: content.divisionCode });
  return { resultId, state: next, version: version + 1, versionNo };
});

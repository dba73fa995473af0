import { fileStore, receiveFile, type SentFile } from "../document/index.ts";
import { isSheet } from "../spreadsheet/index.ts";
import { organisationOf, personIdOf, type Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { execute, parseInput, read } from "../shared/execute.ts";
import type { Origin } from "../shared/origin.ts";
import { defineQuery, defineUseCase } from "../shared/use-case.ts";
import { VOID_STATES } from "./contract-import.machine.ts";
import { IMPORT_SIZE_LIMIT_BYTES, StartImportInput, UploadImportInput } from "./contract-import.schema.ts";

/** Takes a sheet in (上传导入文件): who may is asked before the first byte; the work itself is the worker's. */
export async function uploadImport(deps: Deps, actor: Actor, rawInput: unknown, sent: SentFile, origin: Origin) {
  const input = parseInput(UploadImportInput, rawInput);
  await read(deps, mayImport, actor, input);
  return receiveFile(
    deps.config.storageDir,
    input.name,
    sent,
    async (file) => {
      if (!isSheet(file.mediaType)) refuse("SHEET_KIND_REFUSED");
      await fileStore(deps.config).put(file);
      return execute(deps, startImport, actor, { ...input, sha256: file.sha256, sizeBytes: BigInt(file.sizeBytes), mediaType: file.mediaType }, origin);
    },
    IMPORT_SIZE_LIMIT_BYTES,
  );
}

const mayImport = defineQuery("contract-import.start", UploadImportInput, async (ctx) => {
  ctx.authorise({ ownerId: organisationOf(ctx.actor)?.id });
});

/** Opens an import. The same file of the same applicant is the same import, unless the earlier one came to nothing. */
export const startImport = defineUseCase("contract-import.start", StartImportInput, async (ctx, { name, choice, sha256, sizeBytes, mediaType }) => {
  const organisation = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: organisation?.id });
  if (!organisation) throw new DomainError("NOT_PERMITTED", "forbidden");
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import-file/${organisation.id}/${sha256}`}, 0))`;
  const earlier = await ctx.tx.contractImport.findFirst({ where: { organisationId: organisation.id, sha256, state: { notIn: [...VOID_STATES] } }, select: { id: true, state: true } });
  if (earlier) {
    ctx.record({ type: "contract-import", id: earlier.id, divisionCode: organisation.divisionCode, after: { sentAgain: true, fileName: name } });
    return { id: earlier.id, importId: earlier.id, state: earlier.state, again: true };
  }
  await ctx.tx.storedFile.createMany({ data: [{ sha256, sizeBytes, mediaType }], skipDuplicates: true });
  const { id, state } = await ctx.tx.contractImport.create({
    data: { organisationId: organisation.id, uploadedById: personIdOf(ctx.actor), fileName: name, mediaType, sha256, sizeBytes, choice, divisionCode: organisation.divisionCode, createdAt: ctx.clock.now() },
  });
  ctx.record({ type: "contract-import", id, divisionCode: organisation.divisionCode, after: { fileName: name, sha256, sizeBytes, choice } });
  return { id, importId: id, state, again: false };
});

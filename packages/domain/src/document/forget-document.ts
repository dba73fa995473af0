import { SYSTEM } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { execute } from "../shared/execute.ts";
import type { Origin } from "../shared/origin.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DocumentId } from "./document.schema.ts";
import { fileStore } from "./file-store.ts";

/** Takes a file out of the platform with its content, because it holds what must not be kept here (保守国家秘密法 29, 31). Done twice is done once. */
export async function forgetDocument(deps: Deps, documentId: string, origin: Origin): Promise<void> {
  const { orphan } = await execute(deps, eraseDocument, SYSTEM, { documentId }, origin);
  if (orphan !== null) await fileStore(deps.config).remove(orphan);
}

const eraseDocument = defineUseCase("document.forget", DocumentId, async (ctx, { documentId }) => {
  ctx.authorise();
  const row = await ctx.tx.document.findUnique({ where: { id: documentId }, select: { sha256: true } });
  ctx.record({ type: "document", id: documentId, after: { forgotten: row !== null } });
  if (row === null) return { orphan: null };
  await ctx.tx.document.delete({ where: { id: documentId } });
  if ((await ctx.tx.document.count({ where: { sha256: row.sha256 } })) > 0) return { orphan: null };
  await ctx.tx.storedFile.delete({ where: { sha256: row.sha256 } });
  return { orphan: row.sha256 };
});

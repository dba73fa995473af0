import { organisationOf, type Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { refuse } from "../shared/errors.ts";
import { execute, parseInput, read } from "../shared/execute.ts";
import type { Origin } from "../shared/origin.ts";
import { defineQuery, defineUseCase, type Context, type ReadContext } from "../shared/use-case.ts";
import { RecordDocumentInput, UploadInput, type OwnSubject } from "./document.schema.ts";
import { ownerOf } from "./document.subjects.ts";
import { fileStore } from "./file-store.ts";
import { receiveFile, type SentFile } from "./receive-file.ts";

type Uploaded = { readonly documentId: string; readonly id: string; readonly name: string; readonly mediaType: string; readonly sizeBytes: number; readonly sha256: string };

/**
 * Takes a file in (上传文件): who may is asked before the first byte, the content is kept before its row is written, so that no row ever
 * points to something that is not whole.
 */
export async function uploadDocument(deps: Deps, actor: Actor, rawInput: unknown, sent: SentFile, origin: Origin): Promise<Uploaded> {
  const input = parseInput(UploadInput, rawInput);
  await read(deps, mayUpload, actor, input);
  return receiveFile(deps.config.storageDir, input.name, sent, async (file) => {
    await fileStore(deps.config).put(file);
    const { sha256, sizeBytes, mediaType } = file;
    const { documentId } = await execute(deps, recordDocument, actor, { ...input, sha256, sizeBytes: BigInt(sizeBytes), mediaType }, origin);
    return { documentId, id: documentId, name: input.name, mediaType, sizeBytes, sha256 };
  });
}

/** Whether somebody may upload this here, before the bytes come. */
const mayUpload = defineQuery("document.upload", UploadInput, async (ctx, { subjectType, subjectId }) => {
  ctx.authorise({ ownerId: organisationOf(ctx.actor)?.id });
  await subjectIsOwn(ctx, subjectType, subjectId);
});

/** Writes down a file whose content is kept. */
const recordDocument = defineUseCase("document.upload", RecordDocumentInput, async (ctx, { sizeBytes, mediaType, sha256, name, audience, subjectType, subjectId }) => {
  const owner = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: owner?.id });
  await subjectIsOwn(ctx, subjectType, subjectId);
  await ctx.tx.storedFile.createMany({ data: [{ sha256, sizeBytes, mediaType }], skipDuplicates: true });
  const { id: documentId } = await ctx.tx.document.create({
    data: { sha256, name, audience, subjectType, subjectId, ownerId: owner!.id, uploadedById: uploaderOf(ctx.actor), createdAt: ctx.clock.now() },
  });
  ctx.record({ type: "document", id: documentId, divisionCode: owner!.divisionCode, after: { name, sha256, sizeBytes, mediaType, audience, subjectType, subjectId } });
  return { documentId };
});

/** The person, or the key that a program used. */
function uploaderOf(actor: Actor): string {
  if (actor.kind === "person") return actor.personId;
  if (actor.kind === "key") return actor.apiKeyId;
  throw new TypeError("authorised without an organisation");
}

async function subjectIsOwn(ctx: Pick<Context, "tx" | "actor"> | Pick<ReadContext, "db" | "actor">, type: OwnSubject | undefined, id: string | undefined): Promise<void> {
  if (type === undefined || id === undefined) return;
  const ownerId = await ownerOf("tx" in ctx ? ctx.tx : ctx.db, type, id);
  if (ownerId === undefined || ownerId !== organisationOf(ctx.actor)?.id) refuse("DOCUMENT_SUBJECT_NOT_YOURS");
}

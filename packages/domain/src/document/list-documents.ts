import { personIdOf } from "../shared/actor.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { ListDocumentsInput, type OwnSubject } from "./document.schema.ts";
import { mattersOf, ownerOf } from "./document.subjects.ts";
import { isShown } from "./media-types.rules.ts";

/** A result or demand has a handful of files; this bounds what a page shows of them. */
const MOST = 100;

/** The files of a result or demand that everyone may read. */
export const listPublicDocuments = defineQuery("document.read", ListDocumentsInput, async (ctx, { subjectType, subjectId }) => {
  ctx.authorise();
  const [matter] = await mattersOf(ctx.db, { id: subjectId, subjectType, subjectId }, personIdOf(ctx.actor));
  return { items: matter?.open ? await documentsOf(ctx, subjectType, subjectId, "PUBLIC") : [] };
});

/** All files of a result or demand, for its owner. */
export const listOwnDocuments = defineQuery("document.read-own", ListDocumentsInput, async (ctx, { subjectType, subjectId }) => {
  ctx.authorise({ ownerId: await ownerOf(ctx.db, subjectType, subjectId) });
  return { items: await documentsOf(ctx, subjectType, subjectId) };
});

async function documentsOf(ctx: ReadContext, subjectType: OwnSubject, subjectId: string, audience?: "PUBLIC") {
  const rows = await ctx.db.document.findMany({
    where: { subjectType, subjectId, ...(audience ? { audience } : {}) },
    include: { file: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map(({ id: documentId, name, audience: readers, file, createdAt }) => ({
    documentId, name, audience: readers, mediaType: file.mediaType, sizeBytes: Number(file.sizeBytes), isShown: isShown(file.mediaType), createdAt,
  }));
}

import { notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { DocumentId, OWN_SUBJECTS } from "./document.schema.ts";

/** Takes a file off a result or demand, or drops one that was never attached. What a procedure holds stays. */
export const removeDocument = defineUseCase("document.remove", DocumentId, async (ctx, { documentId }) => {
  const row = (await ctx.tx.document.findUnique({ where: { id: documentId } })) ?? notFound("document", documentId);
  ctx.authorise({ ownerId: row.ownerId });
  const held = row.subjectType !== null && !OWN_SUBJECTS.some((type) => type === row.subjectType);
  if (held || (await ctx.tx.contractAttachment.count({ where: { documentId } })) > 0) refuse("DOCUMENT_IN_USE");
  await ctx.tx.document.delete({ where: { id: documentId } });
  const { name, sha256, subjectType, subjectId } = row;
  ctx.record({ type: "document", id: documentId, before: { name, sha256, subjectType, subjectId } });
  return { documentId };
});

import type { Readable } from "node:stream";
import type { Facts } from "../authorisation/decide.ts";
import type { Action } from "../authorisation/table.ts";
import { personIdOf, type Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { read } from "../shared/execute.ts";
import { defineQuery } from "../shared/use-case.ts";
import { DocumentId } from "./document.schema.ts";
import { mattersOf } from "./document.subjects.ts";
import { fileStore } from "./file-store.ts";
import { isShown } from "./media-types.rules.ts";

/**
 * What a file is, for whoever may read it: its owner; everyone, when it is public in a matter that is; the other side, when it is for the
 * parties; the venue, office or authority that handles the matter. Each way is a row of the policy.
 */
export const readDocument = defineQuery("document.read", DocumentId, async (ctx, { documentId }) => {
  const row = (await ctx.db.document.findUnique({ where: { id: documentId }, include: { file: true } })) ?? notFound("document", documentId);
  const matters = await mattersOf(ctx.db, row, personIdOf(ctx.actor));
  const facts = matters.flatMap((matter) => matter.facts);
  const isPublic = row.audience === "PUBLIC" && (row.subjectType === null || matters.some(({ open }) => open));
  const ways: (readonly [Action, Facts])[] = [
    ["document.read-own", { ownerId: row.ownerId }],
    ...facts.map((one) => ["document.read-on-duty", one] as const),
    ...(isPublic ? ([["document.read", {}]] as const) : []),
    ...(row.audience === "OWNER" ? [] : facts.map((one) => ["document.read-as-party", one] as const)),
  ];
  const [action, fact] = ways.find(([one, of]) => ctx.may(one, of)) ?? ways[0]!;
  ctx.authorise(fact, action);
  return {
    documentId,
    name: row.name,
    mediaType: row.file.mediaType,
    sizeBytes: Number(row.file.sizeBytes),
    sha256: row.sha256,
    /** Anyone may read it, so a copy may be kept on the way. */
    isPublic,
    /** A picture or PDF: the browser may show it. */
    isShown: isShown(row.file.mediaType),
  };
});

export type OpenedDocument = Awaited<ReturnType<typeof readDocument.run>> & { readonly content: () => Promise<Readable> };

/** A file to be sent to whoever may read it. */
export async function openDocument(deps: Deps, actor: Actor, documentId: unknown): Promise<OpenedDocument> {
  const document = await read(deps, readDocument, actor, { documentId });
  return { ...document, content: () => fileStore(deps.config).read(document.sha256) };
}

import { uploadDocument } from "../src/document/index.ts";
import type { Deps } from "../src/shared/database.ts";
import type { Actor } from "./people.ts";
import { anOrigin } from "./origin.ts";

/** A PDF as small as can be, different at every call. */
export function aPdf(text: string = crypto.randomUUID()): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

export async function* inPieces(content: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.byteLength; at += size) yield await Promise.resolve(content.subarray(at, at + size));
}

export type DocumentOptions = { readonly name?: string; readonly content?: Uint8Array; readonly audience?: "PUBLIC" | "PARTIES" | "OWNER"; readonly subjectType?: "result" | "demand"; readonly subjectId?: string };

/** A file that the actor's organisation has uploaded; a PDF unless told otherwise. */
export async function aDocument(deps: Deps, actor: Actor, { name = "材料.pdf", content = aPdf(), ...rest }: DocumentOptions = {}): Promise<string> {
  const { documentId } = await uploadDocument(deps, actor, { name, ...rest }, { body: inPieces(content) }, anOrigin());
  return documentId;
}

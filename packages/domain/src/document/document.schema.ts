import { z } from "zod";
import { Id, line } from "../shared/input.ts";

/** 50 MB. */
export const SIZE_LIMIT_BYTES = 50 * 1024 * 1024;

/** What somebody may attach a file to by uploading it; a procedure attaches what its own use cases name. */
export const OWN_SUBJECTS = ["result", "demand"] as const;
export type OwnSubject = (typeof OWN_SUBJECTS)[number];

export const AUDIENCES = ["PUBLIC", "PARTIES", "OWNER"] as const;

/** The last part of a path, without what a name must not hold: separators, control and direction characters. */
function plainName(text: string): string {
  const last = text.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/[<>:"|?*]/g, "_").trim();
}

export const UploadInput = z
  .object({
    name: z.string().max(1_000).transform(plainName).pipe(line(200)),
    audience: z.enum(AUDIENCES).default("OWNER"),
    subjectType: z.enum(OWN_SUBJECTS).optional(),
    subjectId: Id.optional(),
  })
  .refine(({ subjectType, subjectId }) => (subjectType === undefined) === (subjectId === undefined), { path: ["subjectId"], params: { code: "DOCUMENT_SUBJECT_HALF" } });
export type UploadInput = z.infer<typeof UploadInput>;

/** A file as it was received, and what it was found to be. */
export const RecordDocumentInput = z.object({
  name: line(200),
  audience: z.enum(AUDIENCES),
  subjectType: z.enum(OWN_SUBJECTS).optional(),
  subjectId: Id.optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.bigint().positive(),
  mediaType: z.string(),
});

export const DocumentId = z.object({ documentId: Id });
export const ListDocumentsInput = z.object({ subjectType: z.enum(OWN_SUBJECTS), subjectId: Id });

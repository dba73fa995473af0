import { z } from "zod";
import { Id, line } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** 1,000,000 rows, as the issue of the trade asks; the head is not counted. */
export const ROW_LIMIT = 1_000_000;
/** A sheet of a million full rows; larger is no sheet of contracts. */
export const IMPORT_SIZE_LIMIT_BYTES = 1024 * 1024 * 1024;

/** ALL: every row is good, or none is taken. GOOD: good rows are taken, bad ones are reported. */
export const IMPORT_CHOICES = ["ALL", "GOOD"] as const;
export type ImportChoice = (typeof IMPORT_CHOICES)[number];

function plainName(text: string): string {
  const last = text.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/[<>:"|?*]/g, "_").trim();
}

export const UploadImportInput = z.object({ name: z.string().max(1_000).transform(plainName).pipe(line(200)), choice: z.enum(IMPORT_CHOICES).default("GOOD") });
export type UploadImportInput = z.infer<typeof UploadImportInput>;

export const StartImportInput = z.object({
  name: line(200),
  choice: z.enum(IMPORT_CHOICES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.bigint().positive(),
  mediaType: z.string(),
});

export const ImportInput = z.object({ importId: Id });
export const ListImportsInput = PageInput;

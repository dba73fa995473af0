import { z } from "zod";
import { Id } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const IMPORT_STATES = ["WAITING", "RUNNING", "DONE", "FAILED"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const IMPORT_OUTCOMES = ["WAITING", "ACCEPTED", "REPEATED", "REFUSED"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export const ROWS_PER_REQUEST = 500;
const Value = z.union([z.string().max(20_000), z.number(), z.boolean()]).transform(String);

/** What is handed in: a file that was uploaded before, or rows by column. A kind of import adds its options. */
export const HandIn = z
  .object({ documentId: Id.optional(), rows: z.array(z.record(z.string().max(100), Value)).min(1).max(ROWS_PER_REQUEST).optional() })
  .refine(({ documentId, rows }) => (documentId === undefined) !== (rows === undefined), { path: ["documentId"], params: { code: "IMPORT_FILE_OR_ROWS" } });
export type HandIn = z.infer<typeof HandIn>;

/** A row that the worker enters. */
export const ImportRowInput = z.object({ importId: Id, no: z.number().int().min(1) });
export const ImportInput = z.object({ importId: Id });
export const ListImportsInput = PageInput.extend({ kind: z.string().max(40) });
export const ListRowsInput = PageInput.extend({ importId: Id, outcome: z.enum(IMPORT_OUTCOMES).optional().catch(undefined) });

/** A reason for a refusal, as it is kept. */
export const RowProblems = z.array(z.object({ path: z.string(), code: z.string(), details: z.record(z.string(), z.unknown()).default({}) }));
export type RowProblems = z.infer<typeof RowProblems>;
export const KeptFault = z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) });
export const KeptCells = z.record(z.string(), z.string());

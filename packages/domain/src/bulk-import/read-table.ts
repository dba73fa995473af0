import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isSheet, readSheet, SheetError } from "../spreadsheet/index.ts";
import { DomainError } from "../shared/errors.ts";
import type { TableRow } from "./sheet.rules.ts";

/** 20 MB: about a hundred thousand rows. */
export const TABLE_LIMIT_BYTES = 20 * 1024 * 1024;

/** The rows of a table file one after the other, the first sheet of a workbook only. */
export async function* readTable(content: Readable, mediaType: string): AsyncGenerator<TableRow> {
  if (!isSheet(mediaType)) throw new DomainError("IMPORT_NOT_A_TABLE", "refused");
  const local = path.join(tmpdir(), `ttx-table-${randomUUID()}`);
  try {
    await pipeline(content, createWriteStream(local));
    let no = 0;
    for await (const { rows } of readSheet({ path: local, mediaType })) for (const values of rows) yield { no: (no += 1), values };
  } catch (error) {
    if (error instanceof SheetError) throw new DomainError(error.code, "refused", { row: error.row });
    throw error;
  } finally {
    await rm(local, { force: true });
  }
}

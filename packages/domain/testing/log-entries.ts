import type { ChainedEntry } from "../src/auction/auction.chain.ts";
import { entryOfRow, type LogRow } from "../src/auction/log-row.ts";

/** Rows of a lot's log as entries, with the request behind each bid. */
export function entriesOfRows(rows: readonly (LogRow & { readonly requestId: string | null })[]): (ChainedEntry & { readonly requestId: string | null })[] {
  return rows.map((row) => ({ ...entryOfRow(row), requestId: row.requestId }));
}

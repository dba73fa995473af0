import type { Sheet } from "@ttx/domain/bulk-import";
import { CONTRACT_SHEET } from "@ttx/domain/contract-import";
import { RESULT_SHEET } from "@ttx/domain/result";

const SHEETS: readonly Sheet[] = [RESULT_SHEET, CONTRACT_SHEET];

/** The table of a kind of import: its columns, for templates and reports. */
export function importSheet(kind: string): Sheet | undefined {
  return SHEETS.find((sheet) => sheet.kind === kind);
}

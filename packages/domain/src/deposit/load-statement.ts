import { organisationOf } from "../shared/actor.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { parseInput } from "../shared/execute.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { BankReceiptInput, LoadStatementInput, STATEMENT_ROWS_MAX } from "./deposit.schema.ts";
import { bankReceipt, receivingVenue } from "./receive-payment.ts";
import { takeReceipt } from "./receipts.ts";
import { readStatement, type StatementRow } from "./statement.rules.ts";
import type { ReceiptOutcome } from "./deposit.texts.ts";

export type StatementRowReport =
  | { readonly line: number; readonly bankReference: string; readonly outcome: ReceiptOutcome; readonly isRepeated: boolean }
  | { readonly line: number; readonly bankReference: string; readonly fault: string; readonly field: string | null };

/**
 * Enters a whole statement: good rows go in, each once however often the file is loaded; a bad row is named with its field and
 * reason and stops nothing.
 */
export const loadStatement = defineUseCase("payment.load-statement", LoadStatementInput, async (ctx, input) => {
  const venueId = organisationOf(ctx.actor)?.id ?? null;
  ctx.authorise({ venueId });
  const rows = readStatement(input.statement);
  if (!rows) refuse("STATEMENT_HEADER_WRONG");
  if (rows.length === 0) refuse("STATEMENT_EMPTY");
  if (rows.length > STATEMENT_ROWS_MAX) refuse("STATEMENT_TOO_LONG", { max: STATEMENT_ROWS_MAX });
  const report: StatementRowReport[] = [];
  // In the order of references, so that two officers loading the same file take the locks in the same order.
  for (const row of [...rows].sort((a, b) => (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : a.line - b.line))) {
    report.push(await enter(ctx, row));
  }
  report.sort((a, b) => a.line - b.line);
  const taken = report.filter((row) => "outcome" in row);
  ctx.record({ type: "statement", id: venueId ?? "system", after: { rows: rows.length, taken: taken.length, faults: report.length - taken.length } });
  return { rows: report, taken: taken.length, repeated: taken.filter((row) => row.isRepeated).length, faults: report.length - taken.length };
});

async function enter(ctx: Context, row: StatementRow): Promise<StatementRowReport> {
  const { line, bankReference } = row;
  try {
    const input = parseInput(BankReceiptInput, row);
    const { outcome, isRepeated } = await takeReceipt(ctx, bankReceipt(input), await receivingVenue(ctx, input.reference));
    return { line, bankReference, outcome, isRepeated };
  } catch (error) {
    // These refusals come before anything of the row is written; anything else undoes the whole file.
    if (!(error instanceof DomainError)) throw error;
    const [field] = error.fields;
    return { line, bankReference, fault: field?.code ?? error.code, field: field?.path ?? null };
  }
}

import { columnOf, type RowProblems, type Sheet } from "@ttx/domain/bulk-import";
import type { Language } from "./door/endpoint.ts";
import { fieldMessage } from "./door/problem.ts";

export type ReportedProblem = { readonly column: string | null; readonly message: string };

/** Each reason with the heading of its column, in the reader's language. */
export function importProblems(sheet: Sheet, problems: RowProblems, language: Language): ReportedProblem[] {
  return problems.map((problem) => ({ column: columnOf(sheet, problem.path)?.heading[language] ?? null, message: fieldMessage(problem, language) }));
}

/** The same as one cell of a report. */
export function problemsText(problems: readonly ReportedProblem[], language: Language): string {
  return problems.map(({ column, message }) => (column === null ? message : `${column}${language === "zh" ? "：" : ": "}${message}`)).join("\n");
}

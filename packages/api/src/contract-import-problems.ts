import { columnOfPath } from "@ttx/domain/contract-import";
import type { FieldProblem } from "@ttx/domain/shared/errors";
import type { Language } from "./door/endpoint.ts";
import { fieldMessage } from "./door/problem.ts";

export type ContractRowProblem = { readonly column: string | null; readonly message: string };

/** A problem of a row of the contract sheet: the head of its column and its sentence. */
export function contractRowProblem(problem: FieldProblem, language: Language): ContractRowProblem {
  return { column: columnOfPath(problem.path)?.[language] ?? null, message: fieldMessage(problem, language) };
}

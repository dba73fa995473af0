/** How a refusal is meant; one table maps the kind to an HTTP status. */
export type ErrorKind = "invalid" | "unauthenticated" | "forbidden" | "not-found" | "conflict" | "refused" | "too-many";

export type FieldProblem = { readonly path: string; readonly code: string; readonly details?: Readonly<Record<string, unknown>> };

/**
 * A refusal by rule: thrown to undo the whole act. `code` is UPPER_SNAKE and has its sentence, in both languages, in
 * `refusal-texts`; `details` fills the sentence. Anything else that is thrown is a defect.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${kind}: ${code}`);
    this.name = "DomainError";
  }
}

export function refuse(code: string, details: Readonly<Record<string, unknown>> = {}): never {
  throw new DomainError(code, "refused", details);
}

export function notFound(what: string, id: string): never {
  throw new DomainError("NOT_FOUND", "not-found", { what, id });
}

/** Marks a field of the input as wrong for a reason the schema alone cannot see. */
export function invalidField(path: string, code: string, details: Readonly<Record<string, unknown>> = {}): never {
  throw new DomainError("INPUT_INVALID", "invalid", {}, [{ path, code, details }]);
}

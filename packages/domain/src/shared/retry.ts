const SERIALIZATION_FAILURE = "40001";
const DEADLOCK_DETECTED = "40P01";
const PRISMA_WRITE_CONFLICT = "P2034";
const RETRYABLE = new Set([SERIALIZATION_FAILURE, DEADLOCK_DETECTED, PRISMA_WRITE_CONFLICT]);

/** Whether the whole transaction may be run again: it lost a deadlock or a serialisation race, in whichever wrapping the driver reports it. */
export function isRetryable(error: unknown): boolean {
  return codesIn(error).some((code) => RETRYABLE.has(code));
}

export function isUniqueViolation(error: unknown): boolean {
  return codesIn(error).some((code) => code === "23505" || code === "P2002");
}

function codesIn(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, cause, meta } = error as Record<string, unknown>;
  return [code, originalCode].filter((value) => typeof value === "string").concat(codesIn(cause, depth + 1), codesIn(meta, depth + 1), codesIn((meta as Record<string, unknown> | undefined)?.["driverAdapterError"], depth + 1));
}

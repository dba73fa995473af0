import { advanceImports, type ImportKind } from "@ttx/domain/bulk-import";
import { RESULT_IMPORT } from "@ttx/domain/result";
import type { Deps } from "@ttx/domain/shared/database";

/** Every kind of table that may be handed in, and how its rows are entered. */
const IMPORT_KINDS: readonly ImportKind[] = [RESULT_IMPORT];

/** Works through tables that were handed in, a few rows at a time. */
export async function importOnce(deps: Deps): Promise<"more" | "idle"> {
  return advanceImports(deps, IMPORT_KINDS);
}

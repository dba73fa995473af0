import { runImports } from "@ttx/domain/contract-import";
import type { Deps } from "@ttx/domain/shared/database";

/** Sheets of contracts are worked on by this process until it is told to stop; another goes on where it stood. */
export function contractImports(deps: Deps): { readonly step: () => Promise<"more" | "idle">; readonly stop: () => void } {
  let stopping = false;
  return {
    step: async () => ((await runImports(deps, () => stopping)) === "ended" ? "more" : "idle"),
    stop: () => {
      stopping = true;
    },
  };
}

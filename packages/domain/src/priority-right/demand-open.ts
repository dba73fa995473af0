import { DomainError, refuse } from "../shared/errors.ts";
import type { RightRow } from "./priority-right.repository.ts";
import { stateAt } from "./priority-right.rules.ts";

/** A right is answered once, and in time; whoever comes second, or late, is told so. */
export function demandOpen(right: Pick<RightRow, "state" | "dueAt">, at: Date): "NAMED" | "NOTIFIED" {
  const state = stateAt(right, at);
  if (state === "LAPSED") refuse("PRIORITY_TERM_OVER");
  if (state !== "NAMED" && state !== "NOTIFIED") throw new DomainError("PRIORITY_ANSWERED_ALREADY", "conflict", { state });
  return state;
}

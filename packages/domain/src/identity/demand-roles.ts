import { DomainError } from "../shared/errors.ts";
import type { Role } from "../shared/roles.ts";
import { roleProblem, type RoleGiver } from "./role-fit.rules.ts";

/** Refuses roles that the organisation has not got to give, naming each. */
export function demandGivable(organisation: RoleGiver, roles: readonly Role[]): void {
  const problems = roles.map((role) => roleProblem(organisation, role)).filter((problem) => problem !== undefined);
  if (problems.length === 0) return;
  throw new DomainError("INPUT_INVALID", "invalid", {}, problems.map(({ role, code }) => ({ path: "roles", code, details: { role } })));
}

import { ACTIONS, rulesFor, type Action } from "../authorisation/table.ts";
import { SECOND_FACTOR_ROLES, type Role } from "../shared/roles.ts";
import type { OrganisationKind } from "./organisation-kind.rules.ts";
import { ROLES_OF_KIND } from "./role-fit.rules.ts";

/** Acts on accounts: a program never signs anybody in, nor hands out keys. */
const ACCOUNTS = /^(person|session|password|second-factor|invitation|api-key|colleague|demo)\./;

/**
 * The roles a key of such an organisation acts with. Officials' and exchange operators' roles need a second factor, which a program
 * has not got; administering the organisation stays with people.
 */
export function keyRoles(kind: OrganisationKind): readonly Role[] {
  return ROLES_OF_KIND[kind].filter((role) => role !== "ORG_ADMIN" && !SECOND_FACTOR_ROLES.has(role));
}

/** What a key of such an organisation can be allowed to do: acts that some rule opens to its roles and that need no person. */
export function keyScopes(kind: OrganisationKind): readonly Action[] {
  const roles = new Set<string>(["ANYONE", "MEMBER", ...keyRoles(kind)]);
  const fits = (action: Action): boolean =>
    rulesFor(action).some(({ role, relations }) => roles.has(role) && !relations.includes("SELF") && !relations.includes("NOT_AUTHOR"));
  return ACTIONS.filter((action) => !ACCOUNTS.test(action) && fits(action));
}

import type { Role } from "../shared/roles.ts";

/**
 * Who counts: a role of the acting membership, or ANYONE (also without an account), SIGNED_IN (any person), MEMBER (anybody acting
 * for an organisation), SYSTEM (the worker).
 */
export type RuleRole = Role | "ANYONE" | "SIGNED_IN" | "MEMBER" | "SYSTEM";

/** What must hold between the actor and the thing. */
export type Relation = "OWNER" | "COUNTERPARTY" | "NOT_OWNER" | "VENUE" | "OFFICE" | "SELF" | "NOT_AUTHOR" | "MANDATED";

/**
 * "-": place does not matter · WITHIN: the thing lies in the actor's jurisdiction · PROVINCE: the same, and the jurisdiction is a
 * province · NATION: the actor's jurisdiction is the nation.
 */
export type Reach = "-" | "WITHIN" | "PROVINCE" | "NATION";

/** One row: act · role · relations, joined by "+", or "-" · reach. */
export type Row = readonly [action: string, role: RuleRole, relations: string, reach: Reach];

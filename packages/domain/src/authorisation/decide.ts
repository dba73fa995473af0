import { SECOND_FACTOR_ROLES, type Role } from "../shared/roles.ts";
import { organisationOf, personIdOf, type Actor } from "../shared/actor.ts";
import { rulesFor, VERIFIED_ONLY, type Action, type Relation, type Rule } from "./table.ts";

/** What the policy needs to know of the thing acted on. Absent facts satisfy no relation. */
export type Facts = {
  /** The organisation that owns it: seller of a listing, applicant of a file, holder of a session's membership. */
  readonly ownerId?: string | null | undefined;
  /** The other side: buyer of a deal. */
  readonly counterpartyId?: string | null | undefined;
  readonly venueId?: string | null | undefined;
  readonly officeId?: string | null | undefined;
  /** Six digits: where it lies. */
  readonly divisionCode?: string | null | undefined;
  /** The person it is about. */
  readonly personId?: string | null | undefined;
  /** Whoever did the step that this act checks: four eyes. Null when nobody did it yet. */
  readonly authorId?: string | null | undefined;
  /** The agencies that hold a mandate in force in this very matter. */
  readonly mandataryIds?: readonly string[] | undefined;
};

export type Refusal = "NOT_SIGNED_IN" | "SECOND_FACTOR_REQUIRED" | "ORGANISATION_NOT_VERIFIED" | "KEY_SCOPE_MISSING" | "NOT_PERMITTED";
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal };

const ALLOWED: Decision = { allowed: true };

/** Whether the actor may do the act to a thing with these facts. Pure; the table is all there is. */
export function decide(actor: Actor, action: Action, facts: Facts = {}): Decision {
  const rules = rulesFor(action);
  const roles = rolesOf(actor);
  const fitting = rules.filter((rule) => roles.has(rule.role) && rule.relations.every((relation) => holds(relation, actor, facts)) && reaches(rule, actor, facts));
  if (fitting.length === 0) return { allowed: false, reason: actor.kind === "anonymous" ? "NOT_SIGNED_IN" : "NOT_PERMITTED" };
  if (actor.kind === "key" && !actor.scopes.includes(action)) return { allowed: false, reason: "KEY_SCOPE_MISSING" };
  const asOfficial = fitting.every((rule) => SECOND_FACTOR_ROLES.has(rule.role as Role));
  if (actor.kind === "person" && !actor.secondFactor && asOfficial) return { allowed: false, reason: "SECOND_FACTOR_REQUIRED" };
  const organisation = organisationOf(actor);
  // A venue, office or authority that was suspended has no powers, and so its people have none.
  if ((VERIFIED_ONLY.has(action) || asOfficial) && organisation && organisation.state !== "VERIFIED") {
    return { allowed: false, reason: "ORGANISATION_NOT_VERIFIED" };
  }
  return ALLOWED;
}

function rolesOf(actor: Actor): ReadonlySet<Rule["role"]> {
  switch (actor.kind) {
    case "system":
      return new Set(["SYSTEM"]);
    case "anonymous":
      return new Set(["ANYONE"]);
    case "key":
      return new Set(["ANYONE", "MEMBER", ...actor.roles]);
    case "person":
      return new Set(["ANYONE", "SIGNED_IN", ...(actor.organisation ? (["MEMBER"] as const) : []), ...actor.roles]);
  }
}

function holds(relation: Relation, actor: Actor, facts: Facts): boolean {
  const organisationId = organisationOf(actor)?.id;
  const personId = personIdOf(actor);
  switch (relation) {
    case "OWNER":
      return organisationId !== undefined && facts.ownerId === organisationId;
    case "COUNTERPARTY":
      return organisationId !== undefined && facts.counterpartyId === organisationId;
    case "NOT_OWNER":
      return organisationId !== undefined && facts.ownerId !== undefined && facts.ownerId !== organisationId;
    case "VENUE":
      return organisationId !== undefined && facts.venueId === organisationId;
    case "OFFICE":
      return organisationId !== undefined && facts.officeId === organisationId;
    case "SELF":
      return personId !== null && facts.personId === personId;
    case "MANDATED":
      return organisationId !== undefined && (facts.mandataryIds ?? []).includes(organisationId);
    case "NOT_AUTHOR":
      return personId !== null && facts.authorId !== undefined && facts.authorId !== personId;
  }
}

function reaches(rule: Rule, actor: Actor, facts: Facts): boolean {
  if (rule.jurisdiction === "-") return true;
  const jurisdiction = organisationOf(actor)?.jurisdiction;
  if (jurisdiction === null || jurisdiction === undefined) return false;
  switch (rule.jurisdiction) {
    case "NATION":
      return jurisdiction === "";
    case "WITHIN":
      return typeof facts.divisionCode === "string" && facts.divisionCode.startsWith(jurisdiction);
    case "PROVINCE":
      return jurisdiction.length === 2 && typeof facts.divisionCode === "string" && facts.divisionCode.startsWith(jurisdiction);
  }
}

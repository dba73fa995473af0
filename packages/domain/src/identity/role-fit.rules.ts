import { SECOND_FACTOR_ROLES, type Role } from "../shared/roles.ts";
import type { OrganisationKind } from "./organisation-kind.rules.ts";

/** Which roles exist in which kind of organisation: an organisation gives its people only powers that it has itself. */
export const ROLES_OF_KIND: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  UNIVERSITY: ["ORG_ADMIN", "SELLER", "BUYER", "TECHNOLOGY_MANAGER"],
  INSTITUTE: ["ORG_ADMIN", "SELLER", "BUYER", "TECHNOLOGY_MANAGER"],
  ENTERPRISE: ["ORG_ADMIN", "SELLER", "BUYER", "TECHNOLOGY_MANAGER"],
  STATE_ENTERPRISE: ["ORG_ADMIN", "SELLER", "BUYER", "TECHNOLOGY_MANAGER"],
  INDIVIDUAL: ["ORG_ADMIN", "SELLER", "BUYER"],
  SERVICE_AGENCY: ["ORG_ADMIN", "SELLER", "BUYER", "TECHNOLOGY_MANAGER", "NOTARY"],
  VENUE: ["ORG_ADMIN", "VENUE_OPERATOR", "VENUE_REVIEWER", "AUCTIONEER", "VENUE_FINANCE"],
  REGISTRATION_OFFICE: ["ORG_ADMIN", "REGISTRAR", "RECOGNITION_REVIEWER"],
  GOVERNMENT: ["ORG_ADMIN", "ADMINISTRATOR", "NATIONAL_ADMINISTRATOR", "OPERATIONS"],
  AUDIT: ["ORG_ADMIN", "AUDITOR"],
};

/** Roles of bodies whose area is the nation. */
const NATIONAL: ReadonlySet<Role> = new Set(["NATIONAL_ADMINISTRATOR", "OPERATIONS"]);

export type RoleGiver = { readonly kind: OrganisationKind; readonly state: string; readonly jurisdiction: string | null };
export type RoleProblem = { readonly role: Role; readonly code: "ROLE_NOT_FOR_KIND" | "ROLE_NOT_FOR_JURISDICTION" | "ROLE_NEEDS_VERIFIED_ORGANISATION" };

/** Why an organisation cannot give a role; undefined when it can. */
export function roleProblem({ kind, state, jurisdiction }: RoleGiver, role: Role): RoleProblem | undefined {
  if (!ROLES_OF_KIND[kind].includes(role)) return { role, code: "ROLE_NOT_FOR_KIND" };
  if (SECOND_FACTOR_ROLES.has(role) && state !== "VERIFIED") return { role, code: "ROLE_NEEDS_VERIFIED_ORGANISATION" };
  if (NATIONAL.has(role) && jurisdiction !== "") return { role, code: "ROLE_NOT_FOR_JURISDICTION" };
  return undefined;
}

export function rolesToGive(organisation: RoleGiver): readonly Role[] {
  return ROLES_OF_KIND[organisation.kind].filter((role) => roleProblem(organisation, role) === undefined);
}

/** Whether an organisation would be left without an administrator when one membership gets these roles (none: it ends). */
export function leavesNoAdministrator(administrators: readonly string[], membershipId: string, roles: readonly Role[]): boolean {
  return !roles.includes("ORG_ADMIN") && administrators.every((id) => id === membershipId);
}

import type { Actor, ActingOrganisation, PersonActor } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import type { Role } from "../src/shared/roles.ts";
import { buildCreditCode } from "../src/identity/index.ts";
import type { OrganisationKind } from "../src/generated/enums.ts";

let serial = 0;

/** Leaves of the table of party types (性质). */
const PARTY_TYPES: Partial<Record<OrganisationKind, string>> = { UNIVERSITY: "0221", INSTITUTE: "0211", STATE_ENTERPRISE: "110", GOVERNMENT: "0121" };

export type OrganisationOptions = {
  name?: string;
  kind?: OrganisationKind;
  divisionCode?: string;
  jurisdiction?: string | null;
  officeNo?: string | null;
  state?: "PENDING" | "VERIFIED" | "REJECTED" | "SUSPENDED";
};

/** An organisation as the tests need it; verified, in Hangzhou, unless told otherwise. */
export async function anOrganisation(deps: Deps, options: OrganisationOptions = {}): Promise<ActingOrganisation> {
  serial += 1;
  const row = await deps.db.organisation.create({
    data: {
      name: options.name ?? `测试单位${serial}`,
      kind: options.kind ?? "ENTERPRISE",
      partyType: PARTY_TYPES[options.kind ?? "ENTERPRISE"] ?? "150",
      creditCode: buildCreditCode("91", options.divisionCode ?? "330106", serial),
      divisionCode: options.divisionCode ?? "330106",
      jurisdiction: options.jurisdiction ?? null,
      officeNo: options.officeNo ?? null,
      state: options.state ?? "VERIFIED",
      createdAt: new Date("2025-01-01T00:00:00Z"),
    },
  });
  return row;
}

/** A person of the organisation with roles, signed in with a second factor, as use cases see them. */
export async function aPerson(
  deps: Deps,
  organisation: ActingOrganisation,
  roles: readonly Role[],
  options: { name?: string; secondFactor?: boolean } = {},
): Promise<PersonActor> {
  serial += 1;
  const at = new Date("2025-01-01T00:00:00Z");
  const person = await deps.db.person.create({
    data: { name: options.name ?? `测试人员${serial}`, email: `person${serial}.${organisation.id.slice(-6)}@test.example`, passwordHash: "-", createdAt: at },
  });
  const membership = await deps.db.membership.create({
    data: { personId: person.id, organisationId: organisation.id, roles: [...roles], createdAt: at },
  });
  const session = await deps.db.session.create({
    data: {
      tokenHash: Uint8Array.from(Buffer.from(`${person.id}`)),
      personId: person.id,
      membershipId: membership.id,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date("2099-01-01T00:00:00Z"),
    },
  });
  return {
    kind: "person",
    personId: person.id,
    name: person.name,
    language: "zh",
    sessionId: session.id,
    membershipId: membership.id,
    organisation,
    roles,
    secondFactor: options.secondFactor ?? true,
  };
}

export type { Actor };

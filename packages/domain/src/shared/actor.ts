import type { Role } from "./roles.ts";

/** The organisation somebody acts for, as authorisation needs to know it. */
export type ActingOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly divisionCode: string;
  /** Division prefix of an authority, office or audit body; "" is the nation; null for market participants. */
  readonly jurisdiction: string | null;
};

export type PersonActor = {
  readonly kind: "person";
  readonly personId: string;
  readonly name: string;
  readonly language: "zh" | "en";
  readonly sessionId: string;
  readonly membershipId: string | null;
  readonly organisation: ActingOrganisation | null;
  readonly roles: readonly Role[];
  /** Whether this session was opened with a second factor. */
  readonly secondFactor: boolean;
};

export type KeyActor = {
  readonly kind: "key";
  readonly apiKeyId: string;
  readonly organisation: ActingOrganisation;
  readonly roles: readonly Role[];
  /** Names of acts and queries this key may be used for. */
  readonly scopes: readonly string[];
};

export type SystemActor = { readonly kind: "system"; readonly process: string };
export type AnonymousActor = { readonly kind: "anonymous" };

export type Actor = PersonActor | KeyActor | SystemActor | AnonymousActor;

export const ANONYMOUS: AnonymousActor = { kind: "anonymous" };
export const SYSTEM: SystemActor = { kind: "system", process: "worker" };

export function organisationOf(actor: Actor): ActingOrganisation | null {
  return actor.kind === "person" || actor.kind === "key" ? actor.organisation : null;
}

export function personIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}

/** Kinds of organisation (单位类别), in the order in which forms offer them. */
export const ORGANISATION_KINDS = [
  "UNIVERSITY", "INSTITUTE", "ENTERPRISE", "STATE_ENTERPRISE", "INDIVIDUAL", "SERVICE_AGENCY", "VENUE", "REGISTRATION_OFFICE", "GOVERNMENT", "AUDIT",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Leaves of the party-type code table (性质) by kind of organisation. Prefixes; the first leaf is what the form proposes. */
const PARTY_TYPES_OF_KIND: Readonly<Record<OrganisationKind, readonly string[]>> = {
  UNIVERSITY: ["022"],
  INSTITUTE: ["021", "023", "024", "030"],
  ENTERPRISE: ["120", "130", "140", "150", "160", "170", "180", "2", "3", "500"],
  STATE_ENTERPRISE: ["110", "150", "160"],
  INDIVIDUAL: ["600", "400"],
  SERVICE_AGENCY: ["024", "030", "1", "2", "3", "700"],
  VENUE: ["024", "1"],
  REGISTRATION_OFFICE: ["01", "02", "030", "1", "700"],
  GOVERNMENT: ["01", "024"],
  AUDIT: ["01"],
};

export function partyTypeFits(kind: OrganisationKind, partyType: string): boolean {
  return PARTY_TYPES_OF_KIND[kind].some((prefix) => partyType.startsWith(prefix));
}

/** Natural persons show their identity number where organisations show their credit code. */
export function isNaturalPerson(partyType: string): boolean {
  return partyType === "600";
}

export type Powers = { readonly jurisdiction: string | null; readonly officeNo: string | null };
export type PowersProblem = { readonly field: "jurisdiction" | "officeNo"; readonly code: "JURISDICTION_NEEDED" | "JURISDICTION_TOO_WIDE" | "OFFICE_NO_NEEDED" | "POWERS_NOT_FOR_KIND" };

const WITH_JURISDICTION: ReadonlySet<OrganisationKind> = new Set(["REGISTRATION_OFFICE", "GOVERNMENT", "AUDIT"]);

/**
 * What is wrong with the powers that a verification would give. Authorities and audit bodies get an area below the verifier's own,
 * so that nobody appoints an equal; offices one within it.
 */
export function powersProblem(kind: OrganisationKind, { jurisdiction, officeNo }: Powers, verifier: string): PowersProblem | undefined {
  if (!WITH_JURISDICTION.has(kind)) {
    if (jurisdiction !== null) return { field: "jurisdiction", code: "POWERS_NOT_FOR_KIND" };
    return officeNo === null ? undefined : { field: "officeNo", code: "POWERS_NOT_FOR_KIND" };
  }
  if (jurisdiction === null) return { field: "jurisdiction", code: "JURISDICTION_NEEDED" };
  const below = jurisdiction.startsWith(verifier) && (verifier === "" || kind === "REGISTRATION_OFFICE" || jurisdiction.length > verifier.length);
  if (!below) return { field: "jurisdiction", code: "JURISDICTION_TOO_WIDE" };
  if (kind !== "REGISTRATION_OFFICE") return officeNo === null ? undefined : { field: "officeNo", code: "POWERS_NOT_FOR_KIND" };
  return officeNo === null ? { field: "officeNo", code: "OFFICE_NO_NEEDED" } : undefined;
}

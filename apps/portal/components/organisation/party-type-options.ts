import { ORGANISATION_KINDS, partyTypeFits, type OrganisationKind } from "@ttx/domain/identity/client";
import { PARTY_TYPES } from "@ttx/domain/reference";
import type { Option } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";

export type PartyTypeOptions = Readonly<Partial<Record<OrganisationKind, readonly Option[]>>>;

/** The leaves of the party-type code table that each kind of organisation may choose from. */
export function partyTypeOptions(lang: Lang): PartyTypeOptions {
  const parents = new Set(PARTY_TYPES.rows.map(({ parent }) => parent));
  const leaves = PARTY_TYPES.rows.filter(({ code }) => !parents.has(code));
  const ofKind = (kind: OrganisationKind): Option[] => leaves.filter(({ code }) => partyTypeFits(kind, code)).map((row) => ({ value: row.code, label: pick(lang, row) }));
  return Object.fromEntries(ORGANISATION_KINDS.map((kind) => [kind, ofKind(kind)]));
}

import type { Deps } from "@ttx/domain/shared/database";
import { ORGANISATIONS } from "../content/index.ts";
import { morningOf } from "./days.ts";
import { idOf } from "./ids.ts";

const FOUNDED = morningOf("2020-12-01");

/** A natural person has no credit code; an opaque mark, which is none, stands in its place. */
export function codeOf(key: string, creditCode: string | null): string {
  return creditCode ?? `PERSON-${idOf("person-code", key).slice(0, 8).toUpperCase()}`;
}

export async function loadOrganisations({ db }: Deps): Promise<void> {
  await db.organisation.createMany({
    skipDuplicates: true,
    data: ORGANISATIONS.map(({ key, name, nameEn, kind, partyType, divisionCode, creditCode, jurisdiction, officeNo }) => ({
      id: idOf("organisation", key),
      name,
      nameEn,
      kind,
      partyType,
      divisionCode,
      creditCode: codeOf(key, creditCode),
      jurisdiction,
      officeNo,
      state: "VERIFIED" as const,
      verifiedAt: FOUNDED,
      demo: true,
      createdAt: FOUNDED,
    })),
  });
}

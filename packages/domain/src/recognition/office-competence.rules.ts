/** What a registration office (登记机构) may decide, as delegated by its province. */
export type OfficeScope = {
  readonly officeId: string;
  /** Prefix of GB/T 2260: "33", "3301" or "330106". */
  readonly jurisdiction: string;
  /** First digits of the contract types; absent means all. */
  readonly types?: readonly string[];
  /** Technical amounts up to and including this; absent means any. */
  readonly upToFen?: bigint;
  readonly open: boolean;
};

export type FilingFacts = { readonly applicantDivision: string; readonly contractType: string; readonly technicalAmountFen: bigint };

function withinScope({ types, upToFen }: OfficeScope, { contractType, technicalAmountFen }: FilingFacts): boolean {
  return (!types || types.includes(contractType.charAt(0))) && (upToFen === undefined || technicalAmountFen <= upToFen);
}

/**
 * The offices that may take a file, most specific first: county, then city, then province of the applicant. An office of another
 * province is never among them (M2000 Art. 8: one registration, at the applicant's place).
 */
export function competentOffices(offices: readonly OfficeScope[], facts: FilingFacts): readonly OfficeScope[] {
  return offices
    .filter((office) => office.open && office.jurisdiction.length >= 2 && facts.applicantDivision.startsWith(office.jurisdiction) && withinScope(office, facts))
    .toSorted((a, b) => b.jurisdiction.length - a.jurisdiction.length || (a.officeId < b.officeId ? -1 : 1));
}

export function assignedOffice(offices: readonly OfficeScope[], facts: FilingFacts): OfficeScope | undefined {
  return competentOffices(offices, facts)[0];
}

import { maskIdentityNumber } from "./identity-number.rules.ts";
import { isNaturalPerson } from "./organisation-kind.rules.ts";

type Recorded = {
  readonly name: string;
  readonly nameEn?: string | null;
  readonly kind: string;
  readonly partyType: string;
  readonly creditCode: string;
  readonly divisionCode: string;
  readonly address?: string | null;
  readonly legalPerson?: string | null;
  readonly state: string;
};

/** The number as it may be shown and recorded: the identity number of a natural person only in part. */
export function shownCreditCode({ partyType, creditCode }: Pick<Recorded, "partyType" | "creditCode">): string {
  return isNaturalPerson(partyType) ? maskIdentityNumber(creditCode) : creditCode;
}

/** What the audit trail keeps of an organisation's details. */
export function recordOf(organisation: Recorded): Recorded {
  const { name, nameEn, kind, partyType, divisionCode, address, legalPerson, state } = organisation;
  return { name, nameEn, kind, partyType, creditCode: shownCreditCode(organisation), divisionCode, address, legalPerson, state };
}

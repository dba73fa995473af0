import { partyKey, type ContractDraft, type DraftParty } from "../contract/index.ts";
import { dayOf } from "../shared/clock.ts";
import { splitFen } from "../shared/money.ts";
import type { RegistrationFacts } from "./recognition.events.ts";
import { draftOf, type ContractFile } from "./recognition.repository.ts";

const WHOLE_BP = 10_000n;

/** What is decided about a file at one moment; everything else of it stands in its form. */
export type Registered = {
  readonly registrationNo: string;
  readonly registeredAt: Date;
  readonly edition: number;
  readonly contractType: string;
  readonly technicalFen: bigint;
  readonly registrarId: string | null;
};

/** The facts of a registration for statistics, risk rules and the record. */
export function registrationFacts(file: ContractFile, registered: Registered, draft: ContractDraft = draftOf(file)): RegistrationFacts {
  const registeredOn = dayOf(registered.registeredAt);
  const [sellers, buyers] = [partyFacts(draft.sellers), partyFacts(draft.buyers)];
  return {
    contractId: file.id,
    registrationNo: registered.registrationNo,
    edition: registered.edition,
    registeredAt: registered.registeredAt.toISOString(),
    year: Number(registeredOn.slice(0, 4)),
    month: Number(registeredOn.slice(5, 7)),
    officeId: file.officeId!,
    sellerDivision: sellers[0]?.division ?? "",
    buyerDivision: buyers[0]?.division ?? "",
    officeDivision: file.office!.divisionCode,
    contractType: registered.contractType,
    field: draft.techField ?? "",
    sellerType: sellers[0]?.type ?? "",
    buyerType: buyers[0]?.type ?? "",
    ipKind: draft.ipKinds[0] ?? "0",
    programme: draft.programme ?? "0",
    objective: draft.objective ?? "",
    industry: draft.industry ?? "",
    payment: draft.payment ?? "",
    turnoverFen: String(draft.turnoverFen ?? 0n),
    technicalFen: String(registered.technicalFen),
    projectName: draft.projectName,
    signedOn: draft.signedOn ?? "",
    validFrom: draft.validFrom ?? "",
    validTo: draft.validTo ?? "",
    sellerKey: sellers[0]?.key ?? "",
    buyerKey: buyers[0]?.key ?? "",
    sellers,
    buyers,
    patents: draft.patents.map(({ number }) => number),
    textFingerprint: file.textFingerprint,
    secret: draft.secret,
    taxClaims: [...draft.taxClaims],
    dealId: file.dealId,
    applicantId: file.applicantId,
    registrarId: registered.registrarId,
  };
}

/** Shares as stated, else equal (contract-registration §9.4(5)). */
function partyFacts(parties: readonly DraftParty[]): RegistrationFacts["sellers"] {
  if (parties.length === 0) return [];
  const equal = splitFen(WHOLE_BP, parties.map(() => 1n));
  return parties.map((party, i) => ({
    key: partyKey(party),
    name: party.name,
    division: party.division ?? "",
    type: party.nature ?? "",
    country: party.country,
    shareBp: party.shareBp ?? Number(equal[i]),
  }));
}

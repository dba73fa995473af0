import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

/** One party of a registered contract as statistics and risk rules count it. `key`: credit code, or the name of who has none. */
const PartyFacts = z.object({ key: z.string(), name: z.string(), division: z.string(), type: z.string(), country: z.string(), shareBp: z.number().int() });

/**
 * What a registration says at one moment. The single columns are those of the first named seller and buyer, for the count; `sellers`
 * and `buyers` carry the shares, for splitting amounts (contract-registration §9.4(5)). Amounts are decimal text of fen.
 */
const RegistrationFacts = z.object({
  contractId: z.string(),
  registrationNo: z.string(),
  /** Edition of the certificate: 1 at registration, one more with every change. */
  edition: z.number().int(),
  registeredAt: z.string(),
  /** Shanghai year and month of the registration: the period a contract counts in, also when it ends later. */
  year: z.number().int(),
  month: z.number().int(),
  officeId: z.string(),
  /** Six digits; "" for a party abroad. */
  sellerDivision: z.string(),
  buyerDivision: z.string(),
  officeDivision: z.string(),
  contractType: z.string(),
  field: z.string(),
  sellerType: z.string(),
  buyerType: z.string(),
  /** First of the file's kinds. */
  ipKind: z.string(),
  programme: z.string(),
  objective: z.string(),
  industry: z.string(),
  payment: z.string(),
  turnoverFen: z.string(),
  technicalFen: z.string(),
  projectName: z.string(),
  signedOn: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  sellerKey: z.string(),
  buyerKey: z.string(),
  sellers: z.array(PartyFacts),
  buyers: z.array(PartyFacts),
  patents: z.array(z.string()),
  textFingerprint: z.string().nullable(),
  secret: z.string(),
  taxClaims: z.array(z.string()),
  dealId: z.string().nullable(),
  applicantId: z.string(),
  registrarId: z.string().nullable(),
});
export type RegistrationFacts = z.infer<typeof RegistrationFacts>;

/** A file reached an office, first or after a correction. */
export const ContractSubmitted = defineEvent(
  "ContractSubmitted",
  z.object({ contractId: z.string(), officeId: z.string(), applicantId: z.string(), submittedAt: z.string() }),
);
export const ContractRegistered = defineEvent("ContractRegistered", RegistrationFacts);
export const ContractRefused = defineEvent(
  "ContractRefused",
  z.object({ contractId: z.string(), officeId: z.string(), applicantId: z.string(), reasons: z.array(z.string()), refusedAt: z.string() }),
);
/** A change or re-decision gave the registration other facts: counts `after` in and `before` out. */
export const ContractAmended = defineEvent("ContractAmended", z.object({ before: RegistrationFacts, after: RegistrationFacts, amendedAt: z.string() }));
/** Left the register at the party's wish or by the office (注销): counts out. */
export const ContractCancelled = defineEvent("ContractCancelled", RegistrationFacts.extend({ endedAt: z.string(), reason: z.string() }));
/** Struck off by the authority (撤销登记): counts out. */
export const ContractRevoked = defineEvent("ContractRevoked", RegistrationFacts.extend({ endedAt: z.string(), reason: z.string() }));
/** The office decided a reopened registration again; whoever reopened it takes note. */
export const RegistrationReDecided = defineEvent(
  "RegistrationReDecided",
  z.object({ contractId: z.string(), decision: z.enum(["uphold", "amend"]), explanation: z.string(), byId: z.string().nullable(), at: z.string() }),
);

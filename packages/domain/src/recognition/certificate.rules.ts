import { STANDING_STATES, type RecognitionState } from "./recognition.machine.ts";

/** Confidentiality of a contract (保密要求). State secrets never enter the open system. */
export type Secrecy = "none" | "commercial";

export type CertificateFacts = {
  readonly registrationNo: string;
  readonly version: number;
  readonly state: RecognitionState;
  readonly contractType: string;
  readonly registeredOn: string;
  readonly projectName: string;
  readonly sellers: readonly string[];
  readonly buyers: readonly string[];
  readonly officeName: string;
  readonly ruleSet: string;
  readonly turnoverFen: bigint;
  readonly technicalAmountFen: bigint;
  readonly secrecy: Secrecy;
};

/** What anyone with the number and the code of a certificate (登记证明) may see. */
export type PublicCertificate = {
  readonly registrationNo: string;
  readonly version: number;
  readonly contractType: string;
  readonly registeredOn: string;
  readonly standing: boolean;
  readonly state: RecognitionState;
  readonly officeName: string;
  readonly ruleSet: string;
  /** Absent for a contract with commercial secrets. */
  readonly projectName?: string;
  readonly sellers?: readonly string[];
  readonly buyers?: readonly string[];
  /** Whether the amount that the asker holds in hands is the registered one; the amount itself is never shown. */
  readonly amountMatches?: boolean;
};

export function publicCertificate(facts: CertificateFacts, shown?: { readonly technicalAmountFen?: bigint; readonly turnoverFen?: bigint }): PublicCertificate {
  const standing = (STANDING_STATES as readonly RecognitionState[]).includes(facts.state);
  const asked = shown && (shown.technicalAmountFen !== undefined || shown.turnoverFen !== undefined);
  return {
    registrationNo: facts.registrationNo,
    version: facts.version,
    contractType: facts.contractType,
    registeredOn: facts.registeredOn,
    standing,
    state: facts.state,
    officeName: facts.officeName,
    ruleSet: facts.ruleSet,
    ...(facts.secrecy === "none" ? { projectName: facts.projectName, sellers: facts.sellers, buyers: facts.buyers } : {}),
    ...(asked
      ? {
          amountMatches:
            (shown.technicalAmountFen === undefined || shown.technicalAmountFen === facts.technicalAmountFen) &&
            (shown.turnoverFen === undefined || shown.turnoverFen === facts.turnoverFen),
        }
      : {}),
  };
}

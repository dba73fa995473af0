/** What must hold before a transaction certificate (交易凭证) is issued. Trading §7 and §9.12. */
export type CertificateFacts = {
  readonly contractSigned: boolean;
  readonly noticeCleared: boolean;
  readonly listingCompleted: boolean;
  readonly duePaymentReceived: boolean;
  /** The buyer's part of the venue's fee is still to come, where the tariff gives him one. */
  readonly buyerFeeOpen?: boolean;
  readonly suspended: boolean;
  /** An objection to the announced result that was not ruled on: Trading §2.3. */
  readonly objectionOpen?: boolean;
  readonly annulled: boolean;
  readonly activeCertificateNo?: string;
  /** The cross-border gate: rights-and-income §12.3. */
  readonly exportGate: "NOT_NEEDED" | "CLEARED" | "PENDING" | "BLOCKED";
};

export type CertificateRefusal =
  | "CONTRACT_NOT_SIGNED"
  | "NEITHER_NOTICE_NOR_LISTING"
  | "DUE_PAYMENT_MISSING"
  | "BUYER_FEE_OPEN"
  | "SUSPENDED"
  | "OBJECTION_OPEN"
  | "ANNULLED"
  | "ALREADY_CERTIFIED"
  | "EXPORT_GATE_NOT_CLEARED";

/** Everything that stands against a certificate, at once; empty when it may be issued. One active certificate per deal. */
export function certificateRefusals(facts: CertificateFacts): CertificateRefusal[] {
  const refusals: CertificateRefusal[] = [];
  if (!facts.contractSigned) refusals.push("CONTRACT_NOT_SIGNED");
  if (!facts.noticeCleared && !facts.listingCompleted) refusals.push("NEITHER_NOTICE_NOR_LISTING");
  if (!facts.duePaymentReceived) refusals.push("DUE_PAYMENT_MISSING");
  if (facts.buyerFeeOpen) refusals.push("BUYER_FEE_OPEN");
  if (facts.suspended) refusals.push("SUSPENDED");
  if (facts.objectionOpen) refusals.push("OBJECTION_OPEN");
  if (facts.annulled) refusals.push("ANNULLED");
  if (facts.activeCertificateNo !== undefined) refusals.push("ALREADY_CERTIFIED");
  if (facts.exportGate === "PENDING" || facts.exportGate === "BLOCKED") refusals.push("EXPORT_GATE_NOT_CLEARED");
  return refusals;
}

/** A correction is a revocation and a new certificate that names the old one. */
export function correctionRefusal(facts: {
  readonly state: "ACTIVE" | "REVOKED";
  readonly reason: string;
}): "NOT_ACTIVE" | "REASON_NEEDED" | undefined {
  if (facts.state !== "ACTIVE") return "NOT_ACTIVE";
  return facts.reason.trim() === "" ? "REASON_NEEDED" : undefined;
}

export type CertificateParty = { readonly name: string; readonly code: string; readonly secrecyAsked: boolean };

/** 拍卖法 21: whoever asked that his identity be kept secret appears by code only. */
export function shownParty(party: CertificateParty): string {
  return party.secrecyAsked ? party.code : party.name;
}

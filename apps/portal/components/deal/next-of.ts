import type { DealState } from "@ttx/domain/deal/client";
import type { SettlementState } from "@ttx/domain/settlement/client";
import type { Text } from "@ttx/ui/text";
import { NEXT } from "./deal-texts.ts";

export type Standing = {
  readonly state: DealState;
  readonly settlement: SettlementState | null;
  readonly venue: unknown;
  readonly sellerSigned: boolean;
  readonly buyerSigned: boolean;
  readonly handedOver: boolean;
  /** The buyer's part of the fee is still to come: the certificate waits for it. */
  readonly feeOpen: boolean;
};

/** The next step of a deal in words, from where it stands. */
export function nextOf({ state, settlement, venue, sellerSigned, buyerSigned, handedOver, feeOpen }: Standing): Text {
  switch (state) {
    case "AWARDED":
      return NEXT.draft;
    case "CONTRACTING":
      return sellerSigned ? NEXT.signBuyer : buyerSigned ? NEXT.signSeller : NEXT.sign;
    case "SETTLED":
      return NEXT.done;
    case "SIGNED":
    case "SETTLING":
      return settlementStep(settlement, venue !== null, handedOver, feeOpen);
    case "DEFAULTED":
    case "ANNULLED":
      return NEXT.none;
  }
}

function settlementStep(settlement: SettlementState | null, hasVenue: boolean, handedOver: boolean, feeOpen: boolean): Text {
  if (settlement === "BREACH") return NEXT.overdue;
  if (!hasVenue) return NEXT.confirm;
  if (settlement === "CERTIFY") return feeOpen ? NEXT.payFee : NEXT.certify;
  if (settlement === "PAYABLE_TO_SELLER") return handedOver ? NEXT.release : NEXT.handover;
  return settlement === "RELEASED" ? NEXT.later : NEXT.pay;
}

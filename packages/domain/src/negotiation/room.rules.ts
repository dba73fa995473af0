import type { RoomState } from "./room.machine.ts";

/** Numbers that no text fixes: proposed defaults, with their version. */
export const DEFAULT_ROOM_PARAMETERS = { version: "default-2026-1", remindAfterDays: 3, remindEveryDays: 7, lapseAfterDays: 90 } as const;

export type Side = "SELLER" | "BUYER";
export const otherSide = (side: Side): Side => (side === "SELLER" ? "BUYER" : "SELLER");

const DAY_MS = 86_400_000;
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

export type OfferFacts = {
  readonly state: "OPEN" | "COUNTERED" | "ACCEPTED" | "REFUSED" | "WITHDRAWN";
  readonly validUntil: Date;
  readonly side: Side;
  readonly sellerAccepted: boolean;
  readonly buyerAccepted: boolean;
};

const accepted = (offer: OfferFacts, side: Side): boolean => (side === "SELLER" ? offer.sellerAccepted : offer.buyerAccepted);

/** Whether a side may accept an offer now. An acceptance at the instant at which the offer ends is late. 民法典 481, 486. */
export function acceptRefusal(offer: OfferFacts, by: Side, now: Date): "OFFER_NOT_OPEN" | "OFFER_RUN_OUT" | "OFFER_ACCEPTED_ALREADY" | undefined {
  if (offer.state !== "OPEN") return "OFFER_NOT_OPEN";
  if (now >= offer.validUntil) return "OFFER_RUN_OUT";
  return accepted(offer, by) ? "OFFER_ACCEPTED_ALREADY" : undefined;
}

/** Both principals have accepted once `by` has: what a manager offered, the own side accepts too. */
export function bothAccept(offer: OfferFacts, by: Side): boolean {
  return accepted(offer, otherSide(by));
}

/** One answers what the other side offered, not one's own. */
export function refusalRefusal(offer: OfferFacts, by: Side): "OFFER_NOT_OPEN" | "OFFER_IS_YOURS" | undefined {
  if (offer.state !== "OPEN") return "OFFER_NOT_OPEN";
  return offer.side === by ? "OFFER_IS_YOURS" : undefined;
}

/** For whom the room waits: those who have not signed, who owe an answer, or the seller who carries the agreement on. */
export function awaitedSides(facts: { readonly state: RoomState; readonly signed: readonly Side[]; readonly openOffer: OfferFacts | null }): readonly Side[] {
  switch (facts.state) {
    case "INVITED":
      return (["SELLER", "BUYER"] as const).filter((side) => !facts.signed.includes(side));
    case "OPEN":
      return facts.openOffer === null ? [] : (["SELLER", "BUYER"] as const).filter((side) => !accepted(facts.openOffer!, side));
    case "AGREED":
      return ["SELLER"];
    case "CONCLUDED":
    case "CLOSED":
      return [];
  }
}

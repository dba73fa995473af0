import type { Role } from "@ttx/domain/shared/roles";
import { DESK_PLACES, type DeskPlaceKey } from "./desk-places.tsx";

/** The few places of each role. What may be done there is the policy's matter; this only spares people the doors that lead nowhere. */
const PLACES: Readonly<Record<Role, readonly DeskPlaceKey[]>> = {
  ORG_ADMIN: [],
  SELLER: ["results", "listings", "auctions", "deals", "money", "contracts"],
  BUYER: ["demands", "auctions", "deals", "money", "contracts"],
  TECHNOLOGY_MANAGER: ["mandates", "deals", "money"],
  VENUE_OPERATOR: ["listings", "auctions", "deals"],
  VENUE_REVIEWER: ["listings", "auctions", "deals"],
  AUCTIONEER: ["auctions"],
  VENUE_FINANCE: ["money", "deals"],
  REGISTRAR: ["recognition", "statistics"],
  RECOGNITION_REVIEWER: ["secondReview", "recognition", "statistics"],
  ADMINISTRATOR: ["review", "statistics", "risk", "organisations"],
  NATIONAL_ADMINISTRATOR: ["statistics", "risk", "organisations", "audit"],
  AUDITOR: ["audit", "risk", "statistics", "organisations"],
  OPERATIONS: ["operations"],
};

/** What needs doing first, then the places of all roles one has, in the order of the table of places, then one's organisation and account. */
export function placesOf(roles: readonly Role[]): readonly DeskPlaceKey[] {
  const mine = new Set<DeskPlaceKey>(["today", "colleagues", "settings", ...roles.flatMap((role) => PLACES[role])]);
  return (Object.keys(DESK_PLACES) as DeskPlaceKey[]).filter((key) => mine.has(key));
}

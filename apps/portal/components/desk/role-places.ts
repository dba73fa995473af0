import type { Mode } from "@ttx/domain/shared/config";
import type { Role } from "@ttx/domain/shared/roles";
import { DESK_PLACES, type DeskPlaceKey } from "./desk-places.tsx";

/** The few places of each role. What may be done there is the policy's matter; this only spares people the doors that lead nowhere. */
const PLACES: Readonly<Record<Role, readonly DeskPlaceKey[]>> = {
  ORG_ADMIN: ["notices", "incomeShares", "exportControl", "secrecy"],
  SELLER: ["following", "results", "listings", "negotiations", "mandates", "notices", "auctions", "deals", "useFirst", "contracts", "performance", "explanations", "incomeShares", "exportControl", "expertReviews"],
  BUYER: ["following", "demands", "intents", "negotiations", "mandates", "notices", "auctions", "deals", "useFirst", "performance"],
  TECHNOLOGY_MANAGER: ["following", "pipeline", "mandates", "negotiations", "expertReviews"],
  VENUE_OPERATOR: ["listingReview", "auctions", "deals", "forfeits", "extensions"],
  VENUE_REVIEWER: ["listingReview", "auctions", "deals", "forfeits", "exportControl", "secrecy"],
  AUCTIONEER: ["auctions"],
  VENUE_FINANCE: ["money", "deals", "forfeits"],
  NOTARY: ["auctions"],
  REGISTRAR: ["recognition", "registrations", "inspections", "statistics"],
  RECOGNITION_REVIEWER: ["secondReview", "recognition", "registrations", "inspections", "statistics"],
  ADMINISTRATOR: ["review", "appeals", "registrations", "inspections", "officePerformance", "delegation", "statistics", "risk", "organisations", "incomeShares", "secrecy"],
  NATIONAL_ADMINISTRATOR: ["registrations", "officePerformance", "delegation", "statistics", "risk", "organisations", "audit", "extensions"],
  AUDITOR: ["registrations", "inspections", "officePerformance", "audit", "roomRecords", "risk", "statistics", "organisations", "incomeShares", "secrecy"],
  OPERATIONS: ["operations", "clock", "mailbox"],
};

/** These do not exist in production. */
const DEMO_ONLY: ReadonlySet<DeskPlaceKey> = new Set<DeskPlaceKey>(["clock", "mailbox"]);

/** What needs doing first, then the places of all roles one has, in the order of the table of places, then one's organisation and account. */
export function placesOf(roles: readonly Role[], mode: Mode = "production"): readonly DeskPlaceKey[] {
  const mine = new Set<DeskPlaceKey>(["today", "colleagues", "settings", ...roles.flatMap((role) => PLACES[role])]);
  return (Object.keys(DESK_PLACES) as DeskPlaceKey[]).filter((key) => mine.has(key) && (mode !== "production" || !DEMO_ONLY.has(key)));
}

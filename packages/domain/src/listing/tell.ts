import { notifyOrganisation, type NotificationKind } from "../notification/index.ts";
import { dayOf, startOfDay } from "../shared/clock.ts";
import type { Context } from "../shared/use-case.ts";
import type { Listing } from "./listing.repository.ts";

/** "2025-10-14 17:00", Beijing time. */
export function minuteText(instant: Date): string {
  const on = dayOf(instant);
  const minutes = Math.floor((instant.getTime() - startOfDay(on).getTime()) / 60_000);
  return `${on} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

type Words = Readonly<Record<string, string>>;
const naming = (listing: Listing): Words => ({ listing: listing.no, title: listing.result.title });

export function tellSeller(ctx: Context, listing: Listing, kind: NotificationKind, params: Words = {}): Promise<void> {
  return notifyOrganisation(ctx, listing.sellerId, ["SELLER"], { kind, params: { ...naming(listing), ...params }, link: `/desk/listings/${listing.id}` });
}

export function tellVenue(ctx: Context, listing: Listing, roles: readonly ("VENUE_REVIEWER" | "VENUE_OPERATOR" | "AUCTIONEER")[], kind: NotificationKind, params: Words = {}): Promise<void> {
  return notifyOrganisation(ctx, listing.venueId, roles, { kind, params: { ...naming(listing), ...params }, link: `/desk/listing-review/${listing.id}` });
}

export function tellBuyer(ctx: Context, listing: Listing, buyerId: string, kind: NotificationKind, params: Words = {}): Promise<void> {
  return notifyOrganisation(ctx, buyerId, ["BUYER"], { kind, params: { ...naming(listing), ...params }, link: "/desk/intents" });
}

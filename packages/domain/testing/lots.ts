import type { PersonActor } from "../src/shared/actor.ts";
import { SYSTEM } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import { openAuction } from "../src/auction/open-auction.ts";
import { scheduleAuction } from "../src/auction/schedule-auction.ts";
import { recognisePriority, type DraftListingInput } from "../src/listing/index.ts";
import { moveClockTo } from "./clock.ts";
import { aListedListing, anAdmittedIntent, aVenue, endThePeriod, type ListingOptions, type PublishedListing, type TestVenue } from "./listings.ts";
import { anOrigin } from "./origin.ts";
import { aPerson } from "./people.ts";

export type LotBidder = { readonly actor: PersonActor; readonly bidderNo: string; readonly intentId: string };
export type AnnouncedLot = { readonly auctionId: string; readonly listing: PublishedListing; readonly venue: TestVenue; readonly bidders: readonly LotBidder[] };

export type AnnouncedLotOptions = {
  readonly bidding?: DraftListingInput["bidding"];
  readonly promise?: DraftListingInput["promise"];
  readonly venue?: TestVenue;
  readonly bidders?: number;
  /** Ranks of the first bidders' priority rights. */
  readonly ranks?: readonly number[];
  readonly listing?: ListingOptions;
};

/** A venue whose announcement periods last a day, so that many lots fit into the calendars on file. */
export async function aQuickVenue(deps: Deps): Promise<TestVenue> {
  const venue = await aVenue(deps);
  const value = { announcementMinWorkingDays: { STATE_INSTITUTE: 1, STATE_OWNED_ENTERPRISE: 1, PRIVATE: 1 } };
  await deps.db.parameter.create({ data: { key: "listing.venue", scope: venue.id, version: 1, effectiveFrom: new Date(0), reason: "测试", value } });
  return venue;
}

/** A lot that went all the way from its listing: announced at 2 000 000 yuan, bidders admitted with deposits, bidding scheduled. */
export async function anAnnouncedLot(deps: Deps, options: AnnouncedLotOptions = {}): Promise<AnnouncedLot> {
  const venue = options.venue ?? (await aQuickVenue(deps));
  const ladder = [{ from: "0", step: "100000" }];
  const listing = await aListedListing(deps, {
    venue,
    price: "2000000",
    workingDays: 1,
    bidding: { startDelaySeconds: 60, freeDurationSeconds: 600, incrementTable: ladder, ...options.bidding },
    ...(options.promise ? { promise: options.promise } : {}),
    ...options.listing,
  });
  const bidders: LotBidder[] = [];
  for (let i = 0; i < (options.bidders ?? 3); i += 1) {
    const intent = await anAdmittedIntent(deps, listing);
    bidders.push({ actor: intent.buyer, bidderNo: intent.bidderNo, intentId: intent.id });
    const rank = options.ranks?.[i];
    if (rank !== undefined) await execute(deps, recognisePriority, venue.reviewer, { intentId: intent.id, ground: "COMPLETER", rank }, anOrigin());
  }
  await endThePeriod(deps, listing);
  const { auctionId } = await execute(deps, scheduleAuction, SYSTEM, { listingId: listing.id, effectiveAt: listing.periodEndsAt }, anOrigin());
  return { auctionId, listing, venue, bidders };
}

/** The same, with its start come. */
export async function aRunningLot(deps: Deps, options: AnnouncedLotOptions = {}): Promise<AnnouncedLot> {
  const lot = await anAnnouncedLot(deps, options);
  const { freeStartsAt } = await deps.db.auction.findUniqueOrThrow({ where: { id: lot.auctionId } });
  await moveClockTo(deps, freeStartsAt);
  await execute(deps, openAuction, SYSTEM, { auctionId: lot.auctionId, dueAt: freeStartsAt }, anOrigin());
  return lot;
}

export function anotherPersonOf(deps: Deps, { actor }: LotBidder, roles: Parameters<typeof aPerson>[2]): Promise<PersonActor> {
  return aPerson(deps, actor.organisation!, roles);
}

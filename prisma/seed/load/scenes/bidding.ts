import { openBidDesk } from "@ttx/domain/auction";
import type { PersonActor } from "@ttx/domain/shared/actor";
import type { Stage } from "../stage.ts";
import { admitBuyer, listOffer, publishedFor, type Offer, type Offered } from "./offering.ts";

export const MINUTE = 60_000;
export const HOUR = 3_600;
export const DAY = 24 * HOUR;
export const LADDER = [{ from: "0", step: "20000" }, { from: "5000000", step: "50000" }];

export type Buyers = readonly [PersonActor, PersonActor, PersonActor];
export const buyersOf = (stage: Stage): Buyers => [stage.who("firm-yuyue-env", "buyer"), stage.who("firm-jiahe-battery", "buyer"), stage.who("firm-sz-storage", "buyer")];

export type AnnouncedLot = Offered & { readonly auctionId: string; readonly startsAt: Date; readonly endsAt: Date };
type Before = (offered: Offered, intents: readonly string[]) => Promise<void>;

/** Listings whose period is over and that two or more want: their lots are scheduled, or open already. `before` is what happens while they are listed. */
export async function bringAllToBidding(stage: Stage, offers: readonly Offer[], hoursOver: number, buyers: readonly PersonActor[], before?: Before): Promise<AnnouncedLot[]> {
  await stage.daysAgo(await publishedFor(stage, offers[0]!.workingDays, hoursOver));
  const listed = [];
  for (const offer of offers) listed.push(await listOffer(stage, offer));
  const { periodEndsAt } = listed[0]!;
  await stage.at(new Date(periodEndsAt.getTime() - DAY * 1_000));
  for (const offered of listed) {
    const intents = [];
    for (const buyer of buyers) intents.push(await admitBuyer(stage, offered, buyer));
    await before?.(offered, intents);
  }
  await stage.at(new Date(periodEndsAt.getTime() + MINUTE));
  await stage.settle();
  const lots = [];
  for (const offered of listed) {
    const lot = await stage.deps.db.auction.findFirstOrThrow({ where: { listingId: offered.listingId } });
    lots.push({ ...offered, auctionId: lot.id, startsAt: lot.freeStartsAt, endsAt: lot.endsAt });
  }
  return lots;
}

export async function bringToBidding(stage: Stage, offer: Offer, hoursOver: number, buyers: readonly PersonActor[], before?: Before): Promise<AnnouncedLot> {
  const [lot] = await bringAllToBidding(stage, [offer], hoursOver, buyers, before);
  return lot!;
}

/** So long after its start, everything that follows by itself has followed. */
export async function minutesIn(stage: Stage, { startsAt }: AnnouncedLot, minutes: number): Promise<void> {
  await stage.at(new Date(startsAt.getTime() + minutes * MINUTE));
  await stage.settle();
}

export async function bid(stage: Stage, auctionId: string, ladder: readonly (readonly [buyer: PersonActor, amount: string])[]): Promise<void> {
  const desk = openBidDesk(stage.deps);
  for (const [buyer, amount] of ladder) {
    const { verdict } = await desk.place(buyer, { auctionId, amount, requestId: `demo-bid-${amount}` }, stage.origin());
    if (verdict !== "ACCEPTED") throw new Error(`a bid of the demo country was ${verdict}`);
  }
}

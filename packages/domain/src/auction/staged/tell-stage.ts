import { notifyOrganisation } from "../../notification/index.ts";
import { shanghaiTime } from "../../shared/clock.ts";
import { toYuanText } from "../../shared/money.ts";
import type { Context } from "../../shared/use-case.ts";
import type { Lot } from "../auction.repository.ts";
import { currentRound, type Course } from "./course.ts";

/**
 * A stage has begun: whoever has something to do in it is told, with the time that he has. A bid that nobody opens is invalid, so nobody may have to
 * find out by himself that it is time to. Trading §5.7, §5.9.
 */
export async function tellStage(ctx: Context, lot: Lot, course: Course): Promise<void> {
  const round = currentRound(course);
  const link = `/desk/auctions/${lot.id}`;
  const params = { title: lot.listing.result.title, endsAt: shanghaiTime(course.endsAt) };
  const tellBidders = (numbers: readonly string[] | undefined, message: { readonly kind: "auction.stage-opening" | "auction.next-round" | "auction.best-bid"; readonly more?: Readonly<Record<string, string>> }) =>
    tellNumbers(ctx, lot, numbers, { kind: message.kind, params: { ...params, ...message.more }, link });
  switch (course.stage) {
    case "SCORING":
      return notifyOrganisation(ctx, lot.listing.venueId, ["VENUE_REVIEWER"], { kind: "auction.to-score", params: { title: params.title }, link });
    case "REVEAL":
      await tellBidders([...round!.commits.keys()], { kind: "auction.stage-opening" });
      return tellKeepers(ctx, lot, course, { kind: "auction.to-open", params, link });
    case "SEALED":
      return tellBidders(round!.among, { kind: "auction.next-round", more: { floor: toYuanText(round!.floorFen) } });
    case "BEST":
      return tellBidders(course.taken ? [course.taken.bidderNo] : [], { kind: "auction.best-bid" });
  }
}

/** The keys did not open somebody's bid: he is told while he still can open it himself. */
export function tellNotOpened(ctx: Context, lot: Lot, course: Course, bidderNo: string): Promise<void> {
  return tellNumbers(ctx, lot, [bidderNo], { kind: "auction.bid-not-opened", params: { title: lot.listing.result.title, endsAt: shanghaiTime(course.endsAt) }, link: `/desk/auctions/${lot.id}` });
}

type Message = Parameters<typeof notifyOrganisation>[3];

/** Those with these numbers; all bidders of the lot where none are named. */
async function tellNumbers(ctx: Context, lot: Lot, numbers: readonly string[] | undefined, message: Message): Promise<void> {
  const bidders = await ctx.tx.auctionBidder.findMany({ where: { auctionId: lot.id, ...(numbers ? { bidderNo: { in: [...numbers] } } : {}) }, select: { buyerId: true }, orderBy: { bidderNo: "asc" } });
  for (const { buyerId } of bidders) await notifyOrganisation(ctx, buyerId, ["BUYER"], message);
}

/** The two who keep the keys of the sealed bids. */
async function tellKeepers(ctx: Context, lot: Lot, { terms }: Course, message: Message): Promise<void> {
  const keys = terms.procedure?.sealed?.keys;
  if (!keys) return;
  await notifyOrganisation(ctx, lot.listing.venueId, ["AUCTIONEER"], message);
  const notary = await ctx.tx.openingKey.findFirst({ where: { venueId: lot.listing.venueId, fingerprint: keys.notary.fingerprint, holder: "NOTARY" }, select: { holderOrgId: true } });
  if (notary) await notifyOrganisation(ctx, notary.holderOrgId, ["NOTARY"], message);
}

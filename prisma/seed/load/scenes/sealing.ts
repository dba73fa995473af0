import { acceptKey, announcementFrom, commitBid, layOpen, readBoxes, registerKey, revealBid, scorePlan } from "@ttx/domain/auction";
import { openHalves, sealBid, type SealedBidParts } from "@ttx/domain/auction/client";
import { organisationOf, type PersonActor } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { parseYuan } from "@ttx/domain/shared/money";
import { DEMO_OPENING_KEYS, publicHalf } from "../../content/opening-keys.ts";
import type { Stage } from "../stage.ts";
import type { AnnouncedLot } from "./bidding.ts";

const VENUE = "venue-zhejiang";
export const notaryOf = (stage: Stage): PersonActor => stage.who("agency-hz-notary", "notary");
export const auctioneerOf = (stage: Stage): PersonActor => stage.who(VENUE, "auctioneer");

/** Exchange and notary have registered their keys: lots announced from here on are sealed to both. */
export async function registerOpeningKeys(stage: Stage): Promise<void> {
  const venueId = stage.organisationId(VENUE);
  await stage.act(registerKey, auctioneerOf(stage), { venueId, publicKey: publicHalf(DEMO_OPENING_KEYS.venue) });
  const { keyId } = await stage.act(registerKey, notaryOf(stage), { venueId, publicKey: publicHalf(DEMO_OPENING_KEYS.notary) });
  await stage.act(acceptKey, stage.who(VENUE, "operator"), { keyId });
}

export type SealedBid = { readonly buyer: PersonActor; readonly amount: string; readonly parts: SealedBidParts };
type BidToMake = readonly [buyer: PersonActor, amount: string, plan?: string];

/** Each of them hands in a sealed bid, made as in his own browser. */
export async function commitAll(stage: Stage, { auctionId }: AnnouncedLot, bids: readonly BidToMake[]): Promise<SealedBid[]> {
  const lot = await stage.deps.db.auction.findUniqueOrThrow({ where: { id: auctionId }, include: { bidders: true } });
  const keys = announcementFrom(lot.announcement).procedure?.sealed?.keys ?? null;
  const made: SealedBid[] = [];
  for (const [buyer, amount, plan = ""] of bids) {
    const { bidderNo } = lot.bidders.find(({ buyerId }) => buyerId === organisationOf(buyer)!.id)!;
    const parts = await sealBid({ procedureId: auctionId, bidderNo, amountFen: String(parseYuan(amount)) }, keys && { venue: keys.venue.jwk, notary: keys.notary.jwk });
    const { verdict } = await stage.act(commitBid, buyer, { auctionId, commitment: parts.commitment, box: parts.box, plan });
    if (verdict !== "ACCEPTED") throw new Error(`a sealed bid of the demo country was ${verdict}`);
    made.push({ buyer, amount, parts });
  }
  return made;
}

export async function revealAll(stage: Stage, { auctionId }: AnnouncedLot, bids: readonly SealedBid[]): Promise<void> {
  for (const { buyer, amount, parts } of bids) await stage.act(revealBid, buyer, { auctionId, amount, nonce: parts.nonce });
}

/** Exchange and notary lay their halves open, as each would in its own browser. */
export async function openByKeys(stage: Stage, { auctionId }: AnnouncedLot): Promise<void> {
  for (const [holder, key] of [[auctioneerOf(stage), DEMO_OPENING_KEYS.venue], [notaryOf(stage), DEMO_OPENING_KEYS.notary]] as const) {
    const { halves } = await read(stage.deps, readBoxes, holder, { auctionId });
    await stage.act(layOpen, holder, { auctionId, shares: await openHalves(key, halves) });
  }
}

/** The reviewer's points for a plan, in the order of the announced items. */
export async function scoreOne(stage: Stage, { auctionId }: AnnouncedLot, buyer: PersonActor, points: readonly number[]): Promise<void> {
  const { bidderNo } = await stage.deps.db.auctionBidder.findUniqueOrThrow({ where: { auctionId_buyerId: { auctionId, buyerId: organisationOf(buyer)!.id } } });
  await stage.act(scorePlan, stage.who(VENUE, "reviewer"), { auctionId, bidderNo, points: Object.fromEntries(points.map((value, i) => [`Q${i + 1}`, value * 100])) });
}

/** The running stage of a lot comes to its end. */
export async function endOfStage(stage: Stage, { auctionId }: AnnouncedLot): Promise<void> {
  const { stageEndsAt } = await stage.deps.db.auction.findUniqueOrThrow({ where: { id: auctionId }, select: { stageEndsAt: true } });
  await stage.at(new Date(stageEndsAt!.getTime() + 1_000));
  await stage.settle();
}

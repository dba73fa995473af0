import { z } from "zod";
import { organisationOf, personIdOf } from "../../shared/actor.ts";
import { DomainError, notFound, refuse } from "../../shared/errors.ts";
import { Id } from "../../shared/input.ts";
import { defineQuery, defineUseCase, type Context, type ReadContext } from "../../shared/use-case.ts";
import { announcementFrom } from "../announcement.ts";
import { currentRound, type Course } from "./course.ts";
import { halvesBody, openedByKeys, wrongHalves, type Boxes, type OpeningKeys } from "./halves.ts";
import { isRevealing } from "./judge.ts";
import { PART_OF, SealedBox, type KeyHolder } from "./sealed-box.ts";
import { append, courseOf, lockStaged, saveStaged, type StagedLot } from "./staged-lot.ts";
import { tellNotOpened } from "./tell-stage.ts";

const Half = z.string().max(1_000).regex(/^[A-Za-z0-9+/]+=*$/);
export const LayOpenInput = z.object({ auctionId: Id, shares: z.record(z.string().max(20), Half) });

type Lot = { readonly listing: { readonly venueId: string } };

function keysOf({ terms }: { readonly terms: Pick<Course["terms"], "procedure"> }): OpeningKeys {
  const keys = terms.procedure?.sealed?.keys;
  if (!keys) throw new DomainError("NO_OPENING_KEYS", "refused");
  return keys;
}

/** Who holds the keys of a lot, by the fingerprints in its announcement. */
async function holdersOf(db: ReadContext["db"] | Context["tx"], keys: OpeningKeys, { listing }: Lot) {
  const notary = await db.openingKey.findFirst({ where: { venueId: listing.venueId, fingerprint: keys.notary.fingerprint, holder: "NOTARY" }, select: { holderOrgId: true } });
  return { venueId: listing.venueId, counterpartyId: notary?.holderOrgId ?? null };
}

/** The encrypted halves of the keys, for their holder, once the round's end has come and never before. */
export const readBoxes = defineQuery("auction.read-boxes", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const lot = (await ctx.db.auction.findUnique({ where: { id: auctionId }, include: { listing: { select: { venueId: true } } } })) ?? notFound("auction", auctionId);
  const keys = keysOf({ terms: announcementFrom(lot.announcement) });
  const facts = await holdersOf(ctx.db, keys, lot);
  ctx.authorise(facts);
  const course = await courseOf(ctx.db, lot); // open procedures have none, and no keys either
  const holder: KeyHolder = organisationOf(ctx.actor)?.id === facts.venueId ? "VENUE" : "NOTARY";
  const part = PART_OF[holder];
  const shown = { holder, modulus: keys[part].jwk["n"]! };
  if (course.stage !== "REVEAL") return { ...shown, isOpen: false, laidOpen: false, otherLaidOpen: false, halves: [] };
  const { no, laidOpen } = currentRound(course)!;
  const boxes = await boxesOf(ctx.db, auctionId, no);
  return { ...shown, isOpen: true, laidOpen: laidOpen.has(holder), otherLaidOpen: laidOpen.has(otherThan(holder)), halves: [...boxes].map(([bidderNo, box]) => ({ bidderNo, half: box[part] })) };
});

const otherThan = (holder: KeyHolder): KeyHolder => (holder === "VENUE" ? "NOTARY" : "VENUE");

async function boxesOf(db: ReadContext["db"] | Context["tx"], auctionId: string, round: number): Promise<Boxes> {
  const bids = await db.sealedBid.findMany({ where: { auctionId, round }, orderBy: { bidderNo: "asc" } });
  return new Map(bids.map(({ bidderNo, box }) => [bidderNo, SealedBox.parse(box)]));
}

/**
 * A holder lays open his halves of the keys (开标): for every bid the one that was sealed to his announced key, or nothing is taken. With both
 * holders' halves the bids that their bidders have not opened themselves are opened, each checked against its commitment; what does not match is
 * invalid. Trading §5.7.
 */
export const layOpen = defineUseCase("auction.lay-open", LayOpenInput, async (ctx, { auctionId, shares }) => {
  const staged = await lockStaged(ctx, auctionId);
  const { lot, course } = staged;
  const keys = keysOf(course);
  const facts = await holdersOf(ctx.tx, keys, lot);
  ctx.authorise(facts);
  const at = ctx.clock.now();
  if (!isRevealing(course, at)) throw new DomainError("NOT_REVEALING", "conflict");
  const holder: KeyHolder = organisationOf(ctx.actor)?.id === facts.venueId ? "VENUE" : "NOTARY";
  const { no: round, laidOpen } = currentRound(course)!;
  if (laidOpen.has(holder)) throw new DomainError("LAID_OPEN_ALREADY", "conflict");
  const boxes = await boxesOf(ctx.tx, auctionId, round);
  const wrong = wrongHalves(keys, holder, boxes, shares);
  if (wrong.length > 0) refuse(`HALF_WRONG_${holder}`, { bidders: wrong.join(", ") });
  const halves = Object.fromEntries([...boxes.keys()].map((bidderNo) => [bidderNo, shares[bidderNo]!]));
  // Of a round that was half open when halves began to be checked, an unchecked half stands here already.
  await ctx.tx.keyShare.createMany({ data: { auctionId, round, holder, shares: halves, personId: personIdOf(ctx.actor) ?? facts.venueId, at }, skipDuplicates: true });
  const laid = await append(ctx, staged, { kind: "LAID_OPEN", at, body: halvesBody(holder, halves) });
  const isOpened = laidOpen.has(otherThan(holder));
  const after = isOpened ? await openAll(ctx, laid, boxes) : laid;
  ctx.record({ type: "auction", id: auctionId, divisionCode: lot.divisionCode, after: { laidOpen: holder, round, opened: after.lot.sequence - laid.lot.sequence } });
  return { state: await saveStaged(ctx, lot, after), isOpened };
});

async function openAll(ctx: Context, staged: StagedLot, boxes: Boxes): Promise<StagedLot> {
  let current = staged;
  for (const [bidderNo, box] of boxes) {
    if (currentRound(current.course)!.reveals.has(bidderNo)) continue;
    const at = ctx.clock.now();
    const opened = openedByKeys(current.course, bidderNo, box, at)!;
    current = await append(ctx, current, { kind: "REVEALED", at, bidderNo, ...opened });
    if (opened.verdict !== "ACCEPTED") await tellNotOpened(ctx, current.lot, current.course, bidderNo);
  }
  return current;
}

/** Whether the caller holds one of the two keys of a lot. */
export async function mayLayOpen(ctx: ReadContext, auctionId: string): Promise<boolean> {
  const lot = await ctx.db.auction.findUnique({ where: { id: auctionId }, include: { listing: { select: { venueId: true } } } });
  const keys = lot === null ? null : announcementFrom(lot.announcement).procedure?.sealed?.keys;
  return lot !== null && keys ? ctx.may("auction.lay-open", await holdersOf(ctx.db, keys, lot)) : false;
}

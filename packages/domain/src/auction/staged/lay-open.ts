import { createDecipheriv } from "node:crypto";
import { z } from "zod";
import { organisationOf, personIdOf } from "../../shared/actor.ts";
import { DomainError, notFound } from "../../shared/errors.ts";
import { Id } from "../../shared/input.ts";
import { fen } from "../../shared/money.ts";
import { defineQuery, defineUseCase, type Context, type ReadContext } from "../../shared/use-case.ts";
import { announcementFrom } from "../announcement.ts";
import type { ProcedureTerms } from "../procedure-terms.schema.ts";
import { SealedBox } from "./commit-bid.ts";
import { currentRound, type Course } from "./course.ts";
import { judgeReveal } from "./judge.ts";
import { append, courseOf, lockStaged, saveStaged, type StagedLot } from "./staged-lot.ts";
import { tellNotOpened } from "./tell-stage.ts";

const Share = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
export const LayOpenInput = z.object({ auctionId: Id, shares: z.record(z.string().max(20), Share) });

type Keys = NonNullable<NonNullable<ProcedureTerms["sealed"]>["keys"]>;
type Lot = { readonly listing: { readonly venueId: string } };

function keysOf({ terms }: { readonly terms: Pick<Course["terms"], "procedure"> }): Keys {
  const keys = terms.procedure?.sealed?.keys;
  if (!keys) throw new DomainError("NO_OPENING_KEYS", "refused");
  return keys;
}

/** Who holds the keys of a lot, by the fingerprints in its announcement. */
async function holdersOf(db: ReadContext["db"] | Context["tx"], keys: Keys, { listing }: Lot) {
  const notary = await db.openingKey.findFirst({ where: { venueId: listing.venueId, fingerprint: keys.notary.fingerprint, holder: "NOTARY" }, select: { holderOrgId: true } });
  return { venueId: listing.venueId, counterpartyId: notary?.holderOrgId ?? null };
}

/** The encrypted halves of the keys, for their holder, once the round's end has come and never before. */
export const readBoxes = defineQuery("auction.read-boxes", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const lot = (await ctx.db.auction.findUnique({ where: { id: auctionId }, include: { listing: { select: { venueId: true } } } })) ?? notFound("auction", auctionId);
  const facts = await holdersOf(ctx.db, keysOf({ terms: announcementFrom(lot.announcement) }), lot);
  ctx.authorise(facts);
  const course = await courseOf(ctx.db, lot); // open procedures have none, and no keys either
  const holder: "VENUE" | "NOTARY" = organisationOf(ctx.actor)?.id === facts.venueId ? "VENUE" : "NOTARY";
  if (course.stage !== "REVEAL") return { holder, isOpen: false, laidOpen: false, otherLaidOpen: false, halves: [] };
  const round = currentRound(course)!.no;
  const shares = await ctx.db.keyShare.findMany({ where: { auctionId, round }, select: { holder: true } });
  const laidOpen = shares.some((share) => share.holder === holder);
  const bids = await ctx.db.sealedBid.findMany({ where: { auctionId, round }, orderBy: { bidderNo: "asc" } });
  return { holder, isOpen: true, laidOpen, otherLaidOpen: shares.some((share) => share.holder !== holder), halves: bids.map(({ bidderNo, box }) => ({ bidderNo, half: SealedBox.parse(box)[holder === "VENUE" ? "venue" : "notary"] })) };
});

/**
 * A holder lays open his half of the keys (开标). With both halves the bids that their bidders have not opened themselves are opened, each checked
 * against its commitment; what does not match is invalid. Trading §5.7.
 */
export const layOpen = defineUseCase("auction.lay-open", LayOpenInput, async (ctx, { auctionId, shares }) => {
  const staged = await lockStaged(ctx, auctionId);
  const { lot, course } = staged;
  const facts = await holdersOf(ctx.tx, keysOf(course), lot);
  ctx.authorise(facts);
  if (course.stage !== "REVEAL") throw new DomainError("NOT_REVEALING", "conflict");
  const holder = organisationOf(ctx.actor)?.id === facts.venueId ? "VENUE" : "NOTARY";
  const round = currentRound(course)!.no;
  const known = await ctx.tx.keyShare.findMany({ where: { auctionId, round } });
  if (known.some((share) => share.holder === holder)) throw new DomainError("LAID_OPEN_ALREADY", "conflict");
  await ctx.tx.keyShare.create({ data: { auctionId, round, holder, shares, personId: personIdOf(ctx.actor) ?? facts.venueId, at: ctx.clock.now() } });
  const other = known.find((share) => share.holder !== holder);
  const after = other ? await openAll(ctx, staged, shares, other.shares as Record<string, string>) : staged;
  ctx.record({ type: "auction", id: auctionId, divisionCode: lot.divisionCode, after: { laidOpen: holder, round, opened: after.lot.sequence - lot.sequence } });
  return { state: await saveStaged(ctx, lot, after), isOpened: other !== undefined };
});

async function openAll(ctx: Context, staged: StagedLot, one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): Promise<StagedLot> {
  const round = currentRound(staged.course)!.no;
  let current = staged;
  for (const { bidderNo, box } of await ctx.tx.sealedBid.findMany({ where: { auctionId: staged.lot.id, round }, orderBy: { bidderNo: "asc" } })) {
    if (currentRound(current.course)!.reveals.has(bidderNo)) continue;
    const opened = openBox(SealedBox.parse(box), one[bidderNo], other[bidderNo]);
    const at = ctx.clock.now();
    const common = { kind: "REVEALED", at, bidderNo } as const;
    if (!opened) {
      current = await append(ctx, current, { ...common, verdict: "REFUSED", reason: "BOX_UNREADABLE", body: { by: "KEYS" } });
      await tellNotOpened(ctx, current.lot, current.course, bidderNo);
      continue;
    }
    const judgement = judgeReveal(current.course, bidderNo, opened, at);
    const verdict = judgement === "ACCEPTED" ? ({ verdict: "ACCEPTED" } as const) : ({ verdict: "REFUSED", reason: judgement } as const);
    current = await append(ctx, current, { ...common, ...verdict, amountFen: fen(opened.amountFen), body: { nonce: opened.nonce, by: "KEYS" } });
    if (judgement !== "ACCEPTED") await tellNotOpened(ctx, current.lot, current.course, bidderNo);
  }
  return current;
}

const TAG_BYTES = 16;

/** Joins the halves and decrypts; undefined for anything that is not a bid. */
export function openBox({ iv, text }: SealedBox, one: string | undefined, other: string | undefined): { readonly amountFen: bigint; readonly nonce: string } | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [a, b, sealed] = [Buffer.from(one, "base64"), Buffer.from(other, "base64"), Buffer.from(text, "base64")];
  try {
    const decipher = createDecipheriv("aes-256-gcm", Buffer.from(a.map((byte, at) => byte ^ b[at]!)), Buffer.from(iv, "base64"));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
    const [amount, nonce] = plain.split("\n");
    return amount !== undefined && nonce !== undefined && /^\d{1,18}$/.test(amount) ? { amountFen: BigInt(amount), nonce } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the caller holds one of the two keys of a lot. */
export async function mayLayOpen(ctx: ReadContext, auctionId: string): Promise<boolean> {
  const lot = await ctx.db.auction.findUnique({ where: { id: auctionId }, include: { listing: { select: { venueId: true } } } });
  const keys = lot === null ? null : announcementFrom(lot.announcement).procedure?.sealed?.keys;
  return lot !== null && keys ? ctx.may("auction.lay-open", await holdersOf(ctx.db, keys, lot)) : false;
}

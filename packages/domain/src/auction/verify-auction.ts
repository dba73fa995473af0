import { z } from "zod";
import { Id } from "../shared/input.ts";
import { notFound } from "../shared/errors.ts";
import { signingKeyOf } from "../shared/signing-key.ts";
import { defineQuery } from "../shared/use-case.ts";
import { announcementFrom } from "./announcement.ts";
import { genesisHash } from "./auction.chain.ts";
import { isAuctionOver, isPlaceTold } from "./auction.queries.ts";
import { logOf } from "./auction.repository.ts";
import { entryOfRow } from "./log-row.ts";
import { signatureFaults, type RecordSigner } from "./record-statement.ts";
import { openingsIn } from "./staged/halves.ts";
import { verifyLog } from "./verify-log.ts";

/**
 * Replays the whole log of a lot from its announcement and compares the outcome with what was declared: winner, price and end, or the
 * first entry that does not fit. Trading §9.7. Anyone may ask; the log itself is public once the lot is over.
 */
export const verifyAuction = defineQuery("auction.verify", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  ctx.authorise();
  const lot = await ctx.db.auction.findUnique({ where: { id: auctionId }, include: { signatures: { orderBy: { no: "asc" } } } });
  if (!lot) notFound("auction", auctionId);
  const announcement = announcementFrom(lot.announcement);
  const log = (await logOf(ctx.db, auctionId)).map(entryOfRow);
  const replayed = verifyLog(announcement, log);
  const isOver = isAuctionOver(lot.state);
  const isSealed = lot.stage !== null && !isOver;
  // Of a running lot under seal the head at the end of the stage before is published: it has to stand in the log, not at its end.
  const heads = isSealed ? [lot.announcementHash, ...log.map(({ hash }) => hash)] : [log.at(-1)?.hash ?? lot.announcementHash];
  const isPublishedHead = (head: string): boolean => heads.includes(head);
  const platform = signingKeyOf(ctx.config.secretKey);
  const faults = [
    ...(genesisHash(announcement) === lot.announcementHash ? [] : ["ANNOUNCEMENT_CHANGED"]),
    ...(replayed.brokenLink === undefined ? [] : [`LINK_BROKEN_AT_${replayed.brokenLink}`]),
    ...(replayed.firstBadEntry === undefined ? [] : [`RULE_BROKEN_AT_${replayed.firstBadEntry}`]),
    ...(isOver && replayed.owesLimitedPeriod ? ["LIMITED_PERIOD_MISSING"] : []),
    ...(isPublishedHead(lot.chainHead) ? [] : ["HEAD_DIFFERS"]),
    ...((replayed.winner ?? null) === lot.leaderNo ? [] : ["WINNER_DIFFERS"]),
    ...((replayed.priceFen ?? null) === lot.currentFen ? [] : ["PRICE_DIFFERS"]),
    ...(replayed.endsAt.getTime() === lot.endsAt.getTime() ? [] : ["END_DIFFERS"]),
    ...signatureFaults({ auctionNo: lot.no, announcementHash: lot.announcementHash, endsAt: lot.endsAt, platformKey: platform.publicKey, hashes: log.map(({ hash }) => hash) }, lot.signatures),
  ];
  return {
    auctionId,
    no: lot.no,
    state: lot.state,
    genuine: faults.length === 0,
    faults,
    entries: isSealed ? lot.sequence : log.length,
    winner: replayed.winner ?? null,
    priceFen: replayed.priceFen ?? null,
    endsAt: replayed.endsAt,
    chainHead: lot.chainHead,
    announcementHash: lot.announcementHash,
    announcement: lot.announcement,
    openings: isOver ? openingsIn(announcement, log) : [],
    log: isOver ? log.map(asHashed) : null,
    keyFingerprint: platform.fingerprint,
    signatures: lot.signatures.map(({ no, role, bidderNo, priceFen, entries, chainHead, account, signedAt, publicKey, signature }) => ({ no, role: role as RecordSigner, bidderNo, priceInFen: String(priceFen), entries, chainHead, account, signedAt, publicKey, signature })),
  };
});

/** In fen, as it was hashed: amounts of the log are not turned into yuan on the wire. */
function asHashed(entry: ReturnType<typeof entryOfRow>) {
  if (!("amountFen" in entry)) return entry;
  const { amountFen, ...rest } = entry;
  return amountFen === undefined ? rest : { ...rest, amountInFen: String(amountFen) };
}

/** Whether a receipt's hash stands in the lot's log, and where. */
export const checkReceipt = defineQuery("auction.verify", z.object({ auctionId: Id, hash: z.string().regex(/^[0-9a-f]{64}$/) }), async (ctx, { auctionId, hash }) => {
  ctx.authorise();
  const entry = await ctx.db.bidLogEntry.findFirst({ where: { auctionId, hash }, select: { sequence: true, verdict: true, receivedAt: true, bidderNo: true, auction: { select: { stage: true, state: true } } } });
  if (entry === null) return { found: false as const };
  const { auction, sequence, ...rest } = entry;
  return { found: true as const, ...rest, sequence: isPlaceTold(auction) ? sequence : null };
});

import { z } from "zod";
import type { Prisma } from "../generated/client.ts";
import { Id } from "../shared/input.ts";
import { notFound } from "../shared/errors.ts";
import { decodeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { announcementFrom } from "./announcement.ts";
import { nextMinimum } from "./increment.rules.ts";
import { AUCTION_DUE } from "./auction.due.ts";
import { mayLayOpen } from "./staged/lay-open.ts";
import { AUCTION_MOVES } from "./auction.machine.ts";
import type { ProcedureFormat } from "./procedure-terms.schema.ts";
import { mayStep } from "../shared/machine.ts";
import { clockRulesOf } from "./auction-clock.rules.ts";
import { WAITING_FOR_AUCTIONEER } from "./wait-for-auctioneer.ts";
import { demandShown, NOT_WITHHELD } from "../shared/withheld.ts";
import { mayReadConfirmation } from "./read-confirmation.ts";
import { publishedWinner } from "./published-winner.ts";
import { myPartIn } from "./staged/my-part.ts";
import { termsInForce } from "./terms.ts";

const RESULT = { id: true, title: true, titleEn: true, field: true, state: true } as const;
export const LOT_CARD = {
  id: true,
  no: true,
  state: true,
  round: true,
  format: true,
  startPriceFen: true,
  currentFen: true,
  acceptedCount: true,
  freeStartsAt: true,
  freeEndsAt: true,
  endsAt: true,
  closedAt: true,
  reserveMet: true,
  stage: true,
  stageEndsAt: true,
  divisionCode: true,
  announcement: true,
  listing: { select: { id: true, no: true, tradeMode: true, publishedAt: true, result: { select: RESULT }, seller: { select: { name: true, nameEn: true } }, venue: { select: { id: true, name: true, nameEn: true } } } },
} as const satisfies Prisma.AuctionSelect;
type CardRow = Prisma.AuctionGetPayload<{ select: typeof LOT_CARD }>;

/** live: bids are taken, or sealed ones laid open (CLOSED) · soon: announced · over: closed, sold or not. */
export const AUCTION_PHASES = { live: ["OPEN_FREE", "PAUSE", "OPEN_LIMITED", "FROZEN", "CLOSED"], soon: ["SCHEDULED"], over: ["PRIORITY_WAIT", "RESULT", "AWARDED", "FAILED", "ANNULLED"] } as const;

export function isAuctionOver(state: string): boolean {
  return (AUCTION_PHASES.over as readonly string[]).includes(state);
}

/** Whether a place in a lot's log may be told: in a running procedure in stages it would say how many sealed bids there are (trading §5.11). */
export function isPlaceTold({ stage, state }: { readonly stage: string | null; readonly state: string }): boolean {
  return stage === null || isAuctionOver(state);
}

export const AuctionSearchInput = PageInput.extend({
  phase: z.enum(["live", "soon", "over"]).default("live"),
  field: z.string().max(10).optional(),
});

export function lotCard({ announcement, listing: { result, ...listing }, ...row }: CardRow) {
  const { incrementTable, procedure } = announcementFrom(announcement);
  const { state: _ofResult, ...shown } = result;
  return { ...row, format: row.format as ProcedureFormat, listing, result: shown, fall: procedure?.fall ?? null, nextMinimumFen: nextMinimum(incrementTable, row.startPriceFen, row.currentFen ?? undefined) };
}

/** Lots by phase: what runs now by its end, what comes by its start, what is over newest first. */
export const searchAuctions = defineQuery("auction.search", AuctionSearchInput, async (ctx, { phase, field, limit, cursor }) => {
  ctx.authorise();
  const by = phase === "live" ? "endsAt" : phase === "soon" ? "freeStartsAt" : "endsAt";
  const order = phase === "over" ? "desc" : "asc";
  const position = decodeCursor(cursor, 2);
  const beyond = order === "asc" ? "gt" : "lt";
  const rows = await ctx.db.auction.findMany({
    where: {
      state: { in: [...AUCTION_PHASES[phase]] },
      listing: { result: { ...NOT_WITHHELD, ...(field === undefined ? {} : { field }) } },
      ...(position === null
        ? {}
        : { OR: [{ [by]: { [beyond]: new Date(position[0] as string) } }, { [by]: new Date(position[0] as string), id: { [beyond]: position[1] as string } }] }),
    },
    orderBy: [{ [by]: order }, { id: order }],
    take: limit + 1,
    select: LOT_CARD,
  });
  const page = pageOf(rows, limit, (row) => [row[by].toISOString(), row.id]);
  return { items: page.items.map(lotCard), nextCursor: page.nextCursor };
});

/** A lot as everybody may see it: terms, standing, times; numbers instead of names; the reserve only as met or not. */
export const readAuction = defineQuery("auction.read", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  ctx.authorise();
  const row = await ctx.db.auction.findUnique({
    where: { id: auctionId },
    select: { ...LOT_CARD, version: true, leaderNo: true, sequence: true, chainHead: true, announcementHash: true, reserveHash: true, hardStopsAt: true, priorityDueAt: true, stageRound: true, frozenAt: true, faultAt: true, frozenReason: true, presiderName: true, presiderLicence: true, previousId: true, result: true, messages: { select: { no: true, text: true, at: true }, orderBy: { no: "desc" }, take: 20 }, listingId: true, _count: { select: { bidders: true } } },
  });
  if (!row) notFound("auction", auctionId);
  demandShown(row.listing.result);
  const { announcement, hardStopsAt, _count, ...lot } = row;
  const terms = termsInForce({ announcement, freeEndsAt: row.freeEndsAt, hardStopsAt });
  const isOver = isAuctionOver(row.state);
  const reopening = row.state === "FROZEN" || row.state === "PAUSE" ? await ctx.db.dueAct.findUnique({ where: { kind_subjectId: { kind: AUCTION_DUE.reopen, subjectId: auctionId } }, select: { dueAt: true, doneAt: true } }) : null;
  const { announcement: _shown, _count: _counted, hardStopsAt: _stop, presiderName: _presider, presiderLicence: _licence, ...card } = { ...lotCard(row), announcement: null, _count: null, hardStopsAt: null, presiderName: null, presiderLicence: null };
  return {
    ...card,
    version: lot.version,
    leaderNo: lot.leaderNo,
    sequence: lot.sequence,
    chainHead: lot.chainHead,
    announcementHash: lot.announcementHash,
    reserveHash: lot.reserveHash,
    hasReserve: lot.reserveHash !== null,
    priorityDueAt: lot.priorityDueAt,
    presider: lot.presiderName === null ? null : { name: lot.presiderName, licence: lot.presiderLicence ?? "" },
    previousId: lot.previousId,
    messages: lot.messages,
    stage: lot.stage,
    stageRound: lot.stageRound,
    stageEndsAt: lot.stageEndsAt,
    frozenAt: lot.frozenAt,
    /** Since when the fault lasts: how long it did decides how the lot goes on. */
    faultAt: lot.faultAt,
    frozenReason: lot.frozenReason,
    isNotBegun: row.state === "FROZEN" && row.frozenReason === WAITING_FOR_AUCTIONEER,
    clockRules: clockRulesOf(terms),
    /** When a frozen or paused lot goes on, once that is known. */
    reopensAt: reopening !== null && reopening.doneAt === null ? reopening.dueAt : null,
    listingId: lot.listingId,
    // Shown only afterwards: during the bidding it would help collusion. Trading §5.11.
    bidderCount: isOver ? _count.bidders : null,
    winner: await publishedWinner(ctx.db, row, terms.procedure?.identityMode),
    terms: {
      incrementTable: terms.incrementTable,
      incrementMode: terms.incrementMode,
      clockForm: terms.clockForm,
      windowSeconds: terms.windowSeconds,
      hardStop: terms.hardStop ?? null,
      priorityMode: terms.priorityMode,
      procedure: terms.procedure ?? null,
      procedureId: terms.procedureId,
      allowTopUpByLeader: terms.allowTopUpByLeader,
      allowProxy: terms.procedure?.proxy === true,
    },
    serverTime: await ctx.now(),
  };
});

export const AuctionLogInput = z.object({ auctionId: Id, after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(500).default(100) });

/** What is bid in the open; sealed bids are nobody's business before all is over, and then stand in the published log. */
const OPEN_BIDS = ["BID", "TAKEN", "BEST"];

/** Accepted bids of a lot in their one order, from a place on. Refused tries are nobody else's business. Trading §5.5. */
export const readBids = defineQuery("auction.read", AuctionLogInput, async (ctx, { auctionId, after, limit }) => {
  ctx.authorise();
  const lot = await ctx.db.auction.findUnique({ where: { id: auctionId }, select: { stage: true, state: true } });
  const outages = lot !== null && isPlaceTold(lot) ? [{ kind: { in: ["HALTED", "REOPENED"] } }] : [];
  const rows = await ctx.db.bidLogEntry.findMany({
    where: { auctionId, sequence: { gt: after }, OR: [{ kind: { in: OPEN_BIDS }, verdict: { in: ["ACCEPTED", "MATCHED"] } }, ...outages] },
    orderBy: { sequence: "asc" },
    take: limit,
    select: { sequence: true, kind: true, bidderNo: true, amountFen: true, verdict: true, receivedAt: true, endsAtAfter: true, hash: true },
  });
  return { items: rows };
});

/** How the caller's organisation stands in a lot: its number, whether it leads, whether its deposit is locked. */
export const readMyStanding = defineQuery("bid.read-own", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  const organisationId = ctx.actor.kind === "person" || ctx.actor.kind === "key" ? (ctx.actor.organisation?.id ?? "") : "";
  ctx.authorise({ ownerId: organisationId });
  const bidder = await ctx.db.auctionBidder.findUnique({
    where: { auctionId_buyerId: { auctionId, buyerId: organisationId } },
    include: { auction: { select: { leaderNo: true, currentFen: true, state: true, priorityDueAt: true, stage: true, standbyNo: true } } },
  });
  if (!bidder) return { admitted: false as const };
  const deposit = await ctx.db.deposit.findUnique({ where: { intentId: bidder.intentId }, select: { state: true, amountFen: true } });
  const last = await ctx.db.bidLogEntry.findFirst({ where: { auctionId, bidderNo: bidder.bidderNo }, orderBy: { sequence: "desc" } });
  const proxy = await ctx.db.auctionProxy.findUnique({ where: { auctionId_bidderNo: { auctionId, bidderNo: bidder.bidderNo } }, select: { endedAt: true } });
  return {
    admitted: true as const,
    bidderNo: bidder.bidderNo,
    leads: bidder.auction.leaderNo === bidder.bidderNo,
    depositState: deposit?.state ?? null,
    depositFen: deposit?.amountFen ?? null,
    // That a limit stands, never how much: it is told to nobody, the bidder's other staff included.
    priorityRank: bidder.priorityRank,
    isStandby: bidder.auction.standbyNo === bidder.bidderNo,
    offer: await offerToMe(ctx.db, bidder),
    sealed: bidder.auction.stage === null ? null : await myPartIn(ctx, auctionId, bidder.bidderNo),
    hasProxy: proxy !== null && proxy.endedAt === null,
    lastBid: last && { sequence: isPlaceTold(bidder.auction) ? last.sequence : null, amountFen: last.amountFen, verdict: last.verdict, reason: last.reason, hash: last.hash },
  };
});

type Offered = { readonly auctionId: string; readonly bidderNo: string; readonly auction: { readonly state: string; readonly currentFen: bigint | null; readonly priorityDueAt: Date | null } };

/** What a priority holder is asked after the close, and what he has answered; null for everybody else. */
async function offerToMe(db: ReadContext["db"], { auctionId, bidderNo, auction }: Offered) {
  if (auction.priorityDueAt === null) return null;
  const acts = await db.bidLogEntry.findMany({ where: { auctionId, kind: { in: ["OFFERED", "ANSWERED"] } }, orderBy: { sequence: "asc" }, select: { kind: true, bidderNo: true, body: true } });
  const bodyOf = (body: unknown): Readonly<Record<string, string>> => (body ?? {}) as Readonly<Record<string, string>>;
  const isHolder = acts.some(({ kind, body }) => kind === "OFFERED" && (bodyOf(body)["to"] ?? "").split(",").includes(bidderNo));
  if (!isHolder) return null;
  const answer = acts.find((act) => act.kind === "ANSWERED" && act.bidderNo === bidderNo);
  return { priceFen: auction.currentFen, dueAt: auction.priorityDueAt, isOpen: auction.state === "PRIORITY_WAIT", answer: answer ? (bodyOf(answer.body)["answer"] ?? null) : null };
}

/** The lots to whose sealed bids an organisation holds a notary's key. */
async function keptBy(db: ReadContext["db"], organisationId: string): Promise<Prisma.AuctionWhereInput[]> {
  const keys = await db.openingKey.findMany({ where: { holder: "NOTARY", holderOrgId: organisationId, acceptedAt: { not: null } }, select: { fingerprint: true } });
  return keys.map(({ fingerprint }) => ({ announcement: { path: ["procedure", "sealed", "keys", "notary", "fingerprint"], equals: fingerprint } }));
}

/** The lots that concern the caller's organisation: hosted, sold or bid on by it. */
export const listMyAuctions = defineQuery("auction.list-own", PageInput, async (ctx, { limit, cursor }) => {
  const organisationId = ctx.actor.kind === "person" || ctx.actor.kind === "key" ? (ctx.actor.organisation?.id ?? "") : "";
  ctx.authorise({ ownerId: organisationId });
  const position = decodeCursor(cursor, 2);
  const rows = await ctx.db.auction.findMany({
    where: {
      AND: [
        { OR: [{ listing: { venueId: organisationId } }, { listing: { sellerId: organisationId } }, { bidders: { some: { buyerId: organisationId } } }, ...(await keptBy(ctx.db, organisationId))] },
        ...(position === null ? [] : [{ OR: [{ endsAt: { lt: new Date(position[0] as string) } }, { endsAt: new Date(position[0] as string), id: { lt: position[1] as string } }] }]),
      ],
    },
    orderBy: [{ endsAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: LOT_CARD,
  });
  const page = pageOf(rows, limit, (row) => [row.endsAt.toISOString(), row.id]);
  const isNotary = ctx.may("auction.register-key", {});
  return { items: page.items.map(lotCard), nextCursor: page.nextCursor, mayKeepKeys: isNotary || ctx.may("auction.list-keys", { venueId: organisationId }) };
});

/** Which acts on a lot the caller would be permitted; for showing buttons. */
export const readLotPermissions = defineQuery("auction.read", z.object({ auctionId: Id }), async (ctx, { auctionId }) => {
  ctx.authorise();
  const lot = await ctx.db.auction.findUnique({ where: { id: auctionId }, select: { state: true, leaderNo: true, result: true, listing: { select: { venueId: true, sellerId: true } } } });
  if (!lot) notFound("auction", auctionId);
  const facts = { venueId: lot.listing.venueId, ownerId: lot.listing.sellerId };
  const proposal = await ctx.db.auctionAnnulment.findFirst({ where: { auctionId, decidedAt: null }, select: { id: true, ground: true, reason: true, proposedById: true, proposedAt: true } });
  const mayRead = ctx.may("auction.propose-annulment", facts) || ctx.may("auction.read-bidders", facts);
  return {
    preside: ctx.may("auction.preside", facts),
    announce: ctx.may("auction.announce", facts),
    annul: proposal === null && mayStep(AUCTION_MOVES, lot.state, "annul") && ctx.may("auction.propose-annulment", facts),
    decideAnnulment: proposal !== null && ctx.may("auction.decide-annulment", { ...facts, authorId: proposal.proposedById }),
    annulment: proposal !== null && mayRead ? { id: proposal.id, ground: proposal.ground, reason: proposal.reason, proposedAt: proposal.proposedAt } : null,
    readConfirmation: await mayReadConfirmation(ctx, { id: auctionId, ...lot }),
    score: ctx.may("auction.score", facts), layOpen: await mayLayOpen(ctx, auctionId), freeze: ctx.may("auction.freeze", facts), resume: ctx.may("auction.resume", facts), confirm: ctx.may("auction.confirm", facts) };
});

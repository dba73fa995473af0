import { scorerMark } from "../auction/index.ts";
import type { Prisma } from "../generated/client.ts";
import type { Desk, Todo, TodoReader } from "./todo.ts";

const LOT = { id: true, endsAt: true, stageEndsAt: true, stageRound: true, listing: { select: { result: { select: { title: true } } } } } as const satisfies Prisma.AuctionSelect;
type Lot = Prisma.AuctionGetPayload<{ select: typeof LOT }>;

function todo(kind: Todo["kind"], { id, listing }: Pick<Lot, "id" | "listing">, dueAt: Date | null, page = ""): Todo {
  return { kind, id, title: listing.result.title, dueAt, link: `/desk/auctions/${id}${page}` };
}

async function auctioneersLots(desk: Desk): Promise<Todo[]> {
  const { db, organisationId: venueId, most } = desk;
  const [running, frozen, over, opening] = await Promise.all([
    db.auction.findMany({ where: { listing: { venueId }, state: { in: ["OPEN_FREE", "OPEN_LIMITED", "PAUSE"] } }, orderBy: { endsAt: "asc" }, take: most, select: LOT }),
    db.auction.findMany({ where: { listing: { venueId }, state: "FROZEN" }, orderBy: { frozenAt: "asc" }, take: most, select: LOT }),
    db.auction.findMany({ where: { listing: { venueId }, state: "RESULT" }, orderBy: { closedAt: "asc" }, take: most, select: LOT }),
    sealedLots(desk, "VENUE", { listing: { venueId }, announcement: { path: ["procedure", "sealed", "keys", "venue", "fingerprint"], not: "" } }),
  ]);
  return [
    ...running.map((lot) => todo("AUCTION_LIVE", lot, lot.endsAt)),
    ...frozen.map((lot) => todo("AUCTION_FROZEN", lot, null)),
    ...over.map((lot) => todo("AUCTION_CONFIRM", lot, null)),
    ...opening.map((lot) => todo("AUCTION_OPEN_BIDS", lot, lot.stageEndsAt)),
  ];
}

/** Lots whose sealed bids wait for a holder's half of the keys. */
async function sealedLots({ db, most }: Desk, holder: "VENUE" | "NOTARY", where: Prisma.AuctionWhereInput): Promise<Lot[]> {
  const lots = await db.auction.findMany({ where: { ...where, state: "CLOSED", stage: "REVEAL" }, orderBy: { stageEndsAt: "asc" }, take: most, select: LOT });
  const laidOpen = await db.keyShare.findMany({ where: { auctionId: { in: lots.map(({ id }) => id) }, holder }, select: { auctionId: true, round: true } });
  return lots.filter(({ id, stageRound }) => !laidOpen.some((share) => share.auctionId === id && share.round === stageRound));
}

async function notarysLots(desk: Desk): Promise<Todo[]> {
  const keys = await desk.db.openingKey.findMany({ where: { holder: "NOTARY", holderOrgId: desk.organisationId, acceptedAt: { not: null } }, select: { fingerprint: true } });
  const lots = await Promise.all(keys.map(({ fingerprint }) => sealedLots(desk, "NOTARY", { announcement: { path: ["procedure", "sealed", "keys", "notary", "fingerprint"], equals: fingerprint } })));
  return lots.flat().map((lot) => todo("AUCTION_OPEN_BIDS", lot, lot.stageEndsAt));
}

async function reviewersLots({ db, actor, organisationId: venueId, most }: Desk): Promise<Todo[]> {
  const [scoring, annulments] = await Promise.all([
    db.auction.findMany({ where: { listing: { venueId }, state: "CLOSED", stage: "SCORING" }, orderBy: { endsAt: "asc" }, take: most, select: { ...LOT, _count: { select: { sealedBids: true } } } }),
    db.auctionAnnulment.findMany({ where: { decidedAt: null, proposedById: { not: actor.personId }, auction: { listing: { venueId } } }, orderBy: { proposedAt: "asc" }, take: most, select: { auction: { select: LOT } } }),
  ]);
  const scored = await Promise.all(scoring.map(({ id }) => db.bidLogEntry.count({ where: { auctionId: id, kind: "SCORED", body: { path: ["scorer"], equals: scorerMark(id, actor.personId) } } })));
  return [
    ...scoring.filter(({ _count }, at) => scored[at]! < _count.sealedBids).map((lot) => todo("AUCTION_SCORE", lot, null)),
    ...annulments.map(({ auction }) => todo("AUCTION_ANNULMENT", auction, null)),
  ];
}

async function recordersLots({ db, actor, organisationId: venueId, most }: Desk): Promise<Todo[]> {
  const lots = await db.auction.findMany({
    where: { listing: { venueId }, state: "AWARDED", signatures: { some: { role: "AUCTIONEER", personId: { not: actor.personId } }, none: { role: "RECORDER" } } },
    orderBy: { closedAt: "asc" },
    take: most,
    select: LOT,
  });
  return lots.map((lot) => todo("AUCTION_RECORD", lot, null, "/confirmation"));
}

async function biddersLots(desk: Desk): Promise<Todo[]> {
  const { db, organisationId, most } = desk;
  const bidsOn = { bidders: { some: { buyerId: organisationId } } } as const;
  const mine = { ...LOT, bidders: { where: { buyerId: organisationId }, select: { bidderNo: true } }, priorityDueAt: true } as const;
  const [running, opening, offered, won] = await Promise.all([
    db.auction.findMany({ where: { ...bidsOn, state: { in: ["OPEN_FREE", "OPEN_LIMITED"] } }, orderBy: { endsAt: "asc" }, take: most, select: LOT }),
    db.auction.findMany({ where: { ...bidsOn, state: "CLOSED", stage: "REVEAL" }, orderBy: { stageEndsAt: "asc" }, take: most, select: mine }),
    db.auction.findMany({ where: { ...bidsOn, state: "PRIORITY_WAIT" }, orderBy: { priorityDueAt: "asc" }, take: most, select: mine }),
    db.auction.findMany({
      where: { state: "AWARDED", deals: { some: { buyerId: organisationId, state: { notIn: ["DEFAULTED", "ANNULLED"] } } }, signatures: { some: { role: "AUCTIONEER" }, none: { role: "BUYER", organisationId } } },
      orderBy: { closedAt: "asc" },
      take: most,
      select: LOT,
    }),
  ]);
  const [isSealed, isAsked] = await Promise.all([Promise.all(opening.map((lot) => waitsForItsBidder(desk, lot))), Promise.all(offered.map((lot) => waitsForAnswer(desk, lot)))]);
  return [
    ...running.map((lot) => todo("AUCTION_LIVE", lot, lot.endsAt)),
    ...opening.filter((_, at) => isSealed[at]).map((lot) => todo("AUCTION_OPEN_OWN_BID", lot, lot.stageEndsAt)),
    ...offered.filter((_, at) => isAsked[at]).map((lot) => todo("AUCTION_PRIORITY", lot, lot.priorityDueAt)),
    ...won.map((lot) => todo("AUCTION_SIGN", lot, null, "/confirmation")),
  ];
}

type Mine = Lot & { readonly bidders: readonly { readonly bidderNo: string }[] };

/** Whether the bidder has a sealed bid in this round that is not open yet. */
async function waitsForItsBidder({ db }: Desk, { id: auctionId, stageRound: round, bidders }: Mine): Promise<boolean> {
  const bidderNo = bidders[0]?.bidderNo ?? "";
  const sealed = await db.sealedBid.findUnique({ where: { auctionId_round_bidderNo: { auctionId, round, bidderNo } }, select: { committedAt: true } });
  if (sealed === null) return false;
  return (await db.bidLogEntry.count({ where: { auctionId, bidderNo, kind: "REVEALED", verdict: "ACCEPTED", receivedAt: { gte: sealed.committedAt } } })) === 0;
}

/** Whether the bidder was offered the closed lot by his priority right and has not answered. */
async function waitsForAnswer({ db }: Desk, { id: auctionId, bidders }: Mine): Promise<boolean> {
  const bidderNo = bidders[0]?.bidderNo ?? "";
  const acts = await db.bidLogEntry.findMany({ where: { auctionId, kind: { in: ["OFFERED", "ANSWERED"] } }, select: { kind: true, bidderNo: true, body: true } });
  const asked = acts.some(({ kind, body }) => kind === "OFFERED" && ((body as { readonly to?: string } | null)?.to ?? "").split(",").includes(bidderNo));
  return asked && !acts.some((act) => act.kind === "ANSWERED" && act.bidderNo === bidderNo);
}

export const AUCTION_TODOS: readonly TodoReader[] = [
  { roles: ["AUCTIONEER"], read: auctioneersLots },
  { roles: ["NOTARY"], read: notarysLots },
  { roles: ["VENUE_REVIEWER"], read: reviewersLots },
  { roles: ["VENUE_OPERATOR"], read: recordersLots },
  { roles: ["BUYER"], read: biddersLots },
];

import { organisationOf, personIdOf } from "../shared/actor.ts";
import { mayStep } from "../shared/machine.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { namedPrice, storedTerms, termDifferences, termLines } from "../terms/index.ts";
import { comparisonFor } from "../valuation/index.ts";
import { sellerClassOf } from "../listing/index.ts";
import { dayOf } from "../shared/clock.ts";
import { mandatesInForce } from "../technology-manager/index.ts";
import { presenceIn } from "./enter-room.ts";
import { ROOM_MOVES } from "./room.machine.ts";
import { factsOf, getRoom, hasSigned, offerFacts, sideOf, signedSides, type RoomRow } from "./room.repository.ts";
import { acceptRefusal, awaitedSides, refusalRefusal } from "./room.rules.ts";
import { ListRoomsInput, RoomIdInput } from "./room.schema.ts";

const NAME = { select: { name: true, nameEn: true } } as const;

/** The rooms that one's organisation sits in. Only what the invitation says, nothing of what was talked about. */
export const listRooms = defineQuery("room.list-own", ListRoomsInput, async (ctx, { tab, limit, cursor }) => {
  const own = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: own });
  const rows = await ctx.db.negotiationRoom.findMany({
    where: {
      state: { in: tab === "running" ? ["INVITED", "OPEN", "AGREED"] : ["CONCLUDED", "CLOSED"] },
      parties: { some: { organisationId: own!, leftAt: null, OR: [{ mandateId: null }, { mandate: { state: "ACTIVE" } }] } },
      AND: afterTimeCursor(cursor, "desc", "lastActAt"),
    },
    include: { seller: NAME, buyer: NAME, result: { select: { title: true } }, parties: { where: { organisationId: own! } }, signatures: true, offers: { where: { state: "OPEN" }, take: 1 } },
    orderBy: [{ lastActAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.lastActAt.toISOString(), row.id]);
  return {
    tab,
    ...page,
    items: page.items.map((row) => {
      const side = row.parties[0]!.side;
      const [open] = row.offers;
      const awaited = awaitedSides({ state: row.state, signed: signedSides(row), openOffer: open ? offerFacts(open) : null });
      return {
        id: row.id, no: row.no, state: row.state, title: row.result.title, seller: row.seller, buyer: row.buyer, side, lastActAt: row.lastActAt,
        signed: hasSigned(row, personIdOf(ctx.actor), own), awaitsUs: awaited.includes(side), offerUntil: open?.validUntil ?? null,
      };
    }),
  };
});

/**
 * A room for somebody who is in it. Before he has signed the agreement in force he sees the invitation and the agreement, nothing else.
 */
export const readRoom = defineQuery("room.read", RoomIdInput, async (ctx, { roomId }) => {
  const room = await getRoom(ctx.db, roomId);
  ctx.authorise(factsOf(room));
  const own = organisationOf(ctx.actor)!.id;
  const signed = hasSigned(room, personIdOf(ctx.actor), own);
  const agreement = await ctx.db.roomAgreement.findUniqueOrThrow({ where: { roomId_no: { roomId, no: room.agreementNo } } });
  const isRunning = room.state === "INVITED" || room.state === "OPEN" || room.state === "AGREED";
  const facts = factsOf(room);
  return {
    id: room.id, no: room.no, state: room.state, sequence: room.sequence, resultId: room.resultId, title: room.result.title,
    seller: room.seller, buyer: room.buyer, side: sideOf(room, own), isPrincipal: own === room.sellerId || own === room.buyerId,
    ownId: own,
    openedAt: room.openedAt, closedAt: room.closedAt, agreedAt: room.agreedAt, now: await ctx.now(),
    parties: room.parties.map(({ organisationId, side, mandateId, organisation, mandate }) => ({ organisationId, side, name: organisation.name, nameEn: organisation.nameEn, isManager: mandateId !== null, inForce: mandateId === null || mandate?.state === "ACTIVE" })),
    agreement: { no: agreement.no, text: agreement.text, hash: agreement.hash, at: agreement.at },
    signatures: room.signatures.map(({ agreementNo, personName, organisationId, at }) => ({ agreementNo, personName, organisationId, at })),
    signed,
    signedSides: signedSides(room),
    inside: signed ? await insideOf(ctx, room) : null,
    may: {
      sign: !signed && isRunning && ctx.may("room.sign", facts),
      changeAgreement: ctx.may("room.change-agreement", facts) && mayStep(ROOM_MOVES, room.state, "changeAgreement"),
      close: ctx.may("room.close", facts) && mayStep(ROOM_MOVES, room.state, "close") && (room.state === "INVITED" || signed),
      bringManager: isRunning && ctx.may("room.bring-manager", facts) ? await bringable(ctx, room, own) : [],
      carryOn: signed && room.state === "AGREED" && (ctx.may("notice.prepare-from-room", facts) || ctx.may("deal.open-from-room", facts)),
    },
  };
});

export type RoomView = Awaited<ReturnType<typeof readRoom.run>>;
export type RoomInside = NonNullable<RoomView["inside"]>;

/** A room has some hundreds of entries at most; this bounds what one look reads. */
const MOST = 500;

async function insideOf(ctx: ReadContext, room: RoomRow) {
  const presence = presenceIn(room, ctx.actor);
  const { organisationId: own, side } = presence;
  const facts = factsOf(room);
  const roomId = room.id;
  const [entries, offers, documents, views, now] = await Promise.all([
    ctx.db.roomEntry.findMany({ where: { roomId }, orderBy: { no: "desc" }, take: MOST }),
    ctx.db.roomOffer.findMany({ where: { roomId }, orderBy: { no: "asc" } }),
    ctx.db.roomDocument.findMany({ where: { roomId }, include: { document: { include: { file: true } } }, orderBy: { no: "asc" } }),
    ctx.db.roomView.findMany({ where: { roomId }, orderBy: { at: "desc" }, take: MOST }),
    ctx.now(),
  ]);
  const terms = new Map(offers.map((offer) => [offer.no, storedTerms(offer.terms)!]));
  const ownFiles = new Set(documents.filter(({ organisationId }) => organisationId === own).map(({ no }) => no));
  const isOpen = room.state === "OPEN";
  const last = offers.at(-1);
  return {
    /** The newest offer beside the seller's own valuations: for the seller's eyes only. */
    comparison: last === undefined || own !== room.sellerId ? null : await comparisonFor(ctx.db, {
      resultId: room.resultId, priceFen: namedPrice(terms.get(last.no)!.payment), on: dayOf(now), sellerClass: sellerClassOf(room.seller.kind), buyerIsStateOwned: room.buyer.kind === "STATE_ENTERPRISE",
    }),
    entries: entries.toReversed().map(({ no, kind, organisationId, personName, text, about, at }) => ({ no, kind, organisationId, personName, text, about, at })),
    offers: offers.map((offer) => {
      const known = offerFacts(offer);
      const before = offer.no > 1 ? terms.get(offer.no - 1) : undefined;
      const principal = presence.isPrincipal && isOpen;
      return {
        no: offer.no, side: offer.side, organisationId: offer.organisationId, state: offer.state, note: offer.note, hash: offer.hash, answersNo: offer.answersNo, at: offer.at, validUntil: offer.validUntil,
        sellerAcceptedAt: offer.sellerAcceptedAt, buyerAcceptedAt: offer.buyerAcceptedAt,
        terms: offer.terms,
        lines: termLines(terms.get(offer.no)!),
        differences: before === undefined ? [] : termDifferences(before, terms.get(offer.no)!),
        may: {
          accept: principal && ctx.may("room.accept", facts) && acceptRefusal(known, side, now) === undefined,
          refuse: principal && ctx.may("room.refuse", facts) && refusalRefusal(known, side) === undefined,
          withdraw: isOpen && ctx.may("room.withdraw-offer", facts) && offer.state === "OPEN" && offer.side === side,
        },
      };
    }),
    documents: documents.map(({ no, organisationId, viewers, withdrawnAt, at, document }) => ({
      no, organisationId, withdrawnAt, at, name: document.name, sizeBytes: Number(document.file.sizeBytes), viewers,
      mayView: organisationId === own || (viewers.includes(own) && withdrawnAt === null && room.state !== "CLOSED"),
      mayWithdraw: organisationId === own && withdrawnAt === null,
    })),
    /** Who saw what: of one's own files all, of others' only what one saw oneself. */
    views: views.filter((view) => ownFiles.has(view.documentNo) || view.organisationId === own).map(({ documentNo, personName, organisationId, at }) => ({ documentNo, personName, organisationId, at })),
    noticeId: room.noticeId,
    dealId: room.dealId,
    may: {
      talk: (isOpen || room.state === "AGREED") && ctx.may("room.say", facts),
      offer: isOpen && ctx.may("room.offer", facts) && mayOffer(room, own),
      show: (isOpen || room.state === "AGREED") && ctx.may("room.show-document", facts),
      exportRecord: ctx.may("room.export-record", facts),
    },
  };
}

function mayOffer(room: RoomRow, own: string): boolean {
  const party = room.parties.find(({ organisationId }) => organisationId === own);
  return party?.mandateId === null || party?.mandate?.services.includes("NEGOTIATE") === true;
}

/** The mandates under which a principal may bring in a manager who is not here yet. */
async function bringable(ctx: ReadContext, room: RoomRow, own: string) {
  if (own !== room.sellerId && own !== room.buyerId) return [];
  const mandates = await mandatesInForce(ctx.db, { clientId: own, side: sideOf(room, own), resultId: room.resultId });
  const here = new Set(room.parties.map(({ organisationId }) => organisationId));
  const fresh = mandates.filter(({ agencyId }) => !here.has(agencyId));
  const names = await ctx.db.organisation.findMany({ where: { id: { in: fresh.map(({ agencyId }) => agencyId) } }, select: { id: true, name: true } });
  return fresh.map(({ id, agencyId }) => ({ mandateId: id, agency: names.find((one) => one.id === agencyId)?.name ?? "" }));
}

import type { Prisma } from "../generated/client.ts";
import { personIdOf, organisationOf } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { ROOM_DUE } from "./room.due.ts";
import type { RoomState } from "./room.machine.ts";
import { DEFAULT_ROOM_PARAMETERS, daysAfter, type OfferFacts, type Side } from "./room.rules.ts";
import type { EntryKind } from "./room.schema.ts";

const PARTY = { select: { id: true, name: true, nameEn: true, kind: true } } as const;
const WHOLE = {
  seller: PARTY,
  buyer: PARTY,
  result: { select: { id: true, title: true, state: true } },
  parties: { where: { leftAt: null }, include: { organisation: { select: { id: true, name: true, nameEn: true } }, mandate: { select: { id: true, state: true, services: true, clientId: true } } }, orderBy: { joinedAt: "asc" } },
  signatures: { orderBy: { at: "asc" } },
} as const satisfies Prisma.NegotiationRoomInclude;

export type RoomRow = Prisma.NegotiationRoomGetPayload<{ include: typeof WHOLE }>;

export async function getRoom(db: Pick<Tx, "negotiationRoom">, id: string): Promise<RoomRow> {
  return (await db.negotiationRoom.findUnique({ where: { id }, include: WHOLE })) ?? notFound("room", id);
}

/** The room under its lock: offers and answers come one after the other, and entries get their numbers. */
export async function lockRoom(tx: Tx, id: string): Promise<RoomRow> {
  await tx.$queryRaw`select 1 from negotiation_room where id = ${id}::uuid for update`;
  return getRoom(tx, id);
}

/** The owner sells, the counterparty buys; an agency counts while its mandate is in force. */
export function factsOf(room: Pick<RoomRow, "sellerId" | "buyerId" | "divisionCode" | "parties">) {
  return {
    ownerId: room.sellerId,
    counterpartyId: room.buyerId,
    divisionCode: room.divisionCode,
    mandataryIds: room.parties.filter(({ mandate }) => mandate?.state === "ACTIVE").map(({ organisationId }) => organisationId),
  };
}

export function sideOf(room: Pick<RoomRow, "parties">, organisationId: string): Side {
  return room.parties.find((party) => party.organisationId === organisationId)?.side ?? notFound("room", organisationId);
}

/** The principals that have a signature under the agreement in force. */
export function signedSides(room: Pick<RoomRow, "sellerId" | "buyerId" | "agreementNo" | "signatures">): Side[] {
  const signers = new Set(room.signatures.filter(({ agreementNo }) => agreementNo === room.agreementNo).map(({ organisationId }) => organisationId));
  return [...(signers.has(room.sellerId) ? (["SELLER"] as const) : []), ...(signers.has(room.buyerId) ? (["BUYER"] as const) : [])];
}

export function hasSigned(room: Pick<RoomRow, "agreementNo" | "signatures">, personId: string | null, organisationId: string | undefined): boolean {
  return room.signatures.some((signature) => signature.agreementNo === room.agreementNo && signature.personId === personId && signature.organisationId === organisationId);
}

type Entry = { readonly kind: EntryKind; readonly text?: string; readonly about?: number };

/** Writes entries into the record, moves the room on and starts its clocks anew. */
export async function writeOn(ctx: Context, room: RoomRow, entries: readonly Entry[], change: Prisma.NegotiationRoomUncheckedUpdateManyInput = {}, state: RoomState = room.state): Promise<number> {
  const at = ctx.clock.now();
  const sequence = room.sequence + entries.length;
  const { count } = await ctx.tx.negotiationRoom.updateMany({ where: { id: room.id, state: room.state, version: room.version }, data: { ...change, state, sequence, lastActAt: at, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id: room.id });
  const person = ctx.actor.kind === "person" ? ctx.actor.name : "";
  await ctx.tx.roomEntry.createMany({
    data: entries.map(({ kind, text = "", about }, i) => ({
      roomId: room.id, no: room.sequence + i + 1, kind, text, about: about ?? null, organisationId: organisationOf(ctx.actor)?.id ?? null, personId: personIdOf(ctx.actor), personName: person, at,
    })),
  });
  const isOver = state === "CLOSED" || state === "CONCLUDED";
  if (isOver) for (const kind of Object.values(ROOM_DUE)) await ctx.notDue(kind, room.id);
  else {
    await ctx.due(ROOM_DUE.remind, room.id, daysAfter(at, DEFAULT_ROOM_PARAMETERS.remindAfterDays));
    await ctx.due(ROOM_DUE.lapse, room.id, daysAfter(at, DEFAULT_ROOM_PARAMETERS.lapseAfterDays));
  }
  return sequence;
}

type OfferColumns = { readonly state: OfferFacts["state"]; readonly validUntil: Date; readonly side: Side; readonly sellerAcceptedAt: Date | null; readonly buyerAcceptedAt: Date | null };

export function offerFacts(offer: OfferColumns): OfferFacts {
  const { state, validUntil, side, sellerAcceptedAt, buyerAcceptedAt } = offer;
  return { state, validUntil, side, sellerAccepted: sellerAcceptedAt !== null, buyerAccepted: buyerAcceptedAt !== null };
}

/** What may be told outside the room: numbers and names, nothing that was said. */
export function traceOf(room: Pick<RoomRow, "id" | "divisionCode" | "state">, after: Readonly<Record<string, unknown>>) {
  return { type: "room", id: room.id, divisionCode: room.divisionCode, before: { state: room.state }, after };
}

export function eventFacts({ id: roomId, resultId, sellerId, buyerId }: Pick<RoomRow, "id" | "resultId" | "sellerId" | "buyerId">) {
  return { roomId, resultId, sellerId, buyerId };
}

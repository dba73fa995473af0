import { demandExportStage } from "../export-control/index.ts";
import { mandatesInForce, type MandateInForce } from "../technology-manager/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { sha256 } from "../shared/canonical.ts";
import { DomainError, invalidField, notFound, refuse } from "../shared/errors.ts";
import { nextNumber } from "../shared/serial-number.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { mayBuy } from "./may-buy.ts";
import { RoomOpened } from "./room.events.ts";
import { eventFacts, getRoom, writeOn } from "./room.repository.ts";
import { otherSide, type Side } from "./room.rules.ts";
import { OpenRoomInput } from "./room.schema.ts";
import { standardAgreement } from "./standard-agreement.ts";
import { tellSide } from "./tell-room.ts";

/** Opens a room for talks about a published result (发起洽谈): the buyer asks, the seller invites, or a manager does so for his client. T5. */
export const openRoom = defineUseCase("room.open", OpenRoomInput, async (ctx, { resultId, buyerId: invitedId, mandateId, agreement }) => {
  const result = (await ctx.tx.result.findUnique({ where: { id: resultId }, include: { owner: { select: { id: true, name: true, divisionCode: true } } } })) ?? notFound("result", resultId);
  const own = organisationOf(ctx.actor);
  const mandate = mandateId === undefined ? null : await mandateFor(ctx, mandateId, resultId, result.ownerId);
  const buyerId = invitedId ?? (mandate === null ? own?.id : mandate.clientId);
  const forId = mandate?.clientId ?? (own?.id === result.ownerId ? result.ownerId : buyerId);
  ctx.authorise(mandate === null ? { ownerId: result.ownerId, counterpartyId: buyerId } : { ownerId: result.ownerId, counterpartyId: buyerId, mandataryIds: [mandate.agencyId] });
  if (result.state !== "PUBLISHED") refuse("ROOM_RESULT_NOT_PUBLISHED");
  const buyer = buyerId === undefined ? null : await ctx.tx.organisation.findUnique({ where: { id: buyerId }, select: { id: true, name: true, kind: true, state: true } });
  if (!buyer || !mayBuy(buyer) || buyer.id === result.ownerId) invalidField("buyerId", "ROOM_BUYER_UNFIT");
  if (mandate !== null && mandate.clientId !== result.ownerId && mandate.clientId !== buyer.id) refuse("ROOM_MANDATE_UNFIT");
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`room/${resultId}/${buyer.id}`}, 0))`;
  const running = await ctx.tx.negotiationRoom.findFirst({ where: { resultId, buyerId: buyer.id, state: { in: ["INVITED", "OPEN", "AGREED"] } }, select: { no: true } });
  if (running) throw new DomainError("ROOM_RUNNING_ALREADY", "conflict", { no: running.no });

  await demandExportStage(ctx, "NEGOTIATE", resultId, buyer.id);

  const at = ctx.clock.now();
  const no = await nextNumber(ctx.tx, "room", at);
  const text = agreement ?? standardAgreement({ seller: result.owner.name, buyer: buyer.name, result: result.title, no });
  const personId = personIdOf(ctx.actor) ?? refuse("ROOM_PERSONS_ONLY");
  const { id: roomId } = await ctx.tx.negotiationRoom.create({
    data: {
      no, resultId, sellerId: result.ownerId, buyerId: buyer.id, openedForId: forId!, openedById: personId, openedAt: at, lastActAt: at, divisionCode: result.owner.divisionCode,
      parties: {
        create: [
          { organisationId: result.ownerId, side: "SELLER", joinedAt: at },
          { organisationId: buyer.id, side: "BUYER", joinedAt: at },
          ...(mandate === null ? [] : [{ organisationId: mandate.agencyId, side: (mandate.clientId === result.ownerId ? "SELLER" : "BUYER") as Side, mandateId: mandate.id, joinedAt: at }]),
        ],
      },
      agreements: { create: { no: 1, text, hash: sha256(text).toString("hex"), byId: personId, at } },
    },
  });
  const room = await getRoom(ctx.tx, roomId);
  await writeOn(ctx, room, [{ kind: "OPENED" }]);
  ctx.record({ type: "room", id: roomId, divisionCode: room.divisionCode, after: { no, ...eventFacts(room), mandateId } });
  ctx.emit(RoomOpened, { type: "room", id: roomId }, eventFacts(room));
  const ours: Side = forId === result.ownerId ? "SELLER" : "BUYER";
  await tellSide(ctx, room, otherSide(ours), "room.invited");
  if (mandate !== null) await tellSide(ctx, room, ours, "room.invited");
  return { roomId, no, state: room.state };
});

/** The manager's mandate, if it is in force and covers talks about this result. */
async function mandateFor(ctx: Context, mandateId: string, resultId: string, ownerId: string): Promise<MandateInForce> {
  const asked = await ctx.tx.mandate.findUnique({ where: { id: mandateId }, select: { clientId: true, side: true } });
  if (!asked || (asked.side === "SELLER" && asked.clientId !== ownerId)) refuse("ROOM_MANDATE_UNFIT");
  const mandates = await mandatesInForce(ctx.tx, { clientId: asked.clientId, side: asked.side, resultId });
  return mandates.find(({ id }) => id === mandateId) ?? refuse("ROOM_MANDATE_UNFIT");
}

import { DomainError, invalidField, notFound, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { demandMayTell, demandOpen, enterRoom } from "./enter-room.ts";
import { RoomAgreed } from "./room.events.ts";
import { ROOM_MOVES } from "./room.machine.ts";
import { eventFacts, offerFacts, traceOf, writeOn } from "./room.repository.ts";
import { acceptRefusal, bothAccept, otherSide, refusalRefusal } from "./room.rules.ts";
import { AcceptOfferInput, RefuseOfferInput, WithdrawOfferInput } from "./room.schema.ts";
import { tellSide } from "./tell-room.ts";
import { writeRefusal } from "./write-refusal.ts";

async function offerOf(ctx: Context, roomId: string, no: number) {
  return (await ctx.tx.roomOffer.findUnique({ where: { roomId_no: { roomId, no } } })) ?? notFound("offer", String(no));
}

/** A principal accepts the very terms he has before him (承诺). When both have, the room is agreed. 民法典 483. */
export const acceptOffer = defineUseCase("room.accept", AcceptOfferInput, async (ctx, { roomId, offerNo, hash }) => {
  const presence = await enterRoom(ctx, roomId);
  demandOpen(presence, "accept");
  const { room, side } = presence;
  await demandMayTell(ctx, room);
  const offer = await offerOf(ctx, roomId, offerNo);
  if (offer.hash !== hash) throw new DomainError("OFFER_CHANGED", "conflict");
  const at = ctx.clock.now();
  const refusal = acceptRefusal(offerFacts(offer), side, at);
  if (refusal) refuse(refusal);
  const agreed = bothAccept(offerFacts(offer), side);
  const accepted = side === "SELLER" ? { sellerAcceptedAt: at } : { buyerAcceptedAt: at };
  await ctx.tx.roomOffer.update({ where: { roomId_no: { roomId, no: offerNo } }, data: { ...accepted, ...(agreed ? { state: "ACCEPTED", answeredAt: at } : {}) } });
  const state = agreed ? step(ROOM_MOVES, room.state, "agree") : room.state;
  const entries = [{ kind: "OFFER_ACCEPTED", about: offerNo } as const, ...(agreed ? [{ kind: "AGREED", about: offerNo } as const] : [])];
  await writeOn(ctx, room, entries, agreed ? { agreedOfferNo: offerNo, agreedAt: at } : {}, state);
  ctx.record(traceOf(room, { state, offerNo, hash }));
  if (agreed) ctx.emit(RoomAgreed, { type: "room", id: roomId }, eventFacts(room));
  for (const one of ["SELLER", "BUYER"] as const) await tellSide(ctx, room, one, agreed ? "room.agreed" : "room.offer-accepted");
  return { roomId, state, agreed };
});

/** A principal turns down what the other side offered (拒绝). A buyer says why, from the list. */
export const refuseOffer = defineUseCase("room.refuse", RefuseOfferInput, async (ctx, { roomId, offerNo, reason, note }) => {
  const presence = await enterRoom(ctx, roomId);
  demandOpen(presence, "refuse");
  const { room, side } = presence;
  const refusal = refusalRefusal(offerFacts(await offerOf(ctx, roomId, offerNo)), side);
  if (refusal) refuse(refusal);
  if (side === "BUYER" && reason === undefined) invalidField("reason", "REFUSAL_REASON_NEEDED");
  await ctx.tx.roomOffer.update({ where: { roomId_no: { roomId, no: offerNo } }, data: { state: "REFUSED", answeredAt: ctx.clock.now() } });
  if (side === "BUYER") await writeRefusal(ctx, room, { offerNo, reason: reason!, note });
  await writeOn(ctx, room, [{ kind: "OFFER_REFUSED", about: offerNo, text: [reason, note].filter(Boolean).join("\n") }]);
  ctx.record(traceOf(room, { offerNo }));
  await tellSide(ctx, room, otherSide(side), "room.offer-refused");
  return { roomId, offerNo };
});

/** The side that made an offer takes it back while it is open (撤回). */
export const withdrawOffer = defineUseCase("room.withdraw-offer", WithdrawOfferInput, async (ctx, { roomId, offerNo }) => {
  const presence = await enterRoom(ctx, roomId);
  demandOpen(presence, "withdrawOffer");
  const { room, side } = presence;
  const offer = await offerOf(ctx, roomId, offerNo);
  if (offer.state !== "OPEN") refuse("OFFER_NOT_OPEN");
  if (offer.side !== side) refuse("OFFER_NOT_YOURS");
  await ctx.tx.roomOffer.update({ where: { roomId_no: { roomId, no: offerNo } }, data: { state: "WITHDRAWN", answeredAt: ctx.clock.now() } });
  await writeOn(ctx, room, [{ kind: "OFFER_WITHDRAWN", about: offerNo }]);
  ctx.record(traceOf(room, { offerNo }));
  return { roomId, offerNo };
});

import { organisationOf, personIdOf } from "../shared/actor.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { RoomClosed } from "./room.events.ts";
import { ROOM_MOVES } from "./room.machine.ts";
import { eventFacts, factsOf, hasSigned, lockRoom, offerFacts, sideOf, signedSides, traceOf, writeOn, type RoomRow } from "./room.repository.ts";
import { awaitedSides, DEFAULT_ROOM_PARAMETERS, daysAfter, otherSide } from "./room.rules.ts";
import { CloseRoomInput, RoomDueInput } from "./room.schema.ts";
import { ROOM_DUE } from "./room.due.ts";
import { tellSide } from "./tell-room.ts";
import { writeRefusal } from "./write-refusal.ts";

/** A principal declines the invitation or ends the talks (关闭洽谈). A buyer says why. Files are closed to the other side from then on. */
export const closeRoom = defineUseCase("room.close", CloseRoomInput, async (ctx, { roomId, reason, note }) => {
  const room = await lockRoom(ctx.tx, roomId);
  ctx.authorise(factsOf(room));
  const own = organisationOf(ctx.actor)!.id;
  if (room.state !== "INVITED" && !hasSigned(room, personIdOf(ctx.actor), own)) refuse("ROOM_SIGN_FIRST");
  const state = step(ROOM_MOVES, room.state, "close");
  const side = sideOf(room, own);
  if (side === "BUYER" && reason === undefined) invalidField("reason", "REFUSAL_REASON_NEEDED");
  if (side === "BUYER") await writeRefusal(ctx, room, { offerNo: null, reason: reason!, note });
  await end(ctx, room);
  await writeOn(ctx, room, [{ kind: "CLOSED", text: [reason, note].filter(Boolean).join("\n") }], { closedAt: ctx.clock.now(), closeReason: reason ?? null }, state);
  ctx.record(traceOf(room, { state }));
  ctx.emit(RoomClosed, { type: "room", id: roomId }, { ...eventFacts(room), lapsed: false });
  await tellSide(ctx, room, otherSide(side), "room.closed");
  return { roomId, state };
});

/** Nothing has happened for so long that the room closes by itself, with effect from the due instant. */
export const lapseRoom = defineUseCase("room.lapse", RoomDueInput, async (ctx, { roomId, dueAt }) => {
  ctx.authorise();
  const room = await lockRoom(ctx.tx, roomId);
  const isOver = room.state === "CLOSED" || room.state === "CONCLUDED";
  if (isOver || daysAfter(room.lastActAt, DEFAULT_ROOM_PARAMETERS.lapseAfterDays) > ctx.clock.now()) {
    ctx.record(traceOf(room, { notNow: "lapse" }));
    return { roomId, state: room.state };
  }
  const state = step(ROOM_MOVES, room.state, "lapse");
  await end(ctx, room);
  await writeOn(ctx, room, [{ kind: "LAPSED" }], { closedAt: dueAt }, state);
  ctx.record(traceOf(room, { state, effectiveAt: dueAt }));
  ctx.emit(RoomClosed, { type: "room", id: roomId }, { ...eventFacts(room), lapsed: true });
  for (const side of ["SELLER", "BUYER"] as const) await tellSide(ctx, room, side, "room.lapsed");
  return { roomId, state };
});

/** Reminds the side that the room waits for (提醒), and again every week until it acts or the room lapses. */
export const remindRoom = defineUseCase("room.remind", RoomDueInput, async (ctx, { roomId }) => {
  ctx.authorise();
  const room = await lockRoom(ctx.tx, roomId);
  const open = await ctx.tx.roomOffer.findFirst({ where: { roomId, state: "OPEN" }, orderBy: { no: "desc" } });
  const sides = awaitedSides({ state: room.state, signed: signedSides(room), openOffer: open === null ? null : offerFacts(open) });
  for (const side of sides) await tellSide(ctx, room, side, "room.reminder");
  if (sides.length > 0) await ctx.due(ROOM_DUE.remind, roomId, daysAfter(ctx.clock.now(), DEFAULT_ROOM_PARAMETERS.remindEveryDays));
  ctx.record(traceOf(room, { reminded: sides }));
  return { roomId, sides };
});

async function end(ctx: Context, room: RoomRow): Promise<void> {
  await ctx.tx.roomOffer.updateMany({ where: { roomId: room.id, state: "OPEN" }, data: { state: "WITHDRAWN", answeredAt: ctx.clock.now() } });
}

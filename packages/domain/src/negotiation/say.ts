import { defineUseCase } from "../shared/use-case.ts";
import { demandMayTell, demandTalking, enterRoom } from "./enter-room.ts";
import { traceOf, writeOn } from "./room.repository.ts";
import { SayInput } from "./room.schema.ts";

/** Says something in the room (发言). The record of acts outside knows that, not what. */
export const say = defineUseCase("room.say", SayInput, async (ctx, { roomId, text }) => {
  const presence = await enterRoom(ctx, roomId);
  demandTalking(presence);
  await demandMayTell(ctx, presence.room);
  const no = await writeOn(ctx, presence.room, [{ kind: "MESSAGE", text }]);
  ctx.record(traceOf(presence.room, { entryNo: no }));
  return { roomId, no };
});

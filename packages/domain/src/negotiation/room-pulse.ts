import type { Deps } from "../shared/database.ts";
import { defineQuery } from "../shared/use-case.ts";
import { presenceIn } from "./enter-room.ts";
import { factsOf, getRoom } from "./room.repository.ts";
import { RoomIdInput } from "./room.schema.ts";

/** How far the record of a room goes, for somebody who may see it: what its event stream tells, and all that it tells. */
export const readRoomPulse = defineQuery("room.read", RoomIdInput, async (ctx, { roomId }) => {
  const room = await getRoom(ctx.db, roomId);
  ctx.authorise(factsOf(room));
  presenceIn(room, ctx.actor);
  return { roomId, sequence: room.sequence };
});

export type RoomPulse = { readonly roomId: string; readonly sequence: number };

/** Those of the watched rooms in which something happened since; one question for all watchers of a process. Numbers only. */
export async function roomsMovedSince({ db }: Deps, seen: ReadonlyMap<string, number>): Promise<readonly RoomPulse[]> {
  if (seen.size === 0) return [];
  const rows = await db.negotiationRoom.findMany({ where: { id: { in: [...seen.keys()] } }, select: { id: true, sequence: true } });
  return rows.flatMap(({ id, sequence }) => (sequence > (seen.get(id) ?? 0) ? [{ roomId: id, sequence }] : []));
}

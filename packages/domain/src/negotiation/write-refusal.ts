import type { Context } from "../shared/use-case.ts";
import type { RoomRow } from "./room.repository.ts";
import type { RefusalReason } from "./room.schema.ts";

/** Keeps why a buyer said no, for the seller's sum of reasons. */
export async function writeRefusal(ctx: Context, room: Pick<RoomRow, "id" | "resultId" | "sellerId">, refusal: { readonly offerNo: number | null; readonly reason: RefusalReason; readonly note: string }): Promise<void> {
  await ctx.tx.offerRefusal.create({ data: { roomId: room.id, resultId: room.resultId, sellerId: room.sellerId, ...refusal, at: ctx.clock.now() } });
}

import { sellerClassOf, type SellerClass } from "../listing/index.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { storedTerms, type DealTerms } from "../terms/index.ts";
import { presenceIn } from "./enter-room.ts";
import { ROOM_MOVES } from "./room.machine.ts";
import { lockRoom, traceOf, writeOn, type RoomRow } from "./room.repository.ts";

/** What the two agreed on, for the feature that carries it on: a notice for a state seller, a deal for any other. */
export type AgreedRoom = { readonly room: RoomRow; readonly sellerClass: SellerClass; readonly terms: DealTerms; readonly agreedAt: Date };

/** The agreed room under its lock; the caller asks the policy with `sellerId` before he uses anything of it. */
export async function agreedRoom(ctx: Context, roomId: string): Promise<AgreedRoom> {
  const room = await lockRoom(ctx.tx, roomId);
  ctx.authorise({ ownerId: room.sellerId });
  presenceIn(room, ctx.actor);
  if (room.state !== "AGREED" || room.agreedOfferNo === null || room.agreedAt === null) throw new DomainError("ROOM_NOT_AGREED", "conflict");
  const offer = await ctx.tx.roomOffer.findUniqueOrThrow({ where: { roomId_no: { roomId, no: room.agreedOfferNo } } });
  return { room, sellerClass: sellerClassOf(room.seller.kind), terms: storedTerms(offer.terms)!, agreedAt: room.agreedAt };
}

export function demandNoticeWay({ sellerClass }: AgreedRoom, way: "NOTICE" | "DEAL"): void {
  const needsNotice = sellerClass !== "PRIVATE";
  if (way === "DEAL" && needsNotice) refuse("ROOM_NEEDS_NOTICE");
  if (way === "NOTICE" && !needsNotice) refuse("ROOM_NEEDS_NO_NOTICE");
}

/** The agreement has become a notice or a deal (转入公示、成交); the talks are over. */
export async function concludeRoom(ctx: Context, room: RoomRow, into: { readonly noticeId: string } | { readonly dealId: string }): Promise<void> {
  const state = step(ROOM_MOVES, room.state, "carryOn");
  await writeOn(ctx, room, [{ kind: "CARRIED_ON" }], { ...into, closedAt: ctx.clock.now() }, state);
  ctx.record(traceOf(room, { state, ...into }));
}

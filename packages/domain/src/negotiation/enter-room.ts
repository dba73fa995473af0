import { demandExportStage } from "../export-control/index.ts";
import { organisationOf, personIdOf, type Actor } from "../shared/actor.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { factsOf, hasSigned, lockRoom, sideOf, type RoomRow } from "./room.repository.ts";
import type { Side } from "./room.rules.ts";

export type Presence = { readonly room: RoomRow; readonly organisationId: string; readonly personId: string; readonly side: Side; readonly isPrincipal: boolean };

/** Who stands in the room: a person of a party who has signed the agreement in force. Nobody else gets past this, whatever the office. */
export function presenceIn(room: RoomRow, actor: Actor): Presence {
  const [organisationId, personId] = [organisationOf(actor)?.id, personIdOf(actor)];
  if (organisationId === undefined || personId === null) refuse("ROOM_PERSONS_ONLY");
  if (!hasSigned(room, personId, organisationId)) refuse("ROOM_SIGN_FIRST");
  return { room, organisationId, personId, side: sideOf(room, organisationId), isPrincipal: organisationId === room.sellerId || organisationId === room.buyerId };
}

/** Takes the room's lock, asks the policy and looks for the signature. */
export async function enterRoom(ctx: Context, roomId: string): Promise<Presence> {
  const room = await lockRoom(ctx.tx, roomId);
  ctx.authorise(factsOf(room));
  return presenceIn(room, ctx.actor);
}

/** The talks run: both have signed and nobody has closed the room. */
export function demandTalking({ room }: Presence): void {
  if (room.state !== "OPEN" && room.state !== "AGREED") refuse("ROOM_NOT_OPEN");
}

/**
 * What is said, offered or shown in talks is technology going abroad where the buyer or the use is (出口管制法 2): every such act asks the gate, not only
 * the opening of the room, since a gate may be opened, checked anew or closed while the talks run. Rights and income §12.3.
 */
export async function demandMayTell(ctx: Pick<Context, "tx">, room: Pick<RoomRow, "resultId" | "buyerId">): Promise<void> {
  await demandExportStage(ctx, "NEGOTIATE", room.resultId, room.buyerId);
}

export function demandOpen({ room }: Presence, event: string): void {
  if (room.state === "INVITED") refuse("ROOM_NOT_OPEN");
  if (room.state !== "OPEN") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: room.state, event });
}

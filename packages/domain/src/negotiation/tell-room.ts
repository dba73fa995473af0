import { notifyOrganisation, type NotificationKind } from "../notification/index.ts";
import type { Context } from "../shared/use-case.ts";
import type { RoomRow } from "./room.repository.ts";
import type { Side } from "./room.rules.ts";

/** Tells one side of a room, its principal and its managers, that something waits there; never what. */
export async function tellSide(ctx: Context, room: RoomRow, side: Side, kind: NotificationKind): Promise<void> {
  const message = { kind, params: { no: room.no, title: room.result.title }, link: `/desk/negotiations/${room.id}` } as const;
  const principal = side === "SELLER" ? room.sellerId : room.buyerId;
  await notifyOrganisation(ctx, principal, [side], message);
  for (const party of room.parties) {
    if (party.side === side && party.mandate?.state === "ACTIVE") await notifyOrganisation(ctx, party.organisationId, ["TECHNOLOGY_MANAGER"], message);
  }
}

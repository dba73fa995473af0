import { mandatesInForce } from "../technology-manager/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { factsOf, getRoom, lockRoom, sideOf, traceOf, writeOn } from "./room.repository.ts";
import { BringManagerInput } from "./room.schema.ts";
import { tellSide } from "./tell-room.ts";

/** A principal brings in the technology manager who holds its mandate. He signs before he sees anything. */
export const bringManager = defineUseCase("room.bring-manager", BringManagerInput, async (ctx, { roomId, mandateId }) => {
  const room = await lockRoom(ctx.tx, roomId);
  ctx.authorise(factsOf(room));
  const clientId = organisationOf(ctx.actor)!.id;
  if (room.state === "CLOSED" || room.state === "CONCLUDED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: room.state, event: "bringManager" });
  const side = sideOf(room, clientId);
  const mandate = (await mandatesInForce(ctx.tx, { clientId, side, resultId: room.resultId })).find(({ id }) => id === mandateId) ?? refuse("ROOM_MANDATE_UNFIT");
  if (room.parties.some(({ organisationId }) => organisationId === mandate.agencyId)) refuse("ROOM_MANAGER_THERE");
  await ctx.tx.roomParty.create({ data: { roomId, organisationId: mandate.agencyId, side, mandateId, joinedAt: ctx.clock.now() } });
  await writeOn(ctx, room, [{ kind: "MANAGER_CAME" }]);
  ctx.record(traceOf(room, { mandateId, agencyId: mandate.agencyId }));
  await tellSide(ctx, await getRoom(ctx.tx, roomId), side, "room.invited");
  return { roomId, agencyId: mandate.agencyId };
});

import type { Prisma } from "../generated/client.ts";
import { termProblems, termsToJson } from "../terms/index.ts";
import { canonicalJson, sha256, toJson } from "../shared/canonical.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandMayTell, demandOpen, enterRoom, type Presence } from "./enter-room.ts";
import { traceOf, writeOn } from "./room.repository.ts";
import { daysAfter, otherSide } from "./room.rules.ts";
import { MakeOfferInput } from "./room.schema.ts";
import { tellSide } from "./tell-room.ts";

/**
 * One side offers terms (要约); what the other side had offered is thereby countered (反要约, 民法典 488), what one's own side had offered is
 * replaced. A principal's offer is his acceptance; what a manager offers his client still has to accept.
 */
export const makeOffer = defineUseCase("room.offer", MakeOfferInput, async (ctx, { roomId, terms, note, validDays }) => {
  const presence = await enterRoom(ctx, roomId);
  demandOpen(presence, "offer");
  demandMayOffer(presence);
  await demandMayTell(ctx, presence.room);
  const at = ctx.clock.now();
  const problems = termProblems(terms, dayOf(at));
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, problems);
  const { room, side, isPrincipal, organisationId, personId } = presence;
  const open = await ctx.tx.roomOffer.findMany({ where: { roomId, state: "OPEN" } });
  for (const offer of open) {
    await ctx.tx.roomOffer.update({ where: { roomId_no: { roomId, no: offer.no } }, data: { state: offer.side === side ? "WITHDRAWN" : "COUNTERED", answeredAt: at } });
  }
  const json = toJson(termsToJson(terms));
  const hash = sha256(canonicalJson(json)).toString("hex");
  const no = (await ctx.tx.roomOffer.count({ where: { roomId } })) + 1;
  const answered = open.find((offer) => offer.side !== side) ?? open[0];
  await ctx.tx.roomOffer.create({
    data: {
      roomId, no, side, organisationId, personId, terms: json as Prisma.InputJsonObject, hash, note, at, validUntil: daysAfter(at, validDays), answersNo: answered?.no ?? null,
      ...(isPrincipal ? (side === "SELLER" ? { sellerAcceptedAt: at } : { buyerAcceptedAt: at }) : {}),
    },
  });
  await writeOn(ctx, room, [{ kind: "OFFER", about: no }]);
  ctx.record(traceOf(room, { offerNo: no, hash }));
  await tellSide(ctx, room, otherSide(side), "room.offer-made");
  if (!isPrincipal) await tellSide(ctx, room, side, "room.offer-made");
  return { roomId, offerNo: no, hash };
});

function demandMayOffer({ room, organisationId, isPrincipal }: Presence): void {
  if (isPrincipal) return;
  const services = room.parties.find((party) => party.organisationId === organisationId)?.mandate?.services ?? [];
  if (!services.includes("NEGOTIATE")) refuse("ROOM_OFFERS_NOT_IN_MANDATE");
}

import { organisationOf } from "../shared/actor.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { EditSessionInput, SessionInput } from "./auction-session.schema.ts";

/** The auctioneer puts announced lots of the venue together in a session (专场); when each of them runs is its own announcement's business. */
export const makeSession = defineUseCase("auction-session.make", SessionInput, async (ctx, { title, titleEn, auctionIds }) => {
  const venueId = organisationOf(ctx.actor)?.id ?? "";
  ctx.authorise({ venueId });
  const now = ctx.clock.now();
  const session = await ctx.tx.auctionSession.create({ data: { title, titleEn: titleEn ?? null, venueId, createdAt: now } });
  await putLots(ctx, session.id, venueId, auctionIds);
  ctx.record({ type: "auction-session", id: session.id, after: { title, titleEn, auctionIds } });
  return { sessionId: session.id };
});

/** Title, lots and order may change until the first lot has begun. */
export const editSession = defineUseCase("auction-session.edit", EditSessionInput, async (ctx, { sessionId, title, titleEn, auctionIds }) => {
  const session = await ctx.tx.auctionSession.findUnique({ where: { id: sessionId }, include: { lots: { orderBy: { position: "asc" }, include: { auction: { select: { state: true } } } } } });
  if (!session) notFound("auction-session", sessionId);
  ctx.authorise({ venueId: session.venueId });
  if (session.lots.some(({ auction }) => auction.state !== "SCHEDULED")) throw new DomainError("SESSION_HAS_BEGUN", "refused");
  await ctx.tx.auctionSession.update({ where: { id: sessionId }, data: { title, titleEn: titleEn ?? null } });
  await ctx.tx.auctionSessionLot.deleteMany({ where: { sessionId } });
  await putLots(ctx, sessionId, session.venueId, auctionIds);
  ctx.record({ type: "auction-session", id: sessionId, before: { title: session.title, auctionIds: session.lots.map(({ auctionId }) => auctionId) }, after: { title, titleEn, auctionIds } });
  return { sessionId };
});

async function putLots(ctx: Context, sessionId: string, venueId: string, auctionIds: readonly string[]): Promise<void> {
  const lots = await ctx.tx.auction.findMany({ where: { id: { in: [...auctionIds] }, state: "SCHEDULED", listing: { venueId } }, select: { id: true, sessionLot: { select: { sessionId: true } } } });
  if (lots.length !== auctionIds.length) throw new DomainError("SESSION_LOT_NOT_ANNOUNCED", "refused");
  if (lots.some(({ sessionLot }) => sessionLot !== null)) throw new DomainError("SESSION_LOT_ELSEWHERE", "refused");
  await ctx.tx.auctionSessionLot.createMany({ data: auctionIds.map((auctionId, i) => ({ sessionId, auctionId, position: i + 1 })) });
}

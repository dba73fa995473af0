import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { addDays, dayOf, startOfDay, day, type Day } from "../shared/clock.ts";
import { Id } from "../shared/input.ts";
import { notFound } from "../shared/errors.ts";
import { decodeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { NOT_WITHHELD } from "../shared/withheld.ts";
import { LOT_CARD, lotCard } from "./auction.queries.ts";

const VENUE = { select: { id: true, name: true, nameEn: true } } as const;

/** Sessions with the first of their lots ahead or running come first; what is over follows, newest first. */
export const searchSessions = defineQuery("auction-session.search", PageInput, async (ctx, { limit, cursor }) => {
  ctx.authorise();
  const position = decodeCursor(cursor, 2);
  const rows = await ctx.db.auctionSession.findMany({
    where: position === null ? {} : { OR: [{ createdAt: { lt: new Date(position[0] as string) } }, { createdAt: new Date(position[0] as string), id: { lt: position[1] as string } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, title: true, titleEn: true, createdAt: true, venueId: true, lots: { select: { auction: { select: { freeStartsAt: true, endsAt: true } } } } },
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  const venues = new Map((await ctx.db.organisation.findMany({ where: { id: { in: page.items.map(({ venueId }) => venueId) } }, ...VENUE })).map((venue) => [venue.id, venue]));
  return {
    items: page.items.map(({ lots, venueId, ...session }) => ({
      ...session,
      venue: venues.get(venueId)!,
      ...spanOf(lots),
    })),
    nextCursor: page.nextCursor,
  };
});

/** The catalogue of a session: its lots in their order. */
export const readSession = defineQuery("auction-session.read", z.object({ sessionId: Id }), async (ctx, { sessionId }) => {
  ctx.authorise();
  const session = await ctx.db.auctionSession.findUnique({ where: { id: sessionId }, include: { lots: { where: { auction: { listing: { result: NOT_WITHHELD } } }, orderBy: { position: "asc" }, select: { position: true, auction: { select: LOT_CARD } } } } });
  if (!session) notFound("auction-session", sessionId);
  const venue = await ctx.db.organisation.findUniqueOrThrow({ where: { id: session.venueId }, ...VENUE });
  return { id: session.id, title: session.title, titleEn: session.titleEn, venue, lots: session.lots.map(({ position, auction }) => ({ position, ...lotCard(auction) })) };
});

/** Announced lots of the caller's venue that stand in no session yet, by their start. */
export const listSessionCandidates = defineQuery("auction-session.list-candidates", z.object({}), async (ctx) => {
  const venueId = organisationOf(ctx.actor)?.id ?? "";
  ctx.authorise({ venueId });
  const rows = await ctx.db.auction.findMany({
    where: { state: "SCHEDULED", sessionLot: null, listing: { venueId } },
    orderBy: [{ freeStartsAt: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, no: true, freeStartsAt: true, listing: { select: { result: { select: { title: true, titleEn: true } } } } },
  });
  return { items: rows.map(({ listing, ...lot }) => ({ ...lot, ...listing.result })) };
});

/** The sessions of the caller's venue, newest first; what has not begun may still be changed. */
export const listOwnSessions = defineQuery("auction-session.list-candidates", PageInput, async (ctx, { limit, cursor }) => {
  const venueId = organisationOf(ctx.actor)?.id ?? "";
  ctx.authorise({ venueId });
  const position = decodeCursor(cursor, 2);
  const rows = await ctx.db.auctionSession.findMany({
    where: { venueId, ...(position === null ? {} : { OR: [{ createdAt: { lt: new Date(position[0] as string) } }, { createdAt: new Date(position[0] as string), id: { lt: position[1] as string } }] }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, title: true, titleEn: true, createdAt: true, lots: { select: { auction: { select: { state: true, freeStartsAt: true, endsAt: true } } } } },
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: page.items.map(({ lots, createdAt: _made, ...session }) => ({ ...session, ...spanOf(lots), mayEdit: lots.every(({ auction }) => auction.state === "SCHEDULED") })), nextCursor: page.nextCursor };
});

type SpannedLot = { readonly auction: { readonly freeStartsAt: Date; readonly endsAt: Date } };

function spanOf(lots: readonly SpannedLot[]): { readonly lotCount: number; readonly startsAt: Date; readonly endsAt: Date } {
  return { lotCount: lots.length, startsAt: new Date(Math.min(...lots.map(({ auction }) => auction.freeStartsAt.getTime()))), endsAt: new Date(Math.max(...lots.map(({ auction }) => auction.endsAt.getTime()))) };
}

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const MOST_LOTS = 500;

/** The lots that begin or end in a month, day by day (竞价日历). Without a month, the present one. */
export const readAuctionCalendar = defineQuery("auction.search", z.object({ month: Month.optional() }), async (ctx, { month: asked }) => {
  ctx.authorise();
  const today = dayOf(await ctx.now());
  const month = asked ?? today.slice(0, 7);
  const first = day(`${month}-01`);
  const next = nextMonth(first);
  const within = { gte: startOfDay(first), lt: startOfDay(next) };
  const rows = await ctx.db.auction.findMany({
    where: { OR: [{ freeStartsAt: within }, { endsAt: within }, { closedAt: within }], listing: { result: NOT_WITHHELD } },
    orderBy: [{ freeStartsAt: "asc" }, { id: "asc" }],
    take: MOST_LOTS,
    select: { id: true, no: true, state: true, stage: true, freeStartsAt: true, endsAt: true, closedAt: true, listing: { select: { result: { select: { title: true, titleEn: true } } } } },
  });
  const moments = rows.flatMap(({ id, no, state, stage, freeStartsAt, endsAt, closedAt, listing }) =>
    ([["starts", freeStartsAt], ["ends", closedAt ?? endsAt]] as const)
      .filter(([, at]) => at >= within.gte && at < within.lt)
      .map(([what, at]) => ({ id, no, state, stage, what, at, day: dayOf(at), title: listing.result.title, titleEn: listing.result.titleEn })),
  );
  return { month, today, first, previous: dayOf(new Date(startOfDay(first).getTime() - 1)).slice(0, 7), next: next.slice(0, 7), moments: moments.sort((a, b) => a.at.getTime() - b.at.getTime()) };
});

function nextMonth(first: Day): Day {
  return day(`${addDays(first, 31).slice(0, 7)}-01`);
}

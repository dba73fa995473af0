import { idsOf, instantsOf, moved, moveDueActs, type DeadlineMove, type DeadlineWindow, type Extension } from "../shared/deadline-move.ts";
import type { Tx } from "../shared/database.ts";

/** Announcement periods that end in the window end later (公告期特别延期); their timelines say so. */
export async function extendListingPeriods(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  const rows = await tx.$queryRaw<{ id: string; due: Date }[]>`
    select id::text, period_ends_at as due from listing
    where state = 'LISTED' and period_ends_at >= ${from} and period_ends_at <= ${until} and division_code like ${`${divisionPrefix}%`} and (${venueId}::uuid is null or venue_id = ${venueId}::uuid)
    order by id for update`;
  const moves = moved(rows, extension);
  if (moves.length === 0) return moves;
  await tx.$executeRaw`
    update listing l set period_ends_at = m.due, version = l.version + 1, updated_at = ${extension.at}
    from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where l.id = m.id`;
  await tx.$executeRaw`
    insert into listing_step (listing_id, no, event, effective_at, at, reason, terms_no, period_ends_at, working_days, calendar_version)
    select l.id, (select coalesce(max(s.no), 0) + 1 from listing_step s where s.listing_id = l.id), 'extend', ${extension.at}, ${extension.at}, ${extension.reason}, l.terms_version, m.due, l.working_days, l.calendar_version
    from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) join listing l on l.id = m.id`;
  await moveDueActs(tx, "listing.end-period", moves);
  return moves;
}

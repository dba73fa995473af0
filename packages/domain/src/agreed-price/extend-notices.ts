import { idsOf, instantsOf, moved, moveDueActs, type DeadlineMove, type DeadlineWindow, type Extension } from "../shared/deadline-move.ts";
import type { Tx } from "../shared/database.ts";
import { NOTICE_DUE } from "./notice.due.ts";

/** Public notices that end in the window run on (公示期特别延期); their timelines say so, and the days won count as theirs if an objection stops them later. */
export async function extendNotices(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  const rows = await tx.$queryRaw<{ id: string; due: Date }[]>`
    select id::text, ends_at as due from public_notice
    where state = 'RUNNING' and ends_at >= ${from} and ends_at <= ${until} and division_code like ${`${divisionPrefix}%`} and (${venueId}::uuid is null or venue_id = ${venueId}::uuid)
    order by id for update`;
  const moves = moved(rows, extension);
  if (moves.length === 0) return moves;
  await tx.$executeRaw`
    update public_notice n set ends_at = m.due, remaining_days = coalesce(n.remaining_days, n.days) + extract(day from m.due - n.ends_at)::int, version = n.version + 1
    from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where n.id = m.id`;
  await tx.$executeRaw`
    insert into notice_step (notice_id, no, event, effective_at, at, reason, ends_at)
    select m.id, (select coalesce(max(s.no), 0) + 1 from notice_step s where s.notice_id = m.id), 'extend', ${extension.at}, ${extension.at}, ${extension.reason}, m.due
    from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due)`;
  await moveDueActs(tx, NOTICE_DUE.clear, moves);
  return moves;
}

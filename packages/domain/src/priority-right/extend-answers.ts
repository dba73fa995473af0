import { idsOf, instantsOf, moved, type DeadlineMove, type DeadlineWindow, type Extension } from "../shared/deadline-move.ts";
import type { Tx } from "../shared/database.ts";

type Open = { readonly id: string; readonly due: Date; readonly subjectId: string };

/**
 * Holders of priority rights who are to answer in the window may answer later (优先购买权答复期限特别延期): who could not reach the platform has not waived.
 * An answer that was due already has lapsed. One line a listing or notice in the list of the extension.
 */
export async function extendPriorityAnswers(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  const rows = await tx.$queryRaw<Open[]>`
    select r.id::text, r.due_at as due, r.subject_id::text as "subjectId" from priority_right r
    left join listing l on r.subject_type = 'listing' and l.id = r.subject_id
    left join public_notice n on r.subject_type = 'notice' and n.id = r.subject_id
    where r.state = 'NOTIFIED' and r.due_at > ${extension.at} and r.due_at >= ${from} and r.due_at <= ${until}
      and coalesce(l.division_code, n.division_code) like ${`${divisionPrefix}%`} and (${venueId}::uuid is null or coalesce(l.venue_id, n.venue_id) = ${venueId}::uuid)
    order by r.subject_id, r.due_at, r.id for update of r`;
  if (rows.length === 0) return [];
  const moves = moved(rows, extension);
  await tx.$executeRaw`update priority_right r set due_at = m.due, version = r.version + 1 from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where r.id = m.id`;
  return moves.flatMap((move, i) => (rows[i]!.subjectId === rows[i - 1]?.subjectId ? [] : [{ ...move, id: rows[i]!.subjectId }]));
}

import { idsOf, instantsOf, moved, moveDueActs, type DeadlineMove, type DeadlineWindow, type Extension } from "../shared/deadline-move.ts";
import type { Tx } from "../shared/database.ts";

/** Deposits awaited in the window may come later (保证金缴纳期限特别延期). */
export async function extendDeposits(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  const rows = await tx.$queryRaw<{ id: string; due: Date }[]>`
    select d.id::text, d.due_at as due from deposit d join intent i on i.id = d.intent_id join listing l on l.id = i.listing_id
    where d.state = 'REQUESTED' and d.due_at >= ${from} and d.due_at <= ${until} and l.division_code like ${`${divisionPrefix}%`} and (${venueId}::uuid is null or l.venue_id = ${venueId}::uuid)
    order by d.id for update of d`;
  const moves = moved(rows, extension);
  if (moves.length === 0) return moves;
  await tx.$executeRaw`update deposit d set due_at = m.due, version = d.version + 1 from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where d.id = m.id`;
  await moveDueActs(tx, "deposit.expire", moves);
  return moves;
}

import { idsOf, instantsOf, moved, moveDueActs, type DeadlineMove, type DeadlineWindow, type Extension } from "../shared/deadline-move.ts";
import type { Tx } from "../shared/database.ts";
import { DEAL_DUE } from "./deal.due.ts";

/** Deadlines for signing that fall in the window come later (签约期限特别延期). */
export async function extendSigning(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  const rows = await tx.$queryRaw<{ id: string; due: Date }[]>`
    select id::text, sign_due_at as due from deal
    where state in ('AWARDED', 'CONTRACTING') and sign_due_at >= ${from} and sign_due_at <= ${until} and division_code like ${`${divisionPrefix}%`} and (${venueId}::uuid is null or venue_id = ${venueId}::uuid)
    order by id for update`;
  const moves = moved(rows, extension);
  if (moves.length === 0) return moves;
  await tx.$executeRaw`update deal d set sign_due_at = m.due, version = d.version + 1 from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where d.id = m.id`;
  await moveDueActs(tx, DEAL_DUE.missSigning, moves);
  return moves;
}

import { idsOf, instantsOf, moved, moveDueActs, shiftDueActs, type DeadlineMove, type DeadlineWindow, type Extension } from "../shared/deadline-move.ts";
import type { Tx } from "../shared/database.ts";

/** Corrections of files that are due in the window may be handed in later (补正期限特别延期). Offices are not venues: a venue's extension has none. */
export async function extendCorrections(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  if (venueId !== null) return [];
  const rows = await tx.$queryRaw<{ id: string; due: Date }[]>`
    select id::text, correction_due_at as due from contract
    where correction_due_at >= ${from} and correction_due_at <= ${until} and division_code like ${`${divisionPrefix}%`}
      and exists (select 1 from due_act d where d.kind = 'recognition.miss-correction' and d.subject_id = contract.id::text and d.done_at is null)
    order by id for update`;
  const moves = moved(rows, extension);
  if (moves.length === 0) return moves;
  await tx.$executeRaw`
    update contract c set correction_due_at = m.due, next_due_at = case when c.next_due_at = c.correction_due_at then m.due else c.next_due_at end
    from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where c.id = m.id`;
  await moveDueActs(tx, "recognition.miss-correction", moves);
  return moves;
}

/** Files that are to be decided in the window may be decided later (认定期限特别延期), and the office is reminded later by as much. */
export async function extendDecisions(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  if (venueId !== null) return [];
  const rows = await tx.$queryRaw<{ id: string; due: Date }[]>`
    select id::text, due_at as due from contract
    where state in ('ACCEPTED', 'SECOND_REVIEW') and due_at >= ${from} and due_at <= ${until} and division_code like ${`${divisionPrefix}%`}
    order by id for update`;
  const moves = moved(rows, extension);
  if (moves.length === 0) return moves;
  await tx.$executeRaw`
    update contract c set due_at = m.due, warn_at = c.warn_at + (m.due - c.due_at), next_due_at = case when c.next_due_at = c.due_at then m.due else c.next_due_at end
    from unnest(${idsOf(moves)}::uuid[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where c.id = m.id`;
  await shiftDueActs(tx, ["recognition.warn", "recognition.escalate"], moves);
  return moves;
}

import type { Tx } from "./database.ts";

/** A deadline that an extraordinary extension moves (特别延期). */
export type DeadlineMove = { readonly id: string; readonly from: Date; readonly to: Date };

/** Which deadlines: those that fall in the window, of one venue or of a division. */
export type DeadlineWindow = { readonly from: Date; readonly until: Date; readonly venueId: string | null; readonly divisionPrefix: string };

/** What the timeline of each says, and how far a deadline moves. */
export type Extension = { readonly reason: string; readonly at: Date; readonly later: (deadline: Date) => Date };

export const idsOf = (moves: readonly DeadlineMove[]): string[] => moves.map(({ id }) => id);
export const instantsOf = (moves: readonly DeadlineMove[]): string[] => moves.map(({ to }) => to.toISOString());

/** Rows of a locking select, with the instant that each moves to. */
export function moved(rows: readonly { readonly id: string; readonly due: Date }[], { later }: Extension): DeadlineMove[] {
  return rows.map(({ id, due }) => ({ id, from: due, to: later(due) }));
}

/** Moves what the platform itself does at those deadlines, where it is still to be done. */
export async function moveDueActs(tx: Tx, kind: string, moves: readonly DeadlineMove[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.$executeRaw`
    update due_act d set due_at = m.due, attempts = 0, next_try_at = null, last_error = null
    from unnest(${idsOf(moves)}::text[], ${instantsOf(moves)}::timestamptz[]) as m(id, due) where d.kind = ${kind} and d.subject_id = m.id and d.done_at is null`;
}

/** Moves acts that are due some time before or after a deadline by as much as the deadline moved. */
export async function shiftDueActs(tx: Tx, kinds: readonly string[], moves: readonly DeadlineMove[]): Promise<void> {
  if (moves.length === 0) return;
  const byMs = moves.map(({ from, to }) => to.getTime() - from.getTime());
  await tx.$executeRaw`
    update due_act d set due_at = d.due_at + m.ms * interval '1 millisecond', attempts = 0, next_try_at = null, last_error = null
    from unnest(${idsOf(moves)}::text[], ${byMs}::bigint[]) as m(id, ms) where d.kind = any(${[...kinds]}) and d.subject_id = m.id and d.done_at is null`;
}

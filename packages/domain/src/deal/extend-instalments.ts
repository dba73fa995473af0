import { dayOf, endOfDay } from "../shared/clock.ts";
import { shiftDueActs, type DeadlineMove, type DeadlineWindow, type Extension } from "../shared/deadline-move.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import type { Tx } from "../shared/database.ts";
import { DEAL_DUE } from "./deal.due.ts";

type Open = { readonly dealId: string; readonly no: number; readonly dueOn: Date; readonly isNext: boolean };

/** Unpaid instalments whose day ends in the window are due later (付款期限特别延期); that of the next one moves the overdue mark with it. */
export async function extendInstalments(tx: Tx, { from, until, venueId, divisionPrefix }: DeadlineWindow, extension: Extension): Promise<DeadlineMove[]> {
  const open = await tx.$queryRaw<Open[]>`
    select p.deal_id::text as "dealId", p.no, p.due_on as "dueOn", not exists (select 1 from deal_payment e where e.deal_id = p.deal_id and e.paid_at is null and e.no < p.no) as "isNext"
    from deal_payment p join deal d on d.id = p.deal_id
    where d.state = 'SETTLING' and p.paid_at is null and (p.due_on + 1) at time zone 'Asia/Shanghai' >= ${from} and (p.due_on + 1) at time zone 'Asia/Shanghai' <= ${until}
      and d.division_code like ${`${divisionPrefix}%`} and (${venueId}::uuid is null or d.venue_id = ${venueId}::uuid)
    order by p.deal_id, p.no for update of p`;
  const moves: DeadlineMove[] = [];
  const next: DeadlineMove[] = [];
  for (const { dealId, no, dueOn, isNext } of open) {
    const due = endOfDay(dayOfColumn(dueOn));
    const move = { id: dealId, from: due, to: extension.later(due) };
    await tx.dealPayment.update({ where: { dealId_no: { dealId, no } }, data: { dueOn: dateColumn(dayOf(new Date(move.to.getTime() - 1))) } });
    // One line a deal in the list of the extension: that of the first of its instalments that moved.
    if (moves.at(-1)?.id !== dealId) moves.push(move);
    if (isNext) next.push(move);
  }
  await shiftDueActs(tx, [DEAL_DUE.fallOverdue], next);
  return moves;
}

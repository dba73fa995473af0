import { organisationOf } from "../shared/actor.ts";
import { addDays, dayOf, endOfDay, startOfDay } from "../shared/clock.ts";
import { defineQuery } from "../shared/use-case.ts";
import { PerformanceInput } from "./inspection.schema.ts";

type Row = {
  readonly office_id: string; readonly office: string; readonly registered: number; readonly refused: number; readonly late: number; readonly median_days: number | null; readonly p90_days: number | null;
  readonly corrections: number; readonly submitted: number; readonly revoked: number; readonly returned: number; readonly overdue: number; readonly warned: number;
};

/** How the offices of an area did in a period (登记机构履职): time from acceptance to decision, corrections, what was returned or revoked, and what is late now. */
export const officePerformance = defineQuery("review.office-performance", PerformanceInput, async (ctx, input) => {
  const area = organisationOf(ctx.actor)?.jurisdiction;
  ctx.authorise({ divisionCode: area === undefined || area === null ? null : area.padEnd(6, "0") });
  const now = await ctx.now();
  const to = input.to ?? dayOf(now);
  const from = input.from ?? addDays(to, -90);
  const [begin, end] = [startOfDay(from), endOfDay(to)];
  const rows = await ctx.db.$queryRaw<Row[]>`
    with office as (select id, name, division_code from organisation where kind = 'REGISTRATION_OFFICE' and division_code like ${`${area ?? ""}%`}),
    act as (
      select c.office_id, d.event, d.to_state, d.at, c.accepted_at, c.due_at
      from recognition_decision d join contract c on c.id = d.contract_id join office o on o.id = c.office_id
      where d.at >= ${begin} and d.at < ${end}),
    decided as (select office_id, extract(epoch from at - accepted_at) / 86400 as days, at > due_at as late from act where event in ('register', 'refuse') and accepted_at is not null),
    standing as (
      select office_id, count(*) filter (where next_due_at <= ${now})::int as overdue, count(*) filter (where next_due_at > ${now} and warn_at <= ${now})::int as warned
      from contract where next_due_at is not null and state in ('SUBMITTED', 'ACCEPTED', 'SECOND_REVIEW', 'CHANGE_PENDING', 'RE_REVIEW') group by office_id),
    counted as (
      select office_id, count(*) filter (where event = 'register')::int as registered, count(*) filter (where to_state = 'REFUSED')::int as refused, count(*) filter (where event = 'requestCorrection')::int as corrections,
             count(*) filter (where event = 'submit')::int as submitted, count(*) filter (where to_state = 'REVOKED')::int as revoked, count(*) filter (where event = 'reopen')::int as returned
      from act group by office_id),
    times as (
      select office_id, percentile_cont(0.5) within group (order by days) as median_days, percentile_cont(0.9) within group (order by days) as p90_days, count(*) filter (where late)::int as late
      from decided group by office_id)
    select o.id::text as office_id, o.name as office, coalesce(c.registered, 0) as registered, coalesce(c.refused, 0) as refused, coalesce(t.late, 0) as late, t.median_days::float8, t.p90_days::float8,
           coalesce(c.corrections, 0) as corrections, coalesce(c.submitted, 0) as submitted, coalesce(c.revoked, 0) as revoked, coalesce(c.returned, 0) as returned, coalesce(s.overdue, 0) as overdue, coalesce(s.warned, 0) as warned
    from office o left join counted c on c.office_id = o.id left join times t on t.office_id = o.id left join standing s on s.office_id = o.id
    order by coalesce(s.overdue, 0) desc, coalesce(t.median_days, 0) desc, o.division_code`;
  return {
    from,
    to,
    offices: rows.map(({ office_id: officeId, office, median_days: medianDays, p90_days: p90Days, ...counts }) => ({
      officeId, office, ...counts, medianDays: rounded(medianDays), p90Days: rounded(p90Days),
      /** Of every hundred files that came, how many were sent back for correction. */
      correctionPercent: counts.submitted === 0 ? null : Math.round((counts.corrections * 100) / counts.submitted),
    })),
  };
});

/** Days with one decimal. */
function rounded(days: number | null): number | null {
  return days === null ? null : Math.round(days * 10) / 10;
}

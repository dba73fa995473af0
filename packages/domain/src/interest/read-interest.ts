import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { dayOf, startOfDay } from "../shared/clock.ts";
import { dateColumn } from "../shared/input.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";

const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;
const SHOWN = 20;

/** Listings of which everybody may know how many registered: their period is over (交易规则: while it runs, nobody is told). */
const COUNTED_STATES = ["AGREE_PRICE", "BIDDING", "AWARDED", "CONTRACTING", "SETTLING", "CERTIFIED", "CLOSED"] as const;

/** What interest there is in what the reader's organisation offers (关注度): sessions that opened it, followers, and intents once they may be told. */
export const readInterest = defineQuery("interest.read-own", z.object({}), async (ctx) => {
  const ownerId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId });
  const since = dateColumn(dayOf(new Date(startOfDay(dayOf(await ctx.now())).getTime() - RECENT_DAYS * DAY_MS)));
  const rows = await seen(ctx, ownerId!, since);
  const intents = await ctx.db.intent.groupBy({ by: ["listingId"], where: { listingId: { in: rows.filter(({ kind }) => kind === "LISTING").map(({ id }) => id) }, listing: { state: { in: [...COUNTED_STATES] } } }, _count: true });
  return {
    days: RECENT_DAYS,
    items: rows.map((row) => ({ ...row, intents: intents.find(({ listingId }) => listingId === row.id)?._count ?? null })),
  };
});

type Row = { readonly kind: "RESULT" | "DEMAND" | "LISTING"; readonly id: string; readonly title: string; readonly alias: string | null; readonly recent: number; readonly views: number; readonly followers: number };

async function seen(ctx: ReadContext, ownerId: string, since: Date): Promise<Row[]> {
  return ctx.db.$queryRaw<Row[]>`
    select e.kind::text as kind, e.subject_id as id, e.title, e.alias, coalesce(v.recent, 0)::int as recent, coalesce(v.views, 0)::int as views,
           (select count(*)::int from follow f where f.kind = e.kind and f.subject_id = e.subject_id) as followers
    from search_entry e
    left join lateral (select sum(views) as views, sum(views) filter (where "on" > ${since}) as recent from view_count c where c.kind = e.kind and c.subject_id = e.subject_id) as v on true
    where e.owner_id = ${ownerId}::uuid
    order by coalesce(v.recent, 0) desc, followers desc, e.at desc limit ${SHOWN}`;
}

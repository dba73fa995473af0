import { z } from "zod";
import { searchNotices } from "../agreed-price/index.ts";
import { searchAuctions } from "../auction/index.ts";
import { LISTING_GROUPS } from "../listing/index.ts";
import { STANDING_STATES } from "../recognition/index.ts";
import { calendarFor, TECH_FIELDS } from "../reference/index.ts";
import { workingDaysBetween } from "../shared/calendar.ts";
import { addDays, dayOf, startOfDay } from "../shared/clock.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { readStatistics } from "../statistics/index.ts";

const MOST_AUCTIONS = 5;
const LOOKED_AT_AUCTIONS = 50;
const MOST_NOTICES = 6;
const MOST_FIELDS = 6;
const RESULTS_A_FIELD = 3;
const MOST_FLOWS = 10;

/** What the home page shows, the same for every visitor: what happens today and where to look on. */
export const readHome = defineQuery("home.read", z.object({}), async (ctx) => {
  ctx.authorise();
  const now = await ctx.now();
  const [today, auctions, notices, newest, market] = await Promise.all([figures(ctx, now), lots(ctx), running(ctx, now), newestByField(ctx), marketOf(ctx)]);
  return { now, ...today, turnover: market.turnover, auctions, notices, newest, map: market.map };
});

/** Counts of today and yesterday. A day's amounts stay out: behind them may stand a single unit. */
async function figures({ db }: ReadContext, now: Date) {
  const today = startOfDay(dayOf(now));
  const yesterday = startOfDay(addDays(dayOf(now), -1));
  const registered = (from: Date, to?: Date) => db.contract.count({ where: { state: { in: [...STANDING_STATES] }, registeredAt: { gte: from, ...(to ? { lt: to } : {}) } } });
  const offered = { state: { in: [...LISTING_GROUPS.open, ...LISTING_GROUPS.trading] } };
  const published = { state: "PUBLISHED" as const };
  const [contractsToday, contractsYesterday, listings, listingsToday, results, resultsToday] = await Promise.all([
    registered(today), registered(yesterday, today),
    db.listing.count({ where: offered }), db.listing.count({ where: { ...offered, publishedAt: { gte: today } } }),
    db.result.count({ where: published }), db.result.count({ where: { ...published, publishedAt: { gte: today } } }),
  ]);
  return { contracts: { today: contractsToday, yesterday: contractsYesterday }, listings: { open: listings, today: listingsToday }, results: { published: results, today: resultsToday } };
}

/** Lots in which one can bid now first, then those that stand still or are being opened, then those to come. */
async function lots(ctx: ReadContext) {
  const [live, soon] = await Promise.all([searchAuctions.run(ctx, { phase: "live", limit: LOOKED_AT_AUCTIONS }), searchAuctions.run(ctx, { phase: "soon", limit: MOST_AUCTIONS })]);
  const isTaken = ({ state }: { readonly state: string }): boolean => state === "OPEN_FREE" || state === "OPEN_LIMITED";
  return [...live.items.filter(isTaken), ...live.items.filter((lot) => !isTaken(lot)), ...soon.items].slice(0, MOST_AUCTIONS);
}

/** Notices that run, with the working days that are left to object; null where an objection has stopped the clock. */
async function running(ctx: ReadContext, now: Date) {
  const { items } = await searchNotices.run(ctx, { tab: "running", limit: MOST_NOTICES });
  return items.map(({ id, title, seller, sellerEn, endsAt, state }) => ({
    noticeId: id, title, seller, sellerEn, endsAt,
    workingDaysLeft: state === "RUNNING" && endsAt !== null ? workingDaysBetween(calendarFor(), dayOf(now), dayOf(new Date(endsAt.getTime() - 1))) : null,
  }));
}

type NewResult = { readonly resultId: string; readonly field: string; readonly title: string; readonly titleEn: string | null; readonly owner: string; readonly ownerEn: string | null; readonly stage: string; readonly readinessLevel: number | null; readonly publishedAt: Date };

/** The fields in which results came last, with the newest of each. */
async function newestByField({ db }: ReadContext) {
  const rows = await db.$queryRaw<NewResult[]>`
    select r.id as "resultId", r.field, r.title, r.title_en as "titleEn", o.name as owner, o.name_en as "ownerEn", r.stage::text as stage, r.readiness_level as "readinessLevel", r.published_at as "publishedAt"
    from unnest(${TECH_FIELDS.roots().map(({ code }) => code)}::text[]) as wanted(field)
    cross join lateral (select * from result where state = 'PUBLISHED' and field = wanted.field order by published_at desc, id desc limit ${RESULTS_A_FIELD}) as r
    join organisation o on o.id = r.owner_id
    order by r.published_at desc, r.id desc`;
  const fields = [...new Set(rows.map(({ field }) => field))].slice(0, MOST_FIELDS);
  return fields.map((field) => ({ field, label: TECH_FIELDS.label(field), results: rows.filter((row) => row.field === field) }));
}

/** Output by region and the largest flows between two of them; in January, before anything is registered, the year before. */
async function marketOf(ctx: ReadContext) {
  const current = await readStatistics.run(ctx, { basis: "output", table: "regions-output" });
  if (current.hidden) return { turnover: null, map: null };
  const isEmpty = current.total.contracts === 0;
  const shown = isEmpty ? await readStatistics.run(ctx, { basis: "output", table: "regions-output", year: current.year - 1 }) : current;
  const turnover = { year: current.year, toMonth: current.toMonth, turnoverFen: current.total.turnoverFen, growthPercent: current.total.growthPercent };
  if (shown.hidden || shown.total.contracts === 0) return { turnover, map: null };
  const flows = await readStatistics.run(ctx, { basis: "output", table: "flows", year: shown.year });
  const lines = flows.hidden ? [] : (flows.tables[0]?.lines ?? []);
  return {
    turnover,
    map: {
      year: shown.year, toMonth: shown.toMonth, asOf: shown.asOf, total: shown.total,
      regions: shown.tables[0]?.lines ?? [],
      flows: lines.filter(({ code, toCode, hidden }) => !hidden && code !== toCode).slice(0, MOST_FLOWS),
    },
  };
}

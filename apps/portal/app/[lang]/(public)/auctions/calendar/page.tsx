import { readAuctionCalendar } from "@ttx/domain/auction";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { AUCTIONS, stateWord, toneOf } from "#components/auction/auction-texts.ts";
import { AuctionTabs, CALENDAR } from "#components/auction/auction-tabs.tsx";
import { MonthGrid } from "#components/auction/month-grid.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

const T = {
  intro: { zh: "按日列出竞价的开始和截止时间；限时竞价中的有效出价会使截止时间顺延。", en: "When lots start and end, day by day; bids in the limited period move the end on." },
  month: { zh: "{y} 年 {m} 月", en: "{y}-{m}" },
  starts: { zh: "开始", en: "starts" },
  ends: { zh: "截止", en: "ends" },
  none: { zh: "这个月没有竞价开始或截止", en: "No lot starts or ends in this month" },
  noneText: { zh: "可以查看前后月份，或从竞价项目里查找。", en: "Look at the months before and after, or among the lots." },
} as const satisfies Record<string, Text>;

const MONTHS = { prev: { zh: "上个月", en: "Previous month" }, next: { zh: "下个月", en: "Next month" } } as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), CALENDAR) };
}

export default async function CalendarPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const { month: asked } = await searchParams;
  const { month, today, previous, next, moments } = await readPublic(readAuctionCalendar, { month: typeof asked === "string" ? asked : undefined });
  const say = (text: Text): string => pick(lang, text);
  const byDay = new Map<string, (typeof moments)[number][]>();
  for (const moment of moments) byDay.set(moment.day, [...(byDay.get(moment.day) ?? []), moment]);
  const name = say(T.month).replace("{y}", month.slice(0, 4)).replace("{m}", lang === "zh" ? String(Number(month.slice(5))) : month.slice(5));
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/auctions"), label: say(AUCTIONS) }]} title={`${say(CALENDAR)} · ${name}`} intro={say(T.intro)} />
      <AuctionTabs lang={lang} here="/auctions/calendar" />
      <Pager lang={lang} words={MONTHS} prevHref={href(lang, "/auctions/calendar", { month: previous })} nextHref={href(lang, "/auctions/calendar", { month: next })} />
      <MonthGrid lang={lang} month={month} today={today} caption={name} counts={new Map([...byDay].map(([on, all]) => [on, all.length]))} />
      {moments.length === 0 ? <EmptyState level={2} icon={<GavelIcon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState> : null}
      {[...byDay].map(([on, all]) => (
        <section key={on} id={`day-${on}`} aria-labelledby={`head-${on}`} className="grid scroll-mt-4 gap-3">
          <h2 id={`head-${on}`} className="tabular text-lg font-semibold">{formatDay(all[0]!.at, lang)}</h2>
          <ul className="divide-y divide-line rounded border border-line bg-surface">
            {all.map(({ id, no, what, at, state, stage, title, titleEn }) => (
              <li key={`${id}${what}`} className="grid gap-1 p-4">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
                  <time className="tabular font-medium text-ink" dateTime={at.toISOString()}>{formatDateTime(at, lang).slice(-5)}</time>
                  <span>{say(T[what])}</span>
                  <StatusTag tone={toneOf(state, stage)}>{say(stateWord(state, stage))}</StatusTag>
                  <span className="tabular">{no}</span>
                </p>
                <a href={href(lang, `/auctions/${id}`)} className="link-quiet font-medium" lang={lang === "en" && titleEn === null ? "zh-CN" : undefined}>{lang === "en" ? (titleEn ?? title) : title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

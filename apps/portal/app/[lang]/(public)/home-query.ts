import { readHome as readHomeOf } from "@ttx/domain/home";
import { RESULT_STAGE_LABELS } from "@ttx/domain/result";
import { formatCount, formatWan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import type { HomeData, HomeField, HomeFigure, HomeMarket, HomeNotice } from "#components/home/home-data.ts";
import { monthsWord } from "#components/statistics/period.ts";
import { SOURCE } from "#components/statistics/statistics-texts.ts";
import { href } from "#lang/href.ts";
import { readPublic } from "#runtime/read-page.ts";
import { HOME } from "./home-texts.ts";

type Home = Awaited<ReturnType<typeof readHomeOf.run>>;

/** The home page's figures, lots, notices and map, in the reader's language. */
export async function readHome(lang: Lang): Promise<HomeData> {
  const home = await readPublic(readHomeOf, {});
  return {
    serverNow: home.now.toISOString(),
    figures: figuresOf(lang, home),
    auctions: home.auctions,
    newest: home.newest.map((field) => fieldOf(lang, field)),
    notices: home.notices.map((notice) => noticeOf(lang, notice)),
    market: home.map && marketOf(lang, home.map),
  };
}

const fill = (text: string, n: string | number): string => text.replace("{n}", String(n));
const inLang = (lang: Lang, zh: string, en: string | null): string => (lang === "en" && en) || zh;

function figuresOf(lang: Lang, { contracts, turnover, listings, results }: Home): readonly HomeFigure[] {
  const difference = contracts.today - contracts.yesterday;
  const unit = pick(lang, HOME.items);
  const added = (n: number): HomeFigure["change"] => ({ direction: n > 0 ? "up" : "same", text: n > 0 ? fill(pick(lang, HOME.addedToday), n) : pick(lang, HOME.noneToday) });
  return [
    {
      key: "contracts", label: pick(lang, HOME.contractsToday), value: formatCount(contracts.today), unit,
      change: difference === 0 ? { direction: "same", text: pick(lang, HOME.asYesterday) } : { direction: difference > 0 ? "up" : "down", text: fill(pick(lang, difference > 0 ? HOME.moreThanYesterday : HOME.fewerThanYesterday), Math.abs(difference)) },
    },
    ...(turnover === null ? [] : [turnoverFigure(lang, turnover)]),
    { key: "listings", label: pick(lang, HOME.listings), value: formatCount(listings.open), unit, change: added(listings.today) },
    { key: "results", label: pick(lang, HOME.results), value: formatCount(results.published), unit, change: added(results.today) },
  ];
}

function turnoverFigure(lang: Lang, { turnoverFen, growthPercent }: NonNullable<Home["turnover"]>): HomeFigure {
  const growth = Number(growthPercent);
  const figure = { key: "turnover", label: pick(lang, HOME.turnoverThisYear), value: formatWan(turnoverFen, lang) };
  if (Number.isNaN(growth)) return figure;
  return { ...figure, change: { direction: growth > 0 ? "up" : growth < 0 ? "down" : "same", text: fill(pick(lang, growth < 0 ? HOME.fell : HOME.grew), growthPercent.replace("-", "")) } };
}

function fieldOf(lang: Lang, { field, label, results }: Home["newest"][number]): HomeField {
  return {
    code: field, name: pick(lang, label), href: href(lang, "/results", { field }),
    results: results.map((result) => ({
      id: result.resultId, href: href(lang, `/results/${result.resultId}`), title: inLang(lang, result.title, result.titleEn), owner: inLang(lang, result.owner, result.ownerEn),
      facts: [pick(lang, RESULT_STAGE_LABELS[result.stage as keyof typeof RESULT_STAGE_LABELS]), result.readinessLevel === null ? "" : `${pick(lang, HOME.readiness)} ${result.readinessLevel}`].filter(Boolean).join(" · "),
    })),
  };
}

function noticeOf(lang: Lang, notice: Home["notices"][number]): HomeNotice {
  const left = notice.workingDaysLeft;
  return {
    id: notice.noticeId, href: href(lang, `/notices/${notice.noticeId}`), title: notice.title, kind: `${pick(lang, HOME.agreedPrice)} · ${inLang(lang, notice.seller, notice.sellerEn)}`,
    until: notice.endsAt?.toISOString() ?? null,
    left: left === null ? pick(lang, HOME.stopped) : left <= 0 ? pick(lang, HOME.lastDay) : fill(pick(lang, HOME.workingDaysLeft), left),
  };
}

function marketOf(lang: Lang, { year, toMonth, total, regions, flows }: NonNullable<Home["map"]>): HomeMarket {
  const period = monthsWord(lang, year, toMonth);
  const [first] = regions;
  const sentence = pick(lang, HOME.mapSentence).replace("{period}", period).replace("{n}", formatCount(total.contracts)).replace("{turnover}", formatWan(total.turnoverFen, lang));
  return {
    sentence: first?.turnoverFen ? `${sentence}${pick(lang, HOME.mapFirst).replace("{region}", pick(lang, first.label))}` : sentence,
    unit: pick(lang, HOME.mapUnit), period, source: pick(lang, SOURCE),
    areas: regions.filter(({ hidden, turnoverFen }) => hidden || turnoverFen !== 0n).map(({ code, label, turnoverFen, hidden }) => ({
      code: `${code}00`, name: pick(lang, label), value: Number(turnoverFen ?? 0n), text: hidden ? pick(lang, HOME.notPublished) : formatWan(turnoverFen ?? 0n, lang),
      ...(hidden || Number(code) >= 7100 ? {} : { href: href(lang, `/statistics/${code}00`) }),
    })),
    flows: flows.map(({ code, toCode, label, toLabel, turnoverFen }) => ({ from: `${code}00`, to: `${toCode}00`, value: Number(turnoverFen ?? 0n), text: `${pick(lang, label)} → ${toLabel ? pick(lang, toLabel) : ""} ${formatWan(turnoverFen ?? 0n, lang)}` })),
    most: formatWan(first?.turnoverFen ?? 0n, lang),
  };
}

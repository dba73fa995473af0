import { NOTICE_STATE_LABELS, type NoticeState } from "@ttx/domain/agreed-price/client";
import { Countdown } from "@ttx/ui/countdown";
import { formatDay } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { modeText } from "./mode-text.ts";
import { N, NOTICE_TONES } from "./notice-texts.ts";

export type NoticeCardData = {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly state: NoticeState;
  readonly priceFen: bigint;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  readonly licenceYears: number | null;
  readonly related: boolean;
  readonly endsAt: Date | null;
  readonly remainingDays: number | null;
  readonly clearedAt: Date | null;
  readonly stateReason: string | null;
  readonly seller: string;
  readonly sellerEn: string | null;
  readonly buyer: string;
  readonly buyerEn: string | null;
};

/** A notice in a list: what, between whom, how much, and how long it still runs. */
export function NoticeCard({ lang, notice, serverNow }: { readonly lang: Lang; readonly notice: NoticeCardData; readonly serverNow: Date }) {
  const name = (zh: string, en: string | null): string => (lang === "en" && en) || zh;
  return (
    <li className="grid gap-x-8 gap-y-2 p-4 sm:grid-cols-[1fr_auto]">
      <div className="grid min-w-0 content-start gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <StatusTag tone={NOTICE_TONES[notice.state]}>{pick(lang, NOTICE_STATE_LABELS[notice.state])}</StatusTag>
          {notice.related ? <StatusTag tone="due">{pick(lang, N.related)}</StatusTag> : null}
          <NoticeTime lang={lang} notice={notice} serverNow={serverNow} />
        </div>
        <a lang="zh-CN" href={href(lang, `/notices/${notice.id}`)} className="link-quiet leading-normal font-medium">{notice.title}</a>
        <p className="text-sm text-ink-soft">
          {name(notice.seller, notice.sellerEn)} → {name(notice.buyer, notice.buyerEn)}
          <span className="mx-2" aria-hidden="true">·</span>
          {modeText(lang, notice)}
          <span className="mx-2" aria-hidden="true">·</span>
          <span className="tabular">{notice.no}</span>
        </p>
        {notice.state === "CANCELLED" && notice.stateReason ? <p className="text-sm text-ink-soft">{pick(lang, N.reason)}：{notice.stateReason}</p> : null}
      </div>
      <div className="sm:text-right">
        <p className="text-sm text-ink-soft">{pick(lang, N.price)}</p>
        <p className="text-lg font-semibold"><Money amount={notice.priceFen} lang={lang} as="readable" /></p>
      </div>
    </li>
  );
}

function NoticeTime({ lang, notice, serverNow }: { readonly lang: Lang; readonly notice: NoticeCardData; readonly serverNow: Date }) {
  if (notice.state === "RUNNING" && notice.endsAt) return <span>{pick(lang, N.left)} <Countdown lang={lang} until={notice.endsAt} serverNow={serverNow} className="font-medium text-ink" /></span>;
  if (notice.state === "OBJECTED") return <span>{pick(lang, N.stopped)} {notice.remainingDays} {pick(lang, N.days)}</span>;
  if (notice.clearedAt) return <span>{pick(lang, N.clearedOn)} <time className="tabular" dateTime={notice.clearedAt.toISOString()}>{formatDay(notice.clearedAt, lang)}</time></span>;
  return null;
}

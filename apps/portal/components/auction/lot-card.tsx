import type { FallShown } from "@ttx/domain/auction/client";
import { BIDDING_FORMAT_LABELS } from "@ttx/domain/listing/client";
import { Countdown } from "@ttx/ui/countdown";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { BIDS, CURRENT_PRICE, ENDED, ENDS, outcomeWords, START_PRICE, STARTS, stateWord, TOP_PRICE, toneOf } from "./auction-texts.ts";
import { priceNow } from "./price-now.ts";

export type LotCardData = {
  readonly id: string;
  readonly no: string;
  readonly state: string;
  readonly startPriceFen: bigint;
  readonly currentFen: bigint | null;
  readonly acceptedCount: number;
  readonly freeStartsAt: Date;
  readonly endsAt: Date;
  readonly format: keyof typeof BIDDING_FORMAT_LABELS;
  readonly stage: string | null;
  readonly stageEndsAt: Date | null;
  readonly closedAt: Date | null;
  readonly fall: FallShown | null;
  readonly result: { readonly title: string; readonly titleEn: string | null };
  readonly listing: { readonly seller: { readonly name: string; readonly nameEn: string | null } };
};

/** A lot in a list: what, whose, how much, and how long. */
export function LotCard({ lang, lot, serverNow }: { readonly lang: Lang; readonly lot: LotCardData; readonly serverNow: Date }) {
  const isOver = (lot.endsAt <= serverNow && lot.state !== "CLOSED" && lot.state !== "FROZEN") || ["RESULT", "AWARDED", "FAILED", "ANNULLED", "PRIORITY_WAIT"].includes(lot.state);
  const isSoon = lot.state === "SCHEDULED";
  const title = lang === "en" ? (lot.result.titleEn ?? lot.result.title) : lot.result.title;
  const seller = nameIn(lang, lot.listing.seller);
  const isSealed = lot.format === "F3" || lot.format === "F4" || lot.format === "F5";
  const falling = priceNow(lot, serverNow);
  const priceWord = falling !== undefined ? CURRENT_PRICE : isSoon || lot.currentFen === null ? START_PRICE : isOver ? outcomeWords(lot.state).price : isSealed ? TOP_PRICE : CURRENT_PRICE;
  return (
    <li className="grid gap-x-8 gap-y-2 p-4 sm:grid-cols-[1fr_auto]">
      <div className="grid min-w-0 content-start gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <StatusTag tone={toneOf(lot.state, lot.stage)}>{pick(lang, stateWord(lot.state, lot.stage))}</StatusTag>
          {lot.state === "FROZEN" || (!isOver && !isSoon && lot.stage === "SCORING") ? null : isOver ? (
            <span>{pick(lang, ENDED)} <time className="tabular" dateTime={(lot.closedAt ?? lot.endsAt).toISOString()}>{formatDateTime(lot.closedAt ?? lot.endsAt, lang)}</time></span>
          ) : (
            <span>{pick(lang, isSoon ? STARTS : ENDS)} <Countdown lang={lang} until={isSoon ? lot.freeStartsAt : (lot.stageEndsAt ?? lot.endsAt)} serverNow={serverNow} className="font-medium text-ink" /></span>
          )}
        </div>
        <a href={href(lang, `/auctions/${lot.id}`)} className="link-quiet leading-normal font-medium">{title}</a>
        <p className="text-sm text-ink-soft">{seller}<span className="mx-2" aria-hidden="true">·</span><span className="tabular">{lot.no}</span><span className="mx-2" aria-hidden="true">·</span>{pick(lang, BIDDING_FORMAT_LABELS[lot.format])}</p>
      </div>
      <div className="sm:text-right">
        <p className="text-sm text-ink-soft">{pick(lang, priceWord)}</p>
        <p className="text-lg font-semibold"><Money amount={falling ?? lot.currentFen ?? lot.startPriceFen} lang={lang} as="readable" /></p>
        {isSoon || (isSealed && !isOver) ? null : <p className="tabular text-sm text-ink-soft">{lot.acceptedCount} {pick(lang, BIDS)}</p>}
      </div>
    </li>
  );
}

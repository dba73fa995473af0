import { NOTICE_STATE_LABELS, searchNotices, type NoticeState } from "@ttx/domain/agreed-price";
import { LISTING_STATE_LABELS, searchListings, type ListingState } from "@ttx/domain/listing";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { TimelineStep } from "@ttx/ui/timeline";
import { LISTING_TONES } from "#components/listing/listing-words.ts";
import { NOTICE_TONES } from "#components/notice/notice-texts.ts";
import { href } from "#lang/href.ts";
import { readPublic } from "#runtime/read-page.ts";

const TITLE: Text = { zh: "正在进行的交易", en: "How it is being traded" };
const LISTED: Text = { zh: "挂牌", en: "Listing" };
const NOTICE: Text = { zh: "协议定价公示", en: "Notice of an agreed price" };
const UNTIL: Text = { zh: "至", en: "until" };
const WENT: Text = { zh: "挂牌 {no}", en: "Listed as {no}" };
const SHOWN_PUBLICLY: Text = { zh: "协议定价公示 {no}", en: "Agreed price on notice, {no}" };

/** A listing or notice of a result, as its page shows it. */
export type ResultOffer = {
  readonly key: string;
  readonly href: string;
  readonly kind: "listing" | "notice";
  readonly no: string;
  readonly state: { readonly kind: "listing"; readonly is: ListingState } | { readonly kind: "notice"; readonly is: NoticeState };
  readonly priceFen: bigint;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** What is, and what was, done with a result on the market: newest first. */
export async function readOffers(lang: Lang, resultId: string): Promise<readonly ResultOffer[]> {
  const [listings, running, cleared] = await Promise.all([
    readPublic(searchListings, { result: resultId, limit: 10 }),
    readPublic(searchNotices, { result: resultId, tab: "running", limit: 10 }),
    readPublic(searchNotices, { result: resultId, tab: "cleared", limit: 10 }),
  ]);
  const offers: ResultOffer[] = [
    ...listings.items.map((one): ResultOffer => ({
      key: one.listingId, href: href(lang, `/listings/${one.listingId}`), kind: "listing", no: one.no, state: { kind: "listing", is: one.state }, priceFen: one.priceFen, from: one.publishedAt, until: one.periodEndsAt,
    })),
    ...[...running.items, ...cleared.items].map((one): ResultOffer => ({
      key: one.id, href: href(lang, `/notices/${one.id}`), kind: "notice", no: one.no, state: { kind: "notice", is: one.state }, priceFen: one.priceFen, from: one.publishedAt, until: one.endsAt,
    })),
  ];
  return offers.sort((a, b) => (b.from?.getTime() ?? 0) - (a.from?.getTime() ?? 0));
}

export function ResultOffers({ lang, offers }: { readonly lang: Lang; readonly offers: readonly ResultOffer[] }) {
  if (offers.length === 0) return null;
  return (
    <Panel title={pick(lang, TITLE)} tone="brand">
      <ul className="grid gap-4">
        {offers.map((offer) => (
          <li key={offer.key} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <OfferState lang={lang} state={offer.state} />
              <a className="link" href={offer.href}>{`${pick(lang, offer.kind === "listing" ? LISTED : NOTICE)} ${offer.no}`}</a>
            </p>
            <p className="text-sm text-ink-soft">
              <Money lang={lang} amount={offer.priceFen} />
              {offer.until ? <span className="tabular ml-3">{`${pick(lang, UNTIL)} ${formatDateTime(offer.until, lang)}`}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OfferState({ lang, state }: { readonly lang: Lang; readonly state: ResultOffer["state"] }) {
  return state.kind === "listing" ? (
    <StatusTag tone={LISTING_TONES[state.is]}>{pick(lang, LISTING_STATE_LABELS[state.is])}</StatusTag>
  ) : (
    <StatusTag tone={NOTICE_TONES[state.is]}>{pick(lang, NOTICE_STATE_LABELS[state.is])}</StatusTag>
  );
}

/** The same in the procedure of the result, oldest first. */
export function offerSteps(lang: Lang, offers: readonly ResultOffer[]): TimelineStep[] {
  return offers.toReversed().map(({ key, kind, no, from, href: address, state }) => ({
    key,
    phase: "done",
    at: from ?? undefined,
    title: <a className="link-quiet" href={address}>{pick(lang, kind === "listing" ? WENT : SHOWN_PUBLICLY).replace("{no}", no)}</a>,
    note: <OfferState lang={lang} state={state} />,
  }));
}

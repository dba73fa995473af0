import { LISTING_STATE_LABELS, type ListingState } from "@ttx/domain/listing";
import { codeLabel, provinceLabel } from "@ttx/domain/reference";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Marked } from "#components/search/marked.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { LISTING_TONES, offerText } from "./listing-words.ts";

const ENDS: Text = { zh: "公告期至", en: "Period ends" };
const ENDED: Text = { zh: "公告期止于", en: "Period ended" };
const PRICE: Text = { zh: "挂牌价", en: "Listing price" };

export type ListingCardData = {
  readonly listingId: string;
  readonly no: string;
  readonly state: ListingState;
  readonly title: string;
  readonly titleEn: string | null;
  /** The title with the words that were looked for, where it was found by words. */
  readonly titleParts?: readonly { readonly text: string; readonly hit: boolean }[];
  readonly field: string | null;
  readonly divisionCode: string;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  readonly licenceYears: number | null;
  readonly priceFen: bigint;
  readonly periodEndsAt: Date;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly venueName: string;
  readonly venueNameEn: string | null;
};

/** A listing in a list: what, whose, how it is offered, until when, for how much. */
export function ListingCard({ lang, listing, level = 2 }: { readonly lang: Lang; readonly listing: ListingCardData; readonly level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const isOpen = listing.state === "LISTED" || listing.state === "SUSPENDED";
  const title = lang === "en" && listing.titleEn ? listing.titleEn : <Marked parts={listing.titleParts ?? [{ text: listing.title, hit: false }]} />;
  const place = pick(lang, provinceLabel(listing.divisionCode));
  return (
    <article className="grid gap-x-8 gap-y-2 border-b border-line py-4 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 content-start gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <StatusTag tone={LISTING_TONES[listing.state]}>{pick(lang, LISTING_STATE_LABELS[listing.state])}</StatusTag>
          <span>{pick(lang, isOpen ? ENDS : ENDED)} <time className="tabular" dateTime={listing.periodEndsAt.toISOString()}>{formatDateTime(listing.periodEndsAt, lang)}</time></span>
        </p>
        <Heading className="leading-snug font-medium"><a className="link-quiet" href={href(lang, `/listings/${listing.listingId}`)}>{title}</a></Heading>
        <p className="text-sm text-ink-soft">
          {[nameIn(lang, { name: listing.sellerName, nameEn: listing.sellerNameEn }), place, listing.field === null ? "" : pick(lang, codeLabel("tech-fields", listing.field))].filter(Boolean).join(" · ")}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>{offerText(lang, listing)}</span>
          <span>{nameIn(lang, { name: listing.venueName, nameEn: listing.venueNameEn })}</span>
          <span className="tabular">{listing.no}</span>
        </p>
      </div>
      <div className="sm:text-right">
        <p className="text-sm text-ink-soft">{pick(lang, PRICE)}</p>
        <p className="text-lg font-semibold"><Money lang={lang} as="readable" amount={listing.priceFen} /></p>
      </div>
    </article>
  );
}

import { LISTING_GROUPS, LISTING_SORTS, searchListings, type ListingGroup } from "@ttx/domain/listing";
import { LISTING_GROUP_LABELS, LISTING_MODE_LABELS, LISTING_TRADE_MODES } from "@ttx/domain/listing/client";
import { provinces, TECH_FIELDS } from "@ttx/domain/reference";
import { EmptyState } from "@ttx/ui/empty-state";
import { ListChecksIcon } from "@ttx/ui/icons/list-checks";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { ListingCard } from "#components/listing/listing-card.tsx";
import { askedText, askedValues, nextPage, searchAddress, toggled, type Asked } from "#components/search/asked.ts";
import { ChosenFilters, Facets, type FacetGroup } from "#components/search/facets.tsx";
import { SearchBox } from "#components/search/search-box.tsx";
import { Sorts } from "#components/search/sorts.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { SORT_TEXTS, T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const FACETS = ["field", "mode", "region"] as const;
const NAMES = [...FACETS, "group", "sort"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function ListingsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const found = await readPublic(searchListings, asked);
  const address = (changes?: Readonly<Record<string, readonly string[]>>): string => searchAddress(lang, "/listings", asked, NAMES, changes);
  const groups = facetGroups(lang, asked, address);
  const q = askedText(asked, "q");
  const group = askedText(asked, "group");
  const sort = LISTING_SORTS.find((one) => one === askedText(asked, "sort")) ?? "newest";
  const narrowed = q !== "" || FACETS.some((name) => askedValues(asked, name).length > 0);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={narrowed ? undefined : pick(lang, T.intro)} actions={<LinkButton href={href(lang, "/desk/listings/new")}>{pick(lang, T.offer)}</LinkButton>} />
      <SearchBox lang={lang} kind="LISTING" action={href(lang, "/listings")} label={pick(lang, T.label)} placeholder={pick(lang, T.sample)} q={q} kept={Object.fromEntries(NAMES.map((name) => [name, askedValues(asked, name).join(",")]))} />
      <Tabs
        label={pick(lang, T.state)}
        tabs={[
          { href: address({ group: [] }), label: pick(lang, T.all), current: !(group in LISTING_GROUPS) },
          ...(Object.keys(LISTING_GROUPS) as ListingGroup[]).map((one) => ({ href: address({ group: [one] }), label: pick(lang, LISTING_GROUP_LABELS[one]), current: one === group })),
        ]}
      />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Facets lang={lang} groups={groups} />
        <div className="grid min-w-0 content-start gap-4">
          <ChosenFilters lang={lang} groups={groups} clearHref={href(lang, "/listings", { q, group })} />
          {found.items.length === 0 ? (
            <EmptyState
              level={2}
              icon={<ListChecksIcon size={24} />}
              title={pick(lang, narrowed ? T.none : T.noneYet)}
              action={narrowed ? <><LinkButton size="small" href={href(lang, "/listings")}>{pick(lang, T.clear)}</LinkButton><LinkButton size="small" href={href(lang, "/desk/demands/new")}>{pick(lang, T.demand)}</LinkButton></> : undefined}
            >
              {pick(lang, narrowed ? T.noneText : T.noneYetText)}
            </EmptyState>
          ) : (
            <>
              <div className="border-b border-line pb-1">
                <Sorts lang={lang} sorts={LISTING_SORTS.map((key) => ({ key, label: pick(lang, SORT_TEXTS[key]), href: address({ sort: [key] }), current: key === sort }))} />
              </div>
              <div>{found.items.map((listing) => <ListingCard key={listing.listingId} lang={lang} listing={listing} />)}</div>
              <Pager lang={lang} nextHref={nextPage(address(), found.nextCursor)} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function facetGroups(lang: Lang, asked: Asked, address: (changes: Readonly<Record<string, readonly string[]>>) => string): FacetGroup[] {
  const values: Record<(typeof FACETS)[number], readonly { readonly value: string; readonly label: string }[]> = {
    field: TECH_FIELDS.leaves().map((row) => ({ value: row.code, label: pick(lang, row) })),
    mode: LISTING_TRADE_MODES.map((mode) => ({ value: mode, label: pick(lang, LISTING_MODE_LABELS[mode]) })),
    region: provinces().map(({ code, name }) => ({ value: code.slice(0, 2), label: name })),
  };
  return FACETS.map((name) => {
    const chosen = askedValues(asked, name);
    return { name, title: pick(lang, T[name]), choices: values[name].map(({ value, label }) => ({ value, label, chosen: chosen.includes(value), href: address({ [name]: toggled(chosen, value) }) })) };
  });
}

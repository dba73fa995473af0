import { foundDemand } from "@ttx/domain/demand";
import { foundListing } from "@ttx/domain/listing";
import { foundResult } from "@ttx/domain/result";
import { findInMarket, SEARCH_KINDS, SEARCH_SORTS, type Found } from "@ttx/domain/search";
import { EmptyState } from "@ttx/ui/empty-state";
import { SearchIcon } from "@ttx/ui/icons/search";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemandCard } from "#components/demand/demand-card.tsx";
import { ListingCard } from "#components/listing/listing-card.tsx";
import { ResultCard } from "#components/result/result-card.tsx";
import { askedText, askedValues, nextPage, searchAddress, type Asked } from "#components/search/asked.ts";
import { facetGroups } from "#components/search/facet-groups.ts";
import { ChosenFilters, countText, Facets } from "#components/search/facets.tsx";
import { SaveSearch } from "#components/search/save-search.tsx";
import { SearchBox } from "#components/search/search-box.tsx";
import { Sorts } from "#components/search/sorts.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { KIND_TEXTS, SORT_TEXTS, T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const FACETS = ["field", "region", "stage", "price", "mode"] as const;
const NAMES = ["kind", ...FACETS, "owner", "sort"] as const;
/** Lists of their own, for a kind that was chosen beforehand. */
const LISTS: ReadonlySet<string> = new Set(["results", "demands", "listings", "auctions"]);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

/** One search over everything public; a kind that was chosen beforehand leads straight to its list. */
export default async function SearchPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const q = askedText(asked, "q").trim().slice(0, 60);
  const kind = askedText(asked, "kind");
  if (LISTS.has(kind)) redirect(href(lang, `/${kind}`, { q }));
  const found = await readPublic(findInMarket, asked);
  const address = (changes?: Readonly<Record<string, readonly string[]>>): string => searchAddress(lang, "/search", asked, NAMES, changes);
  const groups = facetGroups({ lang, asked, names: FACETS, facets: found.facets, address, owner: found.items[0] });
  const kept = Object.fromEntries(NAMES.map((name) => [name, askedValues(asked, name).join(",")]));
  const chosen = askedValues(asked, "kind");
  const total = countText(found.total);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={q === "" ? pick(lang, T.intro) : undefined} />
      <SearchBox lang={lang} action={href(lang, "/search")} label={pick(lang, T.label)} placeholder={pick(lang, T.sample)} q={q} kept={kept} />
      <Tabs
        label={pick(lang, T.kinds)}
        tabs={[
          { href: address({ kind: [] }), label: pick(lang, T.all), current: chosen.length === 0 },
          ...SEARCH_KINDS.map((one) => ({ href: address({ kind: [one] }), label: <>{pick(lang, KIND_TEXTS[one])}<KindCount counted={found.facets.kind.find(({ value }) => value === one)} /></>, current: chosen.includes(one) })),
        ]}
      />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Facets lang={lang} groups={groups} />
        <div className="grid min-w-0 content-start gap-4">
          <ChosenFilters lang={lang} groups={groups} clearHref={href(lang, "/search", { q })} />
          {q === "" && Object.values({ ...kept, sort: "" }).every((value) => value === "") ? null : <div><SaveSearch key={address()} lang={lang} criteria={{ ...kept, sort: "", q }} /></div>}
          {found.items.length === 0 ? (
            <EmptyState level={2} icon={<SearchIcon size={24} />} title={pick(lang, T.none)} action={<><LinkButton size="small" href={href(lang, "/search")}>{pick(lang, T.clear)}</LinkButton><LinkButton size="small" href={href(lang, "/desk/demands/new")}>{pick(lang, T.postDemand)}</LinkButton></>}>
              {pick(lang, T.noneText)}
            </EmptyState>
          ) : (
            <>
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-1">
                <p role="status" className="tabular text-sm text-ink-soft">{lang === "zh" ? `共 ${total} 项` : `${total} found`}</p>
                <Sorts lang={lang} sorts={SEARCH_SORTS.filter((sort) => sort !== "relevance" || q !== "").map((sort) => ({ key: sort, label: pick(lang, SORT_TEXTS[sort]), href: address({ sort: [sort] }), current: sort === found.sort }))} />
              </div>
              {found.forgiven ? <p className="rounded border border-due-line bg-due-soft px-4 py-2 text-sm text-due">{pick(lang, T.near)}</p> : null}
              <div>{found.items.map((one) => <FoundCard key={`${one.kind}-${one.subjectId}`} lang={lang} found={one} />)}</div>
              <Pager lang={lang} nextHref={nextPage(address(), found.nextCursor)} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function KindCount({ counted }: { readonly counted: { readonly count: number; readonly more: boolean } | undefined }) {
  return counted ? <span className="tabular rounded-full bg-sunken px-2 text-sm text-ink-soft">{countText(counted)}</span> : null;
}

function FoundCard({ lang, found }: { readonly lang: Lang; readonly found: Found }) {
  switch (found.kind) {
    case "RESULT":
      return <ResultCard lang={lang} result={foundResult(found)} />;
    case "DEMAND":
      return <DemandCard lang={lang} demand={foundDemand(found)} />;
    case "LISTING":
      return <ListingCard lang={lang} listing={foundListing(found)} />;
  }
}

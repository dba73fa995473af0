import { searchDemands } from "@ttx/domain/demand";
import { searchListings } from "@ttx/domain/listing";
import { searchResults } from "@ttx/domain/result";
import { EmptyState } from "@ttx/ui/empty-state";
import { SearchIcon } from "@ttx/ui/icons/search";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemandCard } from "#components/demand/demand-card.tsx";
import { ListingCard } from "#components/listing/listing-card.tsx";
import { ResultCard } from "#components/result/result-card.tsx";
import { askedText, type Asked } from "#components/search/asked.ts";
import { countText } from "#components/search/facets.tsx";
import { SearchBox } from "#components/search/search-box.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

const T = {
  title: { zh: "搜索", en: "Search" },
  label: { zh: "技术名称、领域、单位或编号", en: "A technology, a field, an organisation or a number" },
  sample: { zh: "例如：钒钛、固态电池", en: "For example: graphene" },
  results: { zh: "科技成果", en: "Technology results" },
  demands: { zh: "技术需求", en: "Technology demands" },
  listings: { zh: "挂牌项目", en: "Listings" },
  allListings: { zh: "查看全部", en: "See all" },
  near: { zh: "没有完全相符的，以下相近", en: "Nothing fits exactly; these come near" },
  all: { zh: "查看全部 {count} 项", en: "See all {count}" },
  none: { zh: "没有找到相关内容", en: "Nothing was found" },
  noneText: { zh: "换一个更短的词，或检查有没有错字。", en: "Try a shorter word, or check for a slip." },
  start: { zh: "输入要找的技术、单位或编号", en: "Type a technology, an organisation or a number" },
} as const satisfies Record<string, Text>;

const SHOWN = 5;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

/** One search over everything public; a kind that was chosen beforehand leads straight to its list. */
export default async function SearchPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const q = askedText(asked, "q").trim().slice(0, 60);
  const kind = askedText(asked, "kind");
  if (kind === "results" || kind === "demands" || kind === "listings" || kind === "auctions") redirect(href(lang, `/${kind}`, { q }));
  const [results, demands, listings] =
    q === "" ? [null, null, null] : await Promise.all([readPublic(searchResults, { q, limit: SHOWN }), readPublic(searchDemands, { q, limit: SHOWN }), readPublic(searchListings, { q, limit: SHOWN })]);
  const nothing = results?.items.length === 0 && demands?.items.length === 0 && listings?.items.length === 0;
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, T.title)} />
      <SearchBox lang={lang} action={href(lang, "/search")} label={pick(lang, T.label)} placeholder={pick(lang, T.sample)} q={q} kept={{}} />
      {results === null || nothing ? (
        <EmptyState level={2} icon={<SearchIcon size={24} />} title={pick(lang, nothing ? T.none : T.start)}>{nothing ? pick(lang, T.noneText) : null}</EmptyState>
      ) : null}
      {results && results.items.length > 0 ? (
        <Section id="results" title={pick(lang, T.results)} intro={results.forgiven ? pick(lang, T.near) : undefined} more={{ href: href(lang, "/results", { q }), label: pick(lang, T.all).replace("{count}", countText(results.total)) }}>
          <div>{results.items.map((result) => <ResultCard key={result.resultId} level={3} lang={lang} result={result} />)}</div>
        </Section>
      ) : null}
      {demands && demands.items.length > 0 ? (
        <Section id="demands" title={pick(lang, T.demands)} intro={demands.forgiven ? pick(lang, T.near) : undefined} more={{ href: href(lang, "/demands", { q }), label: pick(lang, T.all).replace("{count}", countText(demands.total)) }}>
          <div>{demands.items.map((demand) => <DemandCard key={demand.demandId} level={3} lang={lang} demand={demand} />)}</div>
        </Section>
      ) : null}
      {listings && listings.items.length > 0 ? (
        <Section id="listings" title={pick(lang, T.listings)} more={{ href: href(lang, "/listings", { q }), label: pick(lang, T.allListings) }}>
          <div>{listings.items.map((listing) => <ListingCard key={listing.listingId} lang={lang} listing={listing} />)}</div>
        </Section>
      ) : null}
    </div>
  );
}

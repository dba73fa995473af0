import { DEMAND_SORTS, searchDemands } from "@ttx/domain/demand";
import { EmptyState } from "@ttx/ui/empty-state";
import { SearchIcon } from "@ttx/ui/icons/search";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { DemandCard } from "#components/demand/demand-card.tsx";
import { askedText, askedValues, nextPage, searchAddress, type Asked } from "#components/search/asked.ts";
import { facetGroups } from "#components/search/facet-groups.ts";
import { ChosenFilters, countText, Facets } from "#components/search/facets.tsx";
import { SearchBox } from "#components/search/search-box.tsx";
import { Sorts } from "#components/search/sorts.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { SORT_TEXTS, T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const FACETS = ["field", "region"] as const;
const NAMES = [...FACETS, "owner", "sort"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function DemandsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const found = await readPublic(searchDemands, asked);
  const address = (changes?: Readonly<Record<string, readonly string[]>>): string => searchAddress(lang, "/demands", asked, NAMES, changes);
  const groups = facetGroups({ lang, asked, names: FACETS, facets: found.facets, address, owner: found.items[0] });
  const q = askedText(asked, "q");
  const narrowed = q !== "" || NAMES.some((name) => name !== "sort" && askedValues(asked, name).length > 0);
  const kept = Object.fromEntries(NAMES.map((name) => [name, askedValues(asked, name).join(",")]));
  const total = countText(found.total);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={narrowed ? undefined : pick(lang, T.intro)} actions={<LinkButton href={href(lang, "/desk/demands/new")}>{pick(lang, T.post)}</LinkButton>} />
      <SearchBox lang={lang} kind="DEMAND" action={href(lang, "/demands")} label={pick(lang, T.label)} placeholder={pick(lang, T.sample)} q={q} kept={kept} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Facets lang={lang} groups={groups} />
        <div className="grid min-w-0 content-start gap-4">
          <ChosenFilters lang={lang} groups={groups} clearHref={href(lang, "/demands", { q })} />
          {found.items.length === 0 ? (
            <EmptyState
              level={2}
              icon={<SearchIcon size={24} />}
              title={pick(lang, narrowed ? T.noneTitle : T.noneYet)}
              action={narrowed ? <LinkButton size="small" href={href(lang, "/demands")}>{pick(lang, T.clear)}</LinkButton> : <LinkButton size="small" href={href(lang, "/desk/demands/new")}>{pick(lang, T.post)}</LinkButton>}
            >
              {pick(lang, narrowed ? T.noneText : T.noneYetText)}
            </EmptyState>
          ) : (
            <>
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-1">
                <p role="status" className="tabular text-sm text-ink-soft">{lang === "zh" ? `共 ${total} 项` : `${total} demands`}</p>
                <Sorts lang={lang} sorts={DEMAND_SORTS.filter((sort) => sort !== "relevance" || q !== "").map((sort) => ({ key: sort, label: pick(lang, SORT_TEXTS[sort]), href: address({ sort: [sort] }), current: sort === found.sort }))} />
              </div>
              {found.forgiven ? <p className="rounded border border-due-line bg-due-soft px-4 py-2 text-sm text-due">{pick(lang, T.forgiven)}</p> : null}
              <div>{found.items.map((demand) => <DemandCard key={demand.demandId} lang={lang} demand={demand} />)}</div>
              <Pager lang={lang} nextHref={nextPage(address(), found.nextCursor)} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

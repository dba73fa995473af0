import { codeLabel, division } from "@ttx/domain/reference";
import { PRICE_BANDS, RESULT_SORTS, RESULT_STAGE_LABELS, RESULT_STAGES, searchResults, TRADE_MODE_LABELS } from "@ttx/domain/result";
import { EmptyState } from "@ttx/ui/empty-state";
import { SearchIcon } from "@ttx/ui/icons/search";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { ResultCard } from "#components/result/result-card.tsx";
import { askedText, askedValues, nextPage, searchAddress, toggled, type Asked } from "#components/search/asked.ts";
import { ChosenFilters, countText, Facets, type FacetGroup } from "#components/search/facets.tsx";
import { SearchBox } from "#components/search/search-box.tsx";
import { Sorts } from "#components/search/sorts.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { SORT_TEXTS, T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const FACETS = ["field", "region", "stage", "price", "mode"] as const;
const NAMES = [...FACETS, "owner", "sort"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function ResultsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const found = await readPublic(searchResults, asked);
  const address = (changes?: Readonly<Record<string, readonly string[]>>): string => searchAddress(lang, "/results", asked, NAMES, changes);
  const groups = facetGroups(lang, asked, found, address);
  const q = askedText(asked, "q");
  const narrowed = q !== "" || NAMES.some((name) => name !== "sort" && askedValues(asked, name).length > 0);
  const kept = Object.fromEntries(NAMES.map((name) => [name, askedValues(asked, name).join(",")]));
  const total = countText(found.total);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={narrowed ? undefined : pick(lang, T.intro)} actions={<LinkButton href={href(lang, "/desk/results/new")}>{pick(lang, T.postResult)}</LinkButton>} />
      <SearchBox lang={lang} action={href(lang, "/results")} label={pick(lang, T.label)} placeholder={pick(lang, T.sample)} q={q} kept={kept} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Facets lang={lang} groups={groups} />
        <div className="grid min-w-0 content-start gap-4">
          <ChosenFilters lang={lang} groups={groups} clearHref={href(lang, "/results", { q })} />
          {found.items.length === 0 ? (
            <EmptyState
              level={2}
              icon={<SearchIcon size={24} />}
              title={pick(lang, narrowed ? T.noneTitle : T.noneYet)}
              action={narrowed ? <><LinkButton size="small" href={href(lang, "/results")}>{pick(lang, T.clear)}</LinkButton><LinkButton size="small" href={href(lang, "/desk/demands/new")}>{pick(lang, T.postDemand)}</LinkButton></> : <LinkButton size="small" href={href(lang, "/desk/results/new")}>{pick(lang, T.postResult)}</LinkButton>}
            >
              {pick(lang, narrowed ? T.noneText : T.noneYetText)}
            </EmptyState>
          ) : (
            <>
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-1">
                <p role="status" className="tabular text-sm text-ink-soft">{lang === "zh" ? `共 ${total} 项` : `${total} results`}</p>
                <Sorts lang={lang} sorts={RESULT_SORTS.filter((sort) => sort !== "relevance" || q !== "").map((sort) => ({ key: sort, label: pick(lang, SORT_TEXTS[sort]), href: address({ sort: [sort] }), current: sort === found.sort }))} />
              </div>
              {found.forgiven ? <p className="rounded border border-due-line bg-due-soft px-4 py-2 text-sm text-due">{pick(lang, T.forgiven)}</p> : null}
              <div>{found.items.map((result) => <ResultCard key={result.resultId} lang={lang} result={result} />)}</div>
              <Pager lang={lang} nextHref={nextPage(address(), found.nextCursor)} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

type Found = { readonly facets: Readonly<Record<(typeof FACETS)[number], readonly { readonly value: string; readonly count: number; readonly more: boolean }[]>>; readonly items: readonly { readonly ownerName: string }[] };

const LABELS: Record<(typeof FACETS)[number], (value: string) => Text> = {
  field: (value) => codeLabel("tech-fields", value),
  region: (value) => nameOf(division(`${value}0000`)?.name ?? value),
  stage: (value) => (RESULT_STAGE_LABELS as Readonly<Record<string, Text>>)[value] ?? nameOf(value),
  price: (value) => PRICE_BANDS.find(({ code }) => code === value) ?? nameOf(value),
  mode: (value) => (TRADE_MODE_LABELS as Readonly<Record<string, Text>>)[value] ?? nameOf(value),
};

/** Stages and prices stand in their own order, everything else by how much there is. */
const ORDERS: Partial<Record<(typeof FACETS)[number], readonly string[]>> = { stage: RESULT_STAGES, price: PRICE_BANDS.map(({ code }) => code) };

function inOrder<Value extends { readonly value: string }>(name: (typeof FACETS)[number], values: readonly Value[]): readonly Value[] {
  const order = ORDERS[name];
  return order === undefined ? values : values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

function nameOf(name: string): Text {
  return { zh: name, en: name };
}

function facetGroups(lang: Lang, asked: Asked, found: Found, address: (changes: Readonly<Record<string, readonly string[]>>) => string): FacetGroup[] {
  const owner = askedValues(asked, "owner");
  return [
    ...FACETS.map((name): FacetGroup => {
      const chosen = askedValues(asked, name);
      const counted = found.facets[name];
      const uncounted = chosen.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({ value, count: 0, more: false }));
      return {
        name,
        title: pick(lang, T[name]),
        choices: inOrder(name, [...counted, ...uncounted]).map(({ value, count, more }) => ({
          value, label: pick(lang, LABELS[name](value)), count: { count, more }, chosen: chosen.includes(value), href: address({ [name]: toggled(chosen, value) }),
        })),
      };
    }),
    { name: "owner", title: pick(lang, T.owner), choices: owner.map((value) => ({ value, label: found.items[0]?.ownerName ?? pick(lang, T.owner), chosen: true, href: address({ owner: [] }) })) },
  ];
}

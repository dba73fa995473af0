import { listFollowing, listSavedSearches } from "@ttx/domain/interest";
import type { SearchKind } from "@ttx/domain/search";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { BellIcon } from "@ttx/ui/icons/bell";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Section } from "@ttx/ui/section";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { FollowButton } from "#components/interest/follow-button.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

const T = {
  title: { zh: "我的关注", en: "What I follow" },
  intro: { zh: "关注的成果、需求和挂牌有变化时，会在消息和邮件中告诉您。", en: "When something here changes, you are told by message and mail." },
  what: { zh: "名称", en: "What" },
  kind: { zh: "类别", en: "Kind" },
  owner: { zh: "单位", en: "Owner" },
  since: { zh: "关注日期", en: "Since" },
  act: { zh: "操作", en: "Act" },
  gone: { zh: "（已不公开）", en: "(not public any more)" },
  none: { zh: "还没有关注的内容", en: "You follow nothing yet" },
  noneText: { zh: "在成果、需求或挂牌页面点“关注”，就会列在这里。", en: "Choose “Follow” on a result, demand or listing and it will stand here." },
  search: { zh: "去找成果", en: "Find results" },
  searches: { zh: "保存的检索", en: "Saved searches" },
  searchesIntro: { zh: "每天早上有新内容时，会在消息和邮件中告诉您。", en: "Each morning on which something is new you are told by message and mail." },
  noSearches: { zh: "还没有保存的检索。在搜索页点“保存检索并提醒”。", en: "No saved search yet. Choose “Save and alert me” on the search page." },
  words: { zh: "词语与条件", en: "Words and filters" },
  anyWords: { zh: "不限词语", en: "Any words" },
  filters: { zh: "{n} 项条件", en: "{n} filters" },
  seen: { zh: "上次查看", en: "Looked through" },
  drop: { zh: "删除", en: "Delete" },
  dropText: { zh: "删除后不再提醒。", en: "You will not be told of it any more." },
} as const satisfies Record<string, Text>;

const KINDS = {
  RESULT: { place: "results", label: { zh: "成果", en: "Result" } },
  DEMAND: { place: "demands", label: { zh: "需求", en: "Demand" } },
  LISTING: { place: "listings", label: { zh: "挂牌", en: "Listing" } },
} as const;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function FollowingPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const [page, searches] = await Promise.all([readFor(actor, listFollowing, { cursor: askedText(asked, "cursor") || undefined }), readFor(actor, listSavedSearches, {})]);
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} />
      <Table
        caption={pick(lang, T.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={({ kind, id }) => `${kind}-${id}`}
        empty={<EmptyState level={2} icon={<BellIcon size={24} />} title={pick(lang, T.none)} action={<LinkButton size="small" href={href(lang, "/search")}>{pick(lang, T.search)}</LinkButton>}>{pick(lang, T.noneText)}</EmptyState>}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/following"), page.nextCursor)} />
      <Searches lang={lang} items={searches.items} />
    </div>
  );
}

type Saved = Awaited<ReturnType<typeof listSavedSearches.run>>["items"];

function Searches({ lang, items }: { readonly lang: Lang; readonly items: Saved }) {
  const kindsOf = (kinds: readonly SearchKind[]): string => kinds.map((kind) => pick(lang, KINDS[kind].label)).join(lang === "zh" ? "、" : ", ");
  return (
    <Section id="searches" title={pick(lang, T.searches)} intro={pick(lang, T.searchesIntro)}>
      {items.length === 0 ? <p className="text-ink-soft">{pick(lang, T.noSearches)}</p> : (
        <Table
          caption={pick(lang, T.searches)}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: "words", label: pick(lang, T.words), head: true, width: "wide", cell: ({ q, address, filters }) => <span className="grid gap-0.5"><a lang={q === "" ? undefined : "zh-CN"} className="link-quiet font-medium" href={href(lang, address)}>{q === "" ? pick(lang, T.anyWords) : q}</a>{filters === 0 ? null : <span className="text-sm text-ink-soft">{pick(lang, T.filters).replace("{n}", String(filters))}</span>}</span> },
            { key: "kind", label: pick(lang, T.kind), cell: ({ kind }) => (kind.length === 0 ? "—" : kindsOf(kind)) },
            { key: "seen", label: pick(lang, T.seen), width: "narrow", cell: ({ seenAt }) => <span className="tabular">{formatDay(seenAt, lang)}</span> },
            { key: "act", label: pick(lang, T.act), width: "narrow", cell: ({ id }) => <ConfirmedAct lang={lang} method="DELETE" url={`/api/v1/saved-searches/${id}`} label={pick(lang, T.drop)} sentence={pick(lang, T.dropText)} binding={false} small tone="danger" /> },
          ]}
        />
      )}
    </Section>
  );
}

type Row = Awaited<ReturnType<typeof listFollowing.run>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "what", label: pick(lang, T.what), head: true, width: "wide", cell: ({ kind, id, entry }) => (entry === null ? pick(lang, T.gone) : <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/${KINDS[kind].place}/${id}`)}>{entry.title}</a>) },
    { key: "kind", label: pick(lang, T.kind), width: "narrow", cell: ({ kind }) => pick(lang, KINDS[kind].label) },
    { key: "owner", label: pick(lang, T.owner), cell: ({ entry }) => (entry === null ? "—" : nameIn(lang, { name: entry.ownerName, nameEn: entry.ownerNameEn })) },
    { key: "since", label: pick(lang, T.since), width: "narrow", cell: ({ since }) => <span className="tabular">{formatDay(since, lang)}</span> },
    { key: "act", label: pick(lang, T.act), width: "narrow", cell: ({ kind, id }) => <FollowButton lang={lang} kind={kind} id={id} place="/desk/following" /> },
  ];
}

import type { readInterest } from "@ttx/domain/interest";
import type { Query } from "@ttx/domain/shared/use-case";
import { fillText } from "@ttx/domain/shared/texts";
import { formatCount } from "@ttx/ui/format";
import { Section } from "@ttx/ui/section";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";

const T = {
  title: { zh: "关注度", en: "Interest" },
  intro: { zh: "浏览按浏览器会话计数，一次会话只计一次，不记录访问者。意向登记家数在公告期满后才显示。", en: "Views are counted once for each session of a browser; nothing of the visitor is kept. Intents are shown when the announcement period is over." },
  what: { zh: "名称", en: "What" },
  recent: { zh: "近 {days} 日浏览", en: "Views in {days} days" },
  views: { zh: "累计浏览", en: "Views in all" },
  followers: { zh: "关注", en: "Followers" },
  intents: { zh: "意向登记", en: "Intents" },
} as const satisfies Record<string, Text>;

const PLACES = { RESULT: "results", DEMAND: "demands", LISTING: "listings" } as const;

type Output<Q> = Q extends Query<infer _Input, infer Answer> ? Answer : never;
type Interest = Output<typeof readInterest>;
type Row = Interest["items"][number];

/** What interest there is in what one's organisation offers. */
export function OwnInterest({ lang, interest }: { readonly lang: Lang; readonly interest: Interest }) {
  if (interest.items.length === 0) return null;
  return (
    <Section id="interest" title={pick(lang, T.title)} intro={pick(lang, T.intro)}>
      <Table caption={pick(lang, T.title)} columns={columns(lang, interest.days)} rows={interest.items} rowKey={({ kind, id }) => `${kind}-${id}`} />
    </Section>
  );
}

function columns(lang: Lang, days: number): readonly Column<Row>[] {
  const figure = (value: number | null) => <span className="tabular">{value === null ? "—" : formatCount(value)}</span>;
  return [
    { key: "what", label: pick(lang, T.what), head: true, width: "wide", cell: ({ kind, id, title, alias }) => <a lang="zh-CN" className="link-quiet" href={href(lang, `/${PLACES[kind]}/${id}`)}>{alias ? `${alias} ${title}` : title}</a> },
    { key: "recent", label: fillText(pick(lang, T.recent), { days }), align: "right", width: "narrow", cell: ({ recent }) => figure(recent) },
    { key: "views", label: pick(lang, T.views), align: "right", width: "narrow", cell: ({ views }) => figure(views) },
    { key: "followers", label: pick(lang, T.followers), align: "right", width: "narrow", cell: ({ followers }) => figure(followers) },
    { key: "intents", label: pick(lang, T.intents), align: "right", width: "narrow", cell: ({ intents }) => figure(intents) },
  ];
}

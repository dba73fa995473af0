import { listOwnSessions } from "@ttx/domain/auction";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { GavelIcon } from "@ttx/ui/icons/gavel";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table } from "@ttx/ui/table";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

const T = {
  title: { zh: "专场", en: "Sessions" },
  make: { zh: "编排专场", en: "Put a session together" },
  session: { zh: "专场名称", en: "Session" },
  lots: { zh: "标的", en: "Lots" },
  starts: { zh: "首场开始", en: "First start" },
  ends: { zh: "末场截止", en: "Last end" },
  act: { zh: "操作", en: "Act" },
  edit: { zh: "修改", en: "Change" },
  begun: { zh: "已开始，不能修改", en: "Begun; fixed" },
  none: { zh: "还没有专场", en: "No session yet" },
  noneText: { zh: "把已公告的标的编成专场，竞买人和公众可以按目录逐件参加或观看。", en: "Put announced lots together, so that bidders and the public can follow them one after another." },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function DeskSessionsPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const { cursor } = await searchParams;
  const page = await readFor(await requireActor(lang), listOwnSessions, { cursor: typeof cursor === "string" ? cursor : undefined });
  const say = (text: Text): string => pick(lang, text);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/auctions"), label: say(AUCTIONS) }]} title={say(T.title)} actions={<LinkButton href={href(lang, "/desk/auctions/sessions/new")}>{say(T.make)}</LinkButton>} />
      <Table
        caption={say(T.title)}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon={<GavelIcon size={24} />} title={say(T.none)}>{say(T.noneText)}</EmptyState>}
        columns={[
          { key: "session", label: say(T.session), head: true, width: "wide", cell: ({ id, title, titleEn }) => <a className="link" lang={lang === "en" && titleEn === null ? "zh-CN" : undefined} href={href(lang, `/auctions/sessions/${id}`)}>{lang === "en" ? (titleEn ?? title) : title}</a> },
          { key: "lots", label: say(T.lots), align: "right", cell: ({ lotCount }) => <span className="tabular">{lotCount}</span> },
          { key: "starts", label: say(T.starts), align: "right", cell: ({ startsAt }) => <time className="tabular whitespace-nowrap" dateTime={startsAt.toISOString()}>{formatDateTime(startsAt, lang)}</time> },
          { key: "ends", label: say(T.ends), align: "right", cell: ({ endsAt }) => <time className="tabular whitespace-nowrap" dateTime={endsAt.toISOString()}>{formatDateTime(endsAt, lang)}</time> },
          { key: "act", label: say(T.act), cell: ({ id, mayEdit }) => (mayEdit ? <a className="link" href={href(lang, `/desk/auctions/sessions/${id}`)}>{say(T.edit)}</a> : <span className="text-sm text-ink-soft">{say(T.begun)}</span>) },
        ]}
      />
      <Pager lang={lang} {...(page.nextCursor === null ? {} : { nextHref: href(lang, "/desk/auctions/sessions", { cursor: page.nextCursor }) })} />
    </div>
  );
}

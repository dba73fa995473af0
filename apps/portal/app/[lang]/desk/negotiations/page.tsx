import { listRooms, summariseRefusals } from "@ttx/domain/negotiation";
import { REFUSAL_REASON_LABELS, ROOM_STATE_LABELS, ROOM_TABS } from "@ttx/domain/negotiation/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { MessageSquareIcon } from "@ttx/ui/icons/message-square";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { R, ROOM_TONES } from "#components/negotiation/room-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.title) };
}

export default async function NegotiationsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const tab = ROOM_TABS.find((one) => one === askedText(asked, "tab")) ?? "running";
  const [page, refusals] = await Promise.all([
    readFor(actor, listRooms, { tab, cursor: askedText(asked, "cursor") || undefined, limit: 30 }),
    actor.roles.includes("SELLER") ? readFor(actor, summariseRefusals, {}) : null,
  ]);
  const address = (of: string): string => href(lang, "/desk/negotiations", { tab: of === "running" ? undefined : of });
  const open = <LinkButton tone="primary" icon={<PlusIcon />} href={href(lang, "/desk/negotiations/new")}>{pick(lang, R.open)}</LinkButton>;
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, R.title)} intro={pick(lang, R.intro)} actions={open} />
      <Tabs label={pick(lang, R.tabs)} tabs={ROOM_TABS.map((one) => ({ href: address(one), label: pick(lang, R[one]), current: one === tab }))} />
      <Table
        caption={pick(lang, R.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<MessageSquareIcon size={24} />} title={pick(lang, tab === "running" ? R.none : R.nonePast)} action={tab === "running" ? open : null}>{tab === "running" ? pick(lang, R.noneText) : null}</EmptyState>}
      />
      <Pager lang={lang} nextHref={nextPage(address(tab), page.nextCursor)} />
      {refusals && refusals.total > 0 ? <Refusals lang={lang} refusals={refusals} /> : null}
    </div>
  );
}

type Row = Awaited<ReturnType<typeof listRooms.run>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "title", label: pick(lang, R.result), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/negotiations/${row.id}`)}>{row.title}</a> },
    { key: "other", label: pick(lang, R.other), cell: (row) => { const other = row.side === "SELLER" ? row.buyer : row.seller; return (lang === "en" && other.nameEn) || other.name; } },
    {
      key: "state", label: pick(lang, R.state), width: "narrow",
      cell: (row) => (
        <span className="grid justify-items-start gap-1">
          <StatusTag tone={ROOM_TONES[row.state]}>{pick(lang, ROOM_STATE_LABELS[row.state])}</StatusTag>
          {row.state === "INVITED" && !row.signed ? <span className="text-sm text-ink-soft">{pick(lang, R.toSign)}</span> : row.awaitsUs ? <span className="text-sm text-ink-soft">{pick(lang, R.awaitsUs)}</span> : null}
        </span>
      ),
    },
    { key: "last", label: pick(lang, R.last), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.lastActAt, lang)}</span> },
    { key: "no", label: pick(lang, R.number), width: "narrow", deskOnly: true, cell: (row) => <span className="tabular">{row.no}</span> },
  ];
}

type Summary = Awaited<ReturnType<typeof summariseRefusals.run>>;

function Refusals({ lang, refusals }: { readonly lang: Lang; readonly refusals: Summary }) {
  return (
    <Section id="refusals" title={pick(lang, R.refusals)} intro={pick(lang, R.refusalsIntro).replace("{total}", String(refusals.total))}>
      <div className="grid gap-6 lg:grid-cols-2">
        <Table
          caption={pick(lang, R.refusals)}
          columns={[{ key: "reason", label: pick(lang, R.reason), head: true, cell: (row) => pick(lang, REFUSAL_REASON_LABELS[row.reason]) }, { key: "count", label: pick(lang, R.times), align: "right", width: "narrow", cell: (row) => <span className="tabular">{row.count}</span> }] satisfies readonly Column<Summary["reasons"][number]>[]}
          rows={refusals.reasons}
          rowKey={(row) => row.reason}
        />
        <Table
          caption={pick(lang, R.result)}
          columns={[
            { key: "title", label: pick(lang, R.result), head: true, cell: (row) => <a lang="zh-CN" className="link-quiet" href={href(lang, `/results/${row.resultId}`)}>{row.title}</a> },
            { key: "most", label: pick(lang, R.mostFrequent), cell: (row) => (row.reasons[0] ? pick(lang, REFUSAL_REASON_LABELS[row.reasons[0].reason]) : "—") },
            { key: "count", label: pick(lang, R.times), align: "right", width: "narrow", cell: (row) => <span className="tabular">{row.total}</span> },
          ] satisfies readonly Column<Summary["byResult"][number]>[]}
          rows={refusals.byResult}
          rowKey={(row) => row.resultId}
        />
      </div>
    </Section>
  );
}

import { listMandates } from "@ttx/domain/technology-manager";
import { MANDATE_SIDE_LABELS, MANDATE_STATE_LABELS, MANDATE_TABS } from "@ttx/domain/technology-manager/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { HandshakeIcon } from "@ttx/ui/icons/handshake";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { M, MANDATE_TONES } from "#components/mandate/mandate-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), M.title) };
}

export default async function MandatesPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const tab = MANDATE_TABS.find((one) => one === askedText(asked, "tab")) ?? "open";
  const page = await readFor(await requireActor(lang), listMandates, { tab, cursor: askedText(asked, "cursor") || undefined, limit: 30 });
  const address = (of: string): string => href(lang, "/desk/mandates", { tab: of === "open" ? undefined : of });
  const ask = <LinkButton tone="primary" icon={<PlusIcon />} href={href(lang, "/desk/mandates/new")}>{pick(lang, M.request)}</LinkButton>;
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, M.title)} intro={pick(lang, M.intro)} actions={ask} />
      <Tabs label={pick(lang, M.tabs)} tabs={MANDATE_TABS.map((one) => ({ href: address(one), label: pick(lang, M[one]), current: one === tab }))} />
      <Table
        caption={pick(lang, M.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<HandshakeIcon size={24} />} title={pick(lang, tab === "open" ? M.none : M.nonePast)} action={tab === "open" ? ask : null}>{tab === "open" ? pick(lang, M.noneText) : null}</EmptyState>}
      />
      <Pager lang={lang} nextHref={nextPage(address(tab), page.nextCursor)} />
    </div>
  );
}

type Row = Awaited<ReturnType<typeof listMandates.run>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  const name = (party: Row["client"]): string => (lang === "en" && party.nameEn) || party.name;
  return [
    { key: "other", label: pick(lang, M.other), head: true, width: "wide", cell: (row) => <a className="link-quiet font-medium" href={href(lang, `/desk/mandates/${row.id}`)}>{name(row.own === "client" ? row.agency : row.client)}</a> },
    { key: "side", label: pick(lang, M.side), cell: (row) => <span className="grid"><span>{pick(lang, MANDATE_SIDE_LABELS[row.side])}</span><span lang="zh-CN" className="text-sm text-ink-soft">{row.subject ?? pick(lang, M.everything)}</span></span> },
    {
      key: "state", label: pick(lang, M.state), width: "narrow",
      cell: (row) => <span className="grid justify-items-start gap-1"><StatusTag tone={MANDATE_TONES[row.state]}>{pick(lang, MANDATE_STATE_LABELS[row.state])}</StatusTag>{row.state === "REQUESTED" && !row.asked ? <span className="text-sm text-ink-soft">{pick(lang, M.awaitsUs)}</span> : null}</span>,
    },
    { key: "rate", label: pick(lang, M.rate), align: "right", width: "narrow", cell: (row) => <span className="tabular">{row.rateBp / 100}%</span> },
    { key: "term", label: pick(lang, M.term), width: "narrow", cell: (row) => <span className="tabular">{pick(lang, M.until)} {row.validTo}</span> },
  ];
}

import { listPerformances } from "@ttx/domain/performance";
import { fillText } from "@ttx/domain/shared/texts";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { HandshakeIcon } from "@ttx/ui/icons/handshake";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { PerformanceStateTag } from "#components/performance/performance-state.tsx";
import { P } from "#components/performance/performance-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const GROUPS = ["OPEN", "TO_DO", "ENDED", "ALL"] as const;
const SIDES = ["seller", "buyer"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), P.title) };
}

export default async function PerformancesPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const buys = actor.roles.includes("BUYER") && !actor.roles.includes("SELLER");
  const side = SIDES.find((one) => one === askedText(asked, "side")) ?? (buys ? "buyer" : "seller");
  const group = GROUPS.find((one) => one === askedText(asked, "group")) ?? "OPEN";
  const page = await readFor(actor, listPerformances, { side, group, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: { readonly side?: string; readonly group?: string }): string => href(lang, "/desk/performance", { side, group, ...of });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, P.title)} intro={pick(lang, P.intro)} />
      <Tabs label={pick(lang, P.sides)} tabs={SIDES.map((one) => ({ href: address({ side: one }), label: pick(lang, P[one]), current: one === side }))} />
      <Tabs label={pick(lang, P.groups)} tabs={GROUPS.map((one) => ({ href: address({ group: one }), label: pick(lang, P[one]), current: one === group }))} />
      <Table caption={pick(lang, P.title)} columns={columns(lang)} rows={page.items} rowKey={(row) => row.contractId} empty={<EmptyState level={2} icon={<HandshakeIcon size={24} />} title={pick(lang, P.emptyTitle)}>{pick(lang, P.emptyText)}</EmptyState>} />
      <Pager lang={lang} nextHref={nextPage(address({}), page.nextCursor)} />
    </div>
  );
}

type Row = Awaited<ReturnType<(typeof listPerformances)["run"]>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    {
      key: "project", label: pick(lang, P.project), head: true, width: "wide",
      cell: (row) => (
        <>
          <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/performance/${row.contractId}`)}>{row.projectName}</a>
          <span lang="zh-CN" className="block text-sm text-ink-soft">{row.otherSide.join("、")}</span>
        </>
      ),
    },
    { key: "state", label: pick(lang, P.state), width: "narrow", cell: (row) => <span className="flex flex-wrap gap-1"><PerformanceStateTag lang={lang} state={row.state} />{row.overdue > 0 ? <StatusTag tone="due">{fillText(pick(lang, P.overdue), { count: row.overdue })}</StatusTag> : null}</span> },
    { key: "turnover", label: pick(lang, P.turnover), align: "right", width: "narrow", cell: (row) => <Money lang={lang} as="readable" amount={row.turnoverFen} /> },
    { key: "received", label: pick(lang, P.received), align: "right", width: "narrow", cell: (row) => <Money lang={lang} as="readable" amount={row.receivedFen} /> },
    { key: "income", label: pick(lang, P.income), align: "right", width: "narrow", deskOnly: true, cell: (row) => <Money lang={lang} as="readable" amount={row.technicalIncomeFen} /> },
    { key: "term", label: pick(lang, P.term), width: "narrow", deskOnly: true, cell: (row) => <span className="tabular">{row.validTo === null ? "—" : formatDay(row.validTo, lang)}</span> },
  ];
}

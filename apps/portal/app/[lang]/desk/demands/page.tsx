import { DEMAND_STATE_LABELS, listOwnDemands, type DemandState } from "@ttx/domain/demand";
import { codeLabel } from "@ttx/domain/reference";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { LightbulbIcon } from "@ttx/ui/icons/lightbulb";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const STATES = ["DRAFT", "PUBLISHED", "CLOSED"] as const satisfies readonly DemandState[];
const TONES: Record<DemandState, Tone> = { DRAFT: "draft", PUBLISHED: "active", CLOSED: "ended", WITHHELD: "due", SEALED: "ended" };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnDemandsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const state = STATES.find((one) => one === askedText(asked, "state"));
  const page = await readFor(await requireActor(lang), listOwnDemands, { state, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of?: string): string => href(lang, "/desk/demands", { state: of });
  const total = STATES.reduce((sum, one) => sum + (page.counts[one] ?? 0), 0);
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} actions={<LinkButton tone="primary" icon={<PlusIcon />} href={href(lang, "/desk/demands/new")}>{pick(lang, T.newDemand)}</LinkButton>} />
      <Tabs
        label={pick(lang, T.state)}
        tabs={[{ href: address(), label: pick(lang, T.all), count: total, current: state === undefined }, ...STATES.map((one) => ({ href: address(one), label: pick(lang, DEMAND_STATE_LABELS[one]), count: page.counts[one] ?? 0, current: state === one }))]}
      />
      <Table
        caption={pick(lang, T.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.demandId}
        empty={
          <EmptyState level={2} icon={<LightbulbIcon size={24} />} title={pick(lang, total === 0 ? T.emptyTitle : T.emptyFilter)} action={<LinkButton size="small" href={href(lang, "/desk/demands/new")}>{pick(lang, T.newDemand)}</LinkButton>}>
            {total === 0 ? pick(lang, T.emptyText) : null}
          </EmptyState>
        }
      />
      <Pager lang={lang} nextHref={nextPage(address(state), page.nextCursor)} />
    </div>
  );
}

type Row = { readonly demandId: string; readonly state: DemandState; readonly title: string; readonly field: string | null; readonly budgetFen: bigint | null; readonly deadlineOn: string | null; readonly updatedAt: Date };

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    {
      key: "title", label: pick(lang, T.name), head: true, width: "wide",
      cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/demands/${row.demandId}`)}>{row.title || pick(lang, T.untitled)}</a>,
    },
    { key: "state", label: pick(lang, T.state), width: "narrow", cell: (row) => <StatusTag tone={TONES[row.state]}>{pick(lang, DEMAND_STATE_LABELS[row.state])}</StatusTag> },
    { key: "field", label: pick(lang, T.field), deskOnly: true, cell: (row) => (row.field === null ? "—" : pick(lang, codeLabel("tech-fields", row.field))) },
    { key: "budget", label: pick(lang, T.budget), align: "right", width: "narrow", cell: (row) => (row.budgetFen === null ? pick(lang, T.openBudget) : <Money lang={lang} as="readable" amount={row.budgetFen} />) },
    { key: "deadline", label: pick(lang, T.deadline), width: "narrow", cell: (row) => (row.deadlineOn === null ? pick(lang, T.openEnded) : <span className="tabular">{formatDay(row.deadlineOn, lang)}</span>) },
    { key: "updated", label: pick(lang, T.updated), width: "narrow", deskOnly: true, cell: (row) => <span className="tabular">{formatDateTime(row.updatedAt, lang)}</span> },
  ];
}

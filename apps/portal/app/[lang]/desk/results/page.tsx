import { readInterest } from "@ttx/domain/interest";
import { codeLabel } from "@ttx/domain/reference";
import { listOwnResults, RESULT_STATE_LABELS, type ResultState } from "@ttx/domain/result";
import { Button } from "@ttx/ui/button";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { FlaskConicalIcon } from "@ttx/ui/icons/flask-conical";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { UploadIcon } from "@ttx/ui/icons/upload";
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
import { OwnInterest } from "#components/interest/own-interest.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const STATES = ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const satisfies readonly ResultState[];
const TONES: Record<ResultState, Tone> = { DRAFT: "draft", PUBLISHED: "done", WITHDRAWN: "ended", WITHHELD: "due", SEALED: "ended" };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnResultsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const state = STATES.find((one) => one === askedText(asked, "state"));
  const q = askedText(asked, "q").slice(0, 60);
  const actor = await requireActor(lang);
  const [page, interest] = await Promise.all([readFor(actor, listOwnResults, { state, q, cursor: askedText(asked, "cursor") || undefined, limit: 50 }), readFor(actor, readInterest, {})]);
  const address = (of?: string): string => href(lang, "/desk/results", { state: of, q });
  const total = STATES.reduce((sum, one) => sum + (page.counts[one] ?? 0), 0);
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} actions={<><LinkButton icon={<UploadIcon />} href={href(lang, "/desk/results/import")}>{pick(lang, T.importMany)}</LinkButton><LinkButton tone="primary" icon={<PlusIcon />} href={href(lang, "/desk/results/new")}>{pick(lang, T.newResult)}</LinkButton></>} />
      <Tabs
        label={pick(lang, T.state)}
        tabs={[{ href: address(), label: pick(lang, T.all), count: total, current: state === undefined }, ...STATES.map((one) => ({ href: address(one), label: pick(lang, RESULT_STATE_LABELS[one]), count: page.counts[one] ?? 0, current: state === one }))]}
      />
      {total > 0 || q !== "" ? (
        <form role="search" action={href(lang, "/desk/results")} className="flex max-w-md items-end gap-2">
          <div className="grid flex-1 gap-1"><label htmlFor="q" className="text-sm text-ink-soft">{pick(lang, T.search)}</label><input id="q" type="search" name="q" defaultValue={q} className="control min-h-9" /></div>
          {state ? <input type="hidden" name="state" value={state} /> : null}
          <Button type="submit" size="small">{pick(lang, T.go)}</Button>
        </form>
      ) : null}
      <Table
        caption={pick(lang, T.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.resultId}
        empty={
          <EmptyState level={2} icon={<FlaskConicalIcon size={24} />} title={pick(lang, total === 0 && q === "" ? T.emptyTitle : T.emptyFilter)} action={<LinkButton size="small" href={href(lang, "/desk/results/new")}>{pick(lang, T.newResult)}</LinkButton>}>
            {total === 0 && q === "" ? pick(lang, T.emptyText) : null}
          </EmptyState>
        }
      />
      <Pager lang={lang} nextHref={nextPage(address(state), page.nextCursor)} />
      <OwnInterest lang={lang} interest={interest} />
    </div>
  );
}

type Row = {
  readonly resultId: string; readonly state: ResultState; readonly title: string; readonly field: string | null; readonly askedPriceFen: bigint | null; readonly priceNegotiable: boolean;
  readonly versionNo: number; readonly updatedAt: Date; readonly hasUnpublishedChanges: boolean;
};

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    {
      key: "title", label: pick(lang, T.name), head: true, width: "wide",
      cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/results/${row.resultId}`)}>{row.title || pick(lang, T.untitled)}</a>,
    },
    {
      key: "state", label: pick(lang, T.state), width: "narrow",
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          <StatusTag tone={TONES[row.state]}>{pick(lang, RESULT_STATE_LABELS[row.state])}</StatusTag>
          {row.state === "PUBLISHED" && row.hasUnpublishedChanges ? <StatusTag tone="due">{pick(lang, T.unpublished)}</StatusTag> : null}
        </span>
      ),
    },
    { key: "field", label: pick(lang, T.field), deskOnly: true, cell: (row) => (row.field === null ? "—" : pick(lang, codeLabel("tech-fields", row.field))) },
    { key: "price", label: pick(lang, T.price), align: "right", width: "narrow", cell: (row) => (row.askedPriceFen === null ? (row.priceNegotiable ? pick(lang, T.negotiable) : "—") : <Money lang={lang} as="readable" amount={row.askedPriceFen} />) },
    { key: "version", label: pick(lang, T.version), align: "right", width: "narrow", deskOnly: true, cell: (row) => (row.versionNo === 0 ? "—" : row.versionNo) },
    { key: "updated", label: pick(lang, T.updated), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.updatedAt, lang)}</span> },
  ];
}

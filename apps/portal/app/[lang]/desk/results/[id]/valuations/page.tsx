import { readOwnResult } from "@ttx/domain/result";
import { dayOf } from "@ttx/domain/shared/clock";
import { listValuations } from "@ttx/domain/valuation";
import { VALUATION_METHOD_LABELS, type ValuationMethod } from "@ttx/domain/valuation/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { ValuationForm } from "#components/valuation/valuation-form.tsx";
import { V } from "#components/valuation/valuation-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), V.title) };
}

export default async function ValuationsPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const [result, reports] = await Promise.all([readFor(actor, readOwnResult, { resultId: id }), readFor(actor, listValuations, { resultId: id })]);
  const today = dayOf(result.now);
  const sells = actor.roles.includes("SELLER");
  return (
    <div className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/results"), label: pick(lang, T.title) }, { href: href(lang, `/desk/results/${id}`), label: result.draft.title || pick(lang, T.untitled) }, { label: pick(lang, V.title) }]}
        title={pick(lang, V.title)}
        intro={pick(lang, V.intro)}
      />
      <Table caption={pick(lang, V.title)} columns={columns(lang, today, sells)} rows={reports.items} rowKey={(row) => row.id} empty={<EmptyState level={2} title={pick(lang, V.none)} />} />
      {sells ? <Section id="record" title={pick(lang, V.recordTitle)}><ValuationForm lang={lang} resultId={id} today={today} /></Section> : null}
    </div>
  );
}

type Row = Awaited<ReturnType<typeof listValuations.run>>["items"][number];

function columns(lang: Lang, today: string, sells: boolean): readonly Column<Row>[] {
  return [
    { key: "no", label: pick(lang, V.reportNo), head: true, cell: (row) => <a className="link" href={`/api/v1/documents/${row.documentId}/content?view=1`} target="_blank" rel="noopener">{row.reportNo}</a> },
    { key: "appraiser", label: pick(lang, V.appraiser), width: "wide", cell: (row) => <span className="grid"><span>{row.appraiser}</span><span className="text-sm text-ink-soft">{pick(lang, VALUATION_METHOD_LABELS[row.method as ValuationMethod])} · {row.purpose}</span></span> },
    { key: "on", label: pick(lang, V.valuedOn), width: "narrow", cell: (row) => <span className="tabular">{row.valuedOn}</span> },
    { key: "to", label: pick(lang, V.validTo), width: "narrow", cell: (row) => <span className="tabular">{row.validTo}</span> },
    { key: "value", label: pick(lang, V.value), align: "right", width: "narrow", cell: (row) => <Money lang={lang} amount={row.valueFen} /> },
    {
      key: "state", label: pick(lang, V.state), width: "narrow",
      cell: (row) => (
        <span className="grid justify-items-start gap-2">
          {row.withdrawnAt ? <StatusTag tone="ended">{pick(lang, V.withdrawn)}</StatusTag> : row.validTo < today ? <StatusTag tone="due">{pick(lang, V.old)}</StatusTag> : <StatusTag tone="done">{pick(lang, V.valid)}</StatusTag>}
          {row.withdrawReason ? <span className="text-sm text-ink-soft">{row.withdrawReason}</span> : null}
          {sells && !row.withdrawnAt ? <ReasonedAct lang={lang} url={`/api/v1/valuations/${row.id}/withdraw`} label={pick(lang, V.withdraw)} sentence={pick(lang, V.withdrawText)} reasonLabel={pick(lang, V.reason)} /> : null}
        </span>
      ),
    },
  ];
}

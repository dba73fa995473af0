import { importProblems, importSheet, PROBLEM_TEXTS } from "@ttx/api";
import { IMPORT_OUTCOME_LABELS, IMPORT_OUTCOMES, IMPORT_STATE_LABELS, listImportRows, readImport } from "@ttx/domain/bulk-import";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDateTime } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { IMPORT_TONES, OUTCOME_TONES } from "#components/imports/import-tones.ts";
import { I } from "#components/imports/import-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }>; readonly searchParams: Promise<Asked> };

/** Where another table of the kind is handed in. */
const PLACES: Readonly<Record<string, `/${string}`>> = { result: "/desk/results/import" };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), I.earlier) };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [lang, { id }, asked] = await Promise.all([readLang(params), params, searchParams]);
  const actor = await requireActor(lang);
  const outcome = IMPORT_OUTCOMES.find((one) => one === askedText(asked, "outcome"));
  const [table, rows] = await Promise.all([readFor(actor, readImport, { importId: id }), readFor(actor, listImportRows, { importId: id, outcome, limit: 50, cursor: askedText(asked, "cursor") || undefined })]);
  const sheet = importSheet(table.kind) ?? notFound();
  const settled = table.counts.ACCEPTED + table.counts.REPEATED + table.counts.REFUSED;
  const address = (of?: string): string => href(lang, `/desk/imports/${id}`, { outcome: of });
  const place = href(lang, PLACES[table.kind] ?? "/desk");
  const report = `/api/v1/own/imports/${id}/report?lang=${lang}`;
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        title={table.fileName}
        crumbs={[{ href: place, label: sheet.title[lang] }, { label: table.fileName }]}
        status={<><StatusTag tone={IMPORT_TONES[table.state]}>{pick(lang, IMPORT_STATE_LABELS[table.state])}</StatusTag><span className="tabular text-sm text-ink-soft">{formatDateTime(table.createdAt, lang)}</span></>}
        actions={<LinkButton href={place}>{pick(lang, I.again)}</LinkButton>}
      />
      {table.endedAt === null ? <ImportProgress lang={lang} done={settled} total={table.readAt === null ? 0 : table.total} /> : null}
      {table.fault ? (
        <Panel tone="live"><p className="font-medium">{fillText(PROBLEM_TEXTS[table.fault.code]?.[lang] ?? table.fault.code, table.fault.details)}</p><p className="text-sm">{pick(lang, I.kept)}</p></Panel>
      ) : (
        <>
          <Tabs label={pick(lang, I.outcome)} tabs={[{ href: address(), label: pick(lang, I.all), count: table.total, current: outcome === undefined }, ...IMPORT_OUTCOMES.filter((one) => one !== "WAITING" || table.counts.WAITING > 0).map((one) => ({ href: address(one), label: pick(lang, IMPORT_OUTCOME_LABELS[one]), count: table.counts[one], current: outcome === one }))]} />
          <Table caption={table.fileName} columns={columns(lang, sheet)} rows={rows.items} rowKey={({ no }) => String(no)} empty={<p className="text-ink-soft">{pick(lang, I.noRows)}</p>} />
          <Pager lang={lang} nextHref={nextPage(address(outcome), rows.nextCursor)} />
          <div className="flex flex-wrap gap-3">
            <LinkButton size="small" href={report}>{pick(lang, I.report)}</LinkButton>
            {table.counts.REFUSED > 0 ? <LinkButton size="small" href={`${report}&refused=1`}>{pick(lang, I.refusedReport)}</LinkButton> : null}
          </div>
        </>
      )}
    </div>
  );
}

type Row = Awaited<ReturnType<typeof listImportRows.run>>["items"][number];
type Sheet = NonNullable<ReturnType<typeof importSheet>>;

function columns(lang: Lang, sheet: Sheet): readonly Column<Row>[] {
  const [first] = sheet.columns;
  return [
    { key: "line", label: pick(lang, I.line), width: "narrow", align: "right", cell: ({ no }) => <span className="tabular">{no}</span> },
    {
      key: "what", label: pick(lang, I.what), head: true, width: "wide",
      cell: ({ cells, subjectId }) => {
        const name = cells === null ? pick(lang, I.withheld) : (cells[first!.key] ?? "");
        return subjectId !== null && sheet.kind === "result" ? <a lang="zh-CN" className="link-quiet" href={href(lang, `/desk/results/${subjectId}`)}>{name}</a> : <span lang="zh-CN">{name}</span>;
      },
    },
    { key: "outcome", label: pick(lang, I.outcome), width: "narrow", cell: ({ outcome }) => <StatusTag tone={OUTCOME_TONES[outcome]}>{pick(lang, IMPORT_OUTCOME_LABELS[outcome])}</StatusTag> },
    {
      key: "reasons", label: pick(lang, I.reasons), width: "wide",
      cell: ({ problems }) => (problems.length === 0 ? "—" : <ul className="grid gap-1">{importProblems(sheet, problems, lang).map(({ column, message }, at) => <li key={at}>{column === null ? null : <strong className="mr-1 font-medium">{column}</strong>}{message}</li>)}</ul>),
    },
  ];
}

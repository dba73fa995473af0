import { lateFiles, officePerformance } from "@ttx/domain/review";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatCount, formatDateTime } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ContractState } from "#components/contract/contract-state.tsx";
import { lastMinute, leftInWords } from "#components/contract/working-days.ts";
import { N } from "#components/inspection/texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Row = Awaited<ReturnType<typeof officePerformance.run>>["offices"][number];
type Late = Awaited<ReturnType<typeof lateFiles.run>>["items"][number];

const PLACE = "/desk/office-performance";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), N.performance) };
}

export default async function OfficePerformancePage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const day = (key: string): string | undefined => (DAY.test(askedText(asked, key)) ? askedText(asked, key) : undefined);
  const actor = await requireActor(lang);
  const [{ from, to, offices }, late] = await Promise.all([
    readFor(actor, officePerformance, { from: day("from"), to: day("to") }),
    readFor(actor, lateFiles, { cursor: askedText(asked, "cursor") || undefined }),
  ]);
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, N.performance)} intro={fillText(pick(lang, N.performanceIntro), { from, to })} />
      <form role="search" action={href(lang, PLACE)} className="flex flex-wrap items-end gap-3">
        {([["from", from], ["to", to]] as const).map(([key, value]) => <label key={key} className="grid gap-1 text-sm text-ink-soft">{pick(lang, N[key])}<input type="date" name={key} defaultValue={value} className="control min-h-9 text-ink" /></label>)}
        <Button type="submit" size="small">{pick(lang, N.show)}</Button>
      </form>
      <Table caption={pick(lang, N.performance)} dense columns={columns(lang)} rows={offices} rowKey={({ officeId }) => officeId} empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, N.noOffices)} />} />
      <section aria-labelledby="late-files" className="grid gap-3">
        <h2 id="late-files" className="text-lg font-semibold">{pick(lang, N.lateFiles)}</h2>
        <Table caption={pick(lang, N.lateFiles)} dense columns={lateColumns(lang)} rows={late.items} rowKey={({ id }) => id} empty={<p className="text-ink-soft">{pick(lang, N.noneLate)}</p>} />
        <Pager lang={lang} nextHref={nextPage(href(lang, PLACE, { from, to }), late.nextCursor)} />
      </section>
    </div>
  );
}

function lateColumns(lang: Lang): readonly Column<Late>[] {
  return [
    { key: "project", label: pick(lang, N.project), head: true, width: "wide", cell: ({ id, projectName, secret }) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/contracts/${id}`)}>{secret ? pick(lang, N.secret) : projectName}</a> },
    { key: "office", label: pick(lang, N.office), cell: ({ officeName }) => <span lang="zh-CN">{officeName}</span> },
    { key: "state", label: pick(lang, N.state), width: "narrow", cell: ({ state }) => <ContractState lang={lang} state={state} /> },
    { key: "due", label: pick(lang, N.due), width: "narrow", cell: ({ dueAt }) => <span className="tabular">{formatDateTime(lastMinute(dueAt), lang)}</span> },
    { key: "left", label: pick(lang, N.lateBy), width: "narrow", cell: ({ workingDaysLate }) => <span className="font-medium text-live">{leftInWords(-workingDaysLate, lang)}</span> },
  ];
}

function columns(lang: Lang): readonly Column<Row>[] {
  const figure = (key: keyof typeof N, of: (row: Row) => number | null, alarming = false): Column<Row> => ({
    key, label: pick(lang, N[key]), width: "narrow", align: "right",
    cell: (row) => {
      const value = of(row);
      return <span className={alarming && value !== null && value > 0 ? "tabular font-medium text-live" : "tabular"}>{value === null ? "—" : formatCount(value)}</span>;
    },
  });
  return [
    { key: "office", label: pick(lang, N.office), head: true, width: "wide", cell: ({ office }) => <span lang="zh-CN">{office}</span> },
    figure("overdue", ({ overdue }) => overdue, true),
    figure("warned", ({ warned }) => warned),
    figure("registered", ({ registered }) => registered),
    figure("refused", ({ refused }) => refused),
    figure("median", ({ medianDays }) => medianDays),
    figure("p90", ({ p90Days }) => p90Days),
    figure("late", ({ late }) => late, true),
    figure("corrections", ({ correctionPercent }) => correctionPercent),
    figure("returned", ({ returned }) => returned),
    figure("revoked", ({ revoked }) => revoked, true),
  ];
}

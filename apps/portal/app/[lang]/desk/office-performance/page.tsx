import { officePerformance } from "@ttx/domain/review";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatCount } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { PageHeader } from "@ttx/ui/page-header";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { N } from "#components/inspection/texts.ts";
import { askedText, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Row = Awaited<ReturnType<typeof officePerformance.run>>["offices"][number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), N.performance) };
}

export default async function OfficePerformancePage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const day = (key: string): string | undefined => (DAY.test(askedText(asked, key)) ? askedText(asked, key) : undefined);
  const { from, to, offices } = await readFor(await requireActor(lang), officePerformance, { from: day("from"), to: day("to") });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, N.performance)} intro={fillText(pick(lang, N.performanceIntro), { from, to })} />
      <form role="search" action={href(lang, "/desk/office-performance")} className="flex flex-wrap items-end gap-3">
        {([["from", from], ["to", to]] as const).map(([key, value]) => <label key={key} className="grid gap-1 text-sm text-ink-soft">{pick(lang, N[key])}<input type="date" name={key} defaultValue={value} className="control min-h-9 text-ink" /></label>)}
        <Button type="submit" size="small">{pick(lang, N.show)}</Button>
      </form>
      <Table caption={pick(lang, N.performance)} dense columns={columns(lang)} rows={offices} rowKey={({ officeId }) => officeId} empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, N.noOffices)} />} />
    </div>
  );
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

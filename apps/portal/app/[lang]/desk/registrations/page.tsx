import { LIST_BANDS, listRegistrations } from "@ttx/domain/recognition";
import { codeLabel } from "@ttx/domain/reference";
import { dayOf } from "@ttx/domain/shared/clock";
import { Button } from "@ttx/ui/button";
import { EmptyState } from "@ttx/ui/empty-state";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ExportLinks } from "#components/export-links.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Row = Awaited<ReturnType<typeof listRegistrations.run>>["items"][number];

const PLACE = "/desk/registrations";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const band = LIST_BANDS.find((one) => one === askedText(asked, "band")) ?? "OTHER";
  const day = (key: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(askedText(asked, key)) ? askedText(asked, key) : undefined);
  const filters = { band: band === "OTHER" ? undefined : band, from: day("from"), to: day("to") };
  const page = await readFor(await requireActor(lang), listRegistrations, { band, from: filters.from, to: filters.to, limit: 50, cursor: askedText(asked, "cursor") || undefined });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} actions={<ExportLinks lang={lang} path="/registrations/export" filters={filters} />} />
      <Tabs label={pick(lang, T.bands)} tabs={LIST_BANDS.map((one) => ({ href: href(lang, PLACE, { ...filters, band: one === "OTHER" ? undefined : one }), label: pick(lang, T[one]), current: one === band }))} />
      <form role="search" action={href(lang, PLACE)} className="flex flex-wrap items-end gap-3">
        {filters.band ? <input type="hidden" name="band" value={filters.band} /> : null}
        {(["from", "to"] as const).map((key) => <label key={key} className="grid gap-1 text-sm text-ink-soft">{pick(lang, T[key])}<input type="date" name={key} defaultValue={filters[key]} className="control min-h-9 text-ink" /></label>)}
        <Button type="submit" size="small">{pick(lang, T.apply)}</Button>
      </form>
      <Table caption={pick(lang, T.title)} columns={columns(lang)} rows={page.items} rowKey={({ id }) => id} empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, T.none)}>{pick(lang, T.noneText)}</EmptyState>} />
      <Pager lang={lang} nextHref={nextPage(href(lang, PLACE, filters), page.nextCursor)} />
    </div>
  );
}

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    {
      key: "project", label: pick(lang, T.project), head: true, width: "wide",
      cell: (row) => (
        <>
          <span lang="zh-CN" className="font-medium">{row.secret ? pick(lang, T.secret) : row.projectName}</span>
          <span className="block text-sm text-ink-soft"><span className="tabular mr-2">{row.registrationNo}</span>{row.contractType === null ? "" : pick(lang, codeLabel("contract-types", row.contractType))}</span>
        </>
      ),
    },
    { key: "office", label: pick(lang, T.office), deskOnly: true, cell: (row) => <span lang="zh-CN">{row.officeName}</span> },
    { key: "turnover", label: pick(lang, T.turnover), align: "right", width: "narrow", deskOnly: true, cell: (row) => (row.turnoverFen === null ? "—" : <Money lang={lang} as="readable" amount={row.turnoverFen} />) },
    { key: "amount", label: pick(lang, T.amount), align: "right", width: "narrow", cell: (row) => (row.technicalFen === null ? "—" : <Money lang={lang} as="readable" amount={row.technicalFen} />) },
    { key: "on", label: pick(lang, T.on), width: "narrow", cell: (row) => <span className="tabular">{row.registeredAt ? dayOf(row.registeredAt) : "—"}</span> },
  ];
}

import { codeLabel } from "@ttx/domain/reference";
import { readConsequences, readReview, reviewQueue } from "@ttx/domain/review";
import { Button } from "@ttx/ui/button";
import { cx } from "@ttx/ui/cx";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ReviewState } from "#components/contract/contract-state.tsx";
import { leftInWords } from "#components/contract/working-days.ts";
import { DeskKeys } from "#components/registration/desk-keys.tsx";
import { V } from "#components/review/review-texts.ts";
import { ReviewView } from "#components/review/review-view.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Row = Awaited<ReturnType<(typeof reviewQueue)["run"]>>["items"][number];

const PLACE = "/desk/provincial-review";
const GROUPS = ["PENDING", "RETURNED", "REVOCATION_NOTICE", "DONE"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), V.title) };
}

export default async function ProvincialReviewPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const group = GROUPS.find((one) => one === askedText(asked, "group")) ?? "PENDING";
  const filters = {
    group: group === "PENDING" ? undefined : group,
    tax: askedText(asked, "tax") === "true" ? "true" : undefined,
    urgency: askedText(asked, "urgency") === "overdue" ? "overdue" : undefined,
    q: askedText(asked, "q").slice(0, 100) || undefined,
  };
  const open = askedText(asked, "review");
  const cursor = askedText(asked, "cursor") || undefined;
  const [page, review] = await Promise.all([
    readFor(actor, reviewQueue, { group, urgency: filters.urgency, taxClaimed: filters.tax, text: filters.q, cursor, limit: 50 }),
    open === "" ? null : readFor(actor, readReview, { reviewId: open }),
  ]);
  const consequences = review?.state === "REVOKED" ? await readFor(actor, readConsequences, { contractId: review.contract.contractId }) : null;
  const address = (changes: Readonly<Record<string, string | undefined>>): string => href(lang, PLACE, { ...filters, cursor, ...changes });
  const at = page.items.findIndex(({ reviewId }) => reviewId === open);
  const neighbour = (by: number): string | undefined => {
    const row = at === -1 ? (by === 1 ? page.items[0] : undefined) : page.items[at + by];
    return row && row.reviewId !== open ? address({ review: row.reviewId }) : undefined;
  };
  const hrefOf = (reviewId: string): string => address({ review: reviewId });
  return (
    <div className="grid gap-4">
      <PageHeader lang={lang} title={pick(lang, V.title)} intro={review ? undefined : pick(lang, V.intro)} />
      <Tabs label={pick(lang, V.groups)} tabs={GROUPS.map((one) => ({ href: href(lang, PLACE, { group: one === "PENDING" ? undefined : one }), label: pick(lang, V[one]), count: one === "DONE" ? undefined : page.counts[one], current: one === group }))} />
      <DeskKeys lang={lang} nextHref={review ? neighbour(1) : undefined} previousHref={review ? neighbour(-1) : undefined} closeHref={review ? address({ review: undefined }) : undefined} />
      {review ? (
        <div className="grid gap-6 xl:grid-cols-[16rem_minmax(0,1fr)]">
          <div className="hidden max-h-[calc(100dvh-8rem)] overflow-y-auto rounded border border-line bg-surface xl:sticky xl:top-18 xl:block"><Column lang={lang} rows={page.items} hrefOf={hrefOf} selected={open} /></div>
          <section aria-label={pick(lang, V.file)} className="min-w-0"><ReviewView lang={lang} review={review} consequences={consequences} nextHref={neighbour(1)} previousHref={neighbour(-1)} closeHref={address({ review: undefined })} /></section>
        </div>
      ) : (
        <>
          <Filters lang={lang} filters={filters} />
          <Table caption={pick(lang, V.title)} dense columns={columns(lang, hrefOf)} rows={page.items} rowKey={(row) => row.reviewId} empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, V.emptyTitle)}>{pick(lang, V.emptyText)}</EmptyState>} />
          <div className="flex flex-wrap gap-3"><ExportLinks lang={lang} path="/reviews/export" filters={{ group, urgency: filters.urgency, taxClaimed: filters.tax, text: filters.q }} /></div>
          <Pager lang={lang} nextHref={nextPage(href(lang, PLACE, filters), page.nextCursor)} />
        </>
      )}
    </div>
  );
}

function Filters({ lang, filters }: { readonly lang: Lang; readonly filters: { readonly group?: string; readonly tax?: string; readonly urgency?: string; readonly q?: string } }) {
  return (
    <form role="search" action={href(lang, PLACE)} className="flex flex-wrap items-end gap-3">
      {filters.group ? <input type="hidden" name="group" value={filters.group} /> : null}
      <label className="grid gap-1 text-sm text-ink-soft">{pick(lang, V.search)}<input data-desk-search type="search" name="q" defaultValue={filters.q} className="control min-h-9 w-64 text-ink" /></label>
      <label className="flex min-h-9 items-center gap-2 text-sm"><input type="checkbox" name="tax" value="true" defaultChecked={filters.tax === "true"} className="size-4" />{pick(lang, V.taxedOnly)}</label>
      <label className="flex min-h-9 items-center gap-2 text-sm"><input type="checkbox" name="urgency" value="overdue" defaultChecked={filters.urgency === "overdue"} className="size-4" />{pick(lang, V.overdueOnly)}</label>
      <Button type="submit" size="small">{pick(lang, V.apply)}</Button>
    </form>
  );
}

function columns(lang: Lang, hrefOf: (reviewId: string) => string): readonly Column<Row>[] {
  return [
    {
      key: "project", label: pick(lang, V.project), head: true, width: "wide",
      cell: (row) => (
        <>
          <a data-desk-row lang="zh-CN" className="link-quiet font-medium" href={hrefOf(row.reviewId)}>{row.contract.projectName}</a>
          <span className="block text-sm text-ink-soft"><span className="tabular mr-2">{row.contract.registrationNo}</span>{row.contract.contractType === null ? "" : pick(lang, codeLabel("contract-types", row.contract.contractType))}</span>
        </>
      ),
    },
    { key: "office", label: pick(lang, V.office), cell: (row) => <span lang="zh-CN">{row.contract.officeName}</span> },
    { key: "amount", label: pick(lang, V.amount), align: "right", width: "narrow", cell: (row) => (row.contract.technicalFen === null ? "—" : <Money lang={lang} as="readable" amount={row.contract.technicalFen} />) },
    { key: "left", label: pick(lang, V.left), width: "narrow", cell: (row) => <Left lang={lang} row={row} /> },
    {
      key: "state", label: pick(lang, V.state), width: "narrow",
      cell: (row) => <span className="flex flex-wrap gap-1"><ReviewState lang={lang} state={row.state} />{row.contract.taxClaims.length > 0 ? <StatusTag tone="active">{pick(lang, V.taxed)}</StatusTag> : null}</span>,
    },
  ];
}

function Left({ lang, row }: { readonly lang: Lang; readonly row: Row }) {
  if (row.workingDaysLeft === null) return <span className="tabular text-ink-soft">{row.decidedAt ? formatDateTime(row.decidedAt, lang) : "—"}</span>;
  return <span className={row.overdue ? "font-medium text-live" : row.workingDaysLeft <= 2 ? "font-medium text-due" : ""}>{leftInWords(row.workingDaysLeft, lang)}</span>;
}

function Column({ lang, rows, hrefOf, selected }: { readonly lang: Lang; readonly rows: readonly Row[]; readonly hrefOf: (reviewId: string) => string; readonly selected: string }) {
  return (
    <ul className="grid">
      {rows.map((row) => (
        <li key={row.reviewId}>
          <a data-desk-row href={hrefOf(row.reviewId)} aria-current={row.reviewId === selected ? "true" : undefined} className={cx("grid gap-0.5 border-b border-line px-3 py-2 text-sm text-ink no-underline hover:bg-sunken", row.reviewId === selected && "border-l-3 border-l-brand bg-brand-soft")}>
            <span lang="zh-CN" className="line-clamp-2 font-medium">{row.contract.projectName}</span>
            <span className="flex flex-wrap justify-between gap-x-3"><Left lang={lang} row={row} />{row.contract.technicalFen === null ? null : <Money lang={lang} as="readable" amount={row.contract.technicalFen} className="text-ink-soft" />}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

import { LISTING_STATE_LABELS, listVenueListings, type ListingGroup, type ListingState } from "@ttx/domain/listing";
import { LISTING_GROUP_LABELS } from "@ttx/domain/listing/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { ListChecksIcon } from "@ttx/ui/icons/list-checks";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { LISTING_TONES } from "#components/listing/listing-words.ts";
import { R } from "#components/listing/review-texts.ts";
import { SetRulesAct } from "#components/rules/set-rules-act.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const GROUPS: Record<"waiting" | ListingGroup, Text> = { waiting: R.queue, ...LISTING_GROUP_LABELS };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.title) };
}

export default async function ListingReviewPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const group = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).find((one) => one === askedText(asked, "group")) ?? "waiting";
  const actor = await requireActor(lang);
  const page = await readFor(actor, listVenueListings, { group, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: keyof typeof GROUPS): string => href(lang, "/desk/listing-review", { group: of === "waiting" ? undefined : of });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, R.title)} intro={pick(lang, R.intro)} actions={page.may.setRules && actor.organisation ? <SetRulesAct lang={lang} venueId={actor.organisation.id} /> : undefined} />
      <Tabs label={pick(lang, R.state)} tabs={(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((one) => ({ href: address(one), label: pick(lang, GROUPS[one]), count: page.counts[one], current: one === group }))} />
      <Table
        caption={pick(lang, R.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<ListChecksIcon size={24} />} title={pick(lang, R.empty)}>{group === "waiting" ? pick(lang, R.emptyText) : null}</EmptyState>}
      />
      <Pager lang={lang} nextHref={nextPage(address(group), page.nextCursor)} />
    </div>
  );
}

type Row = { readonly id: string; readonly no: string; readonly state: ListingState; readonly priceFen: bigint; readonly submittedAt: Date | null; readonly periodEndsAt: Date | null; readonly result: { readonly title: string }; readonly seller: { readonly name: string } };

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "title", label: pick(lang, R.name), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/listing-review/${row.id}`)}>{row.result.title}</a> },
    { key: "state", label: pick(lang, R.state), width: "narrow", cell: (row) => <StatusTag tone={LISTING_TONES[row.state]}>{pick(lang, LISTING_STATE_LABELS[row.state])}</StatusTag> },
    { key: "seller", label: pick(lang, R.seller), cell: (row) => row.seller.name },
    { key: "price", label: pick(lang, R.price), align: "right", width: "narrow", cell: (row) => <Money lang={lang} as="readable" amount={row.priceFen} /> },
    { key: "submitted", label: pick(lang, R.since), width: "narrow", cell: (row) => (row.submittedAt === null ? "—" : <span className="tabular">{formatDateTime(row.submittedAt, lang)}</span>) },
    { key: "ends", label: pick(lang, R.ends), width: "narrow", deskOnly: true, cell: (row) => (row.periodEndsAt === null ? "—" : <span className="tabular">{formatDateTime(row.periodEndsAt, lang)}</span>) },
  ];
}

import { LISTING_STATE_LABELS, listOwnListings, type ListingGroup, type ListingState } from "@ttx/domain/listing";
import { LISTING_GROUP_LABELS } from "@ttx/domain/listing/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { ListChecksIcon } from "@ttx/ui/icons/list-checks";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { LinkButton } from "@ttx/ui/link-button";
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
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "#components/listing/desk-texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const GROUPS: Record<"drafting" | "waiting" | ListingGroup, Text> = { drafting: T.drafting, waiting: T.waiting, ...LISTING_GROUP_LABELS };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnListingsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const group = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).find((one) => one === askedText(asked, "group"));
  const page = await readFor(await requireActor(lang), listOwnListings, { group, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of?: string): string => href(lang, "/desk/listings", { group: of });
  const newListing = <LinkButton size="small" href={href(lang, "/desk/listings/new")}>{pick(lang, T.newListing)}</LinkButton>;
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, T.intro)} actions={<LinkButton tone="primary" icon={<PlusIcon />} href={href(lang, "/desk/listings/new")}>{pick(lang, T.newListing)}</LinkButton>} />
      <Tabs label={pick(lang, T.state)} tabs={[{ href: address(), label: pick(lang, T.all), current: group === undefined }, ...(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((one) => ({ href: address(one), label: pick(lang, GROUPS[one]), current: group === one }))]} />
      <Table
        caption={pick(lang, T.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<ListChecksIcon size={24} />} title={pick(lang, group === undefined ? T.empty : T.emptyFilter)} action={newListing}>{group === undefined ? pick(lang, T.emptyText) : null}</EmptyState>}
      />
      <Pager lang={lang} nextHref={nextPage(address(group), page.nextCursor)} />
    </div>
  );
}

type Row = { readonly id: string; readonly no: string; readonly state: ListingState; readonly priceFen: bigint; readonly periodEndsAt: Date | null; readonly updatedAt: Date; readonly result: { readonly title: string }; readonly venue: { readonly name: string } };

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "title", label: pick(lang, T.name), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/listings/${row.id}`)}>{row.result.title}</a> },
    { key: "no", label: pick(lang, T.no), width: "narrow", deskOnly: true, cell: (row) => <span className="tabular">{row.no}</span> },
    { key: "state", label: pick(lang, T.state), width: "narrow", cell: (row) => <StatusTag tone={LISTING_TONES[row.state]}>{pick(lang, LISTING_STATE_LABELS[row.state])}</StatusTag> },
    { key: "price", label: pick(lang, T.price), align: "right", width: "narrow", cell: (row) => <Money lang={lang} as="readable" amount={row.priceFen} /> },
    { key: "venue", label: pick(lang, T.venue), deskOnly: true, cell: (row) => row.venue.name },
    { key: "ends", label: pick(lang, T.ends), width: "narrow", cell: (row) => (row.periodEndsAt === null ? "—" : <span className="tabular">{formatDateTime(row.periodEndsAt, lang)}</span>) },
    { key: "updated", label: pick(lang, T.updated), width: "narrow", deskOnly: true, cell: (row) => <span className="tabular">{formatDateTime(row.updatedAt, lang)}</span> },
  ];
}

import { listOwnDeals, listVenueDeals } from "@ttx/domain/deal";
import { DEAL_ORIGIN_LABELS, DEAL_STATE_LABELS, DEAL_TABS, type DealState } from "@ttx/domain/deal/client";
import type { SettlementState } from "@ttx/domain/settlement/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { HandshakeIcon } from "@ttx/ui/icons/handshake";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { DEAL_TONES, T } from "#components/deal/deal-texts.ts";
import { nextOf } from "#components/deal/next-of.ts";
import { D } from "#components/notice/desk-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function DealsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const tab = DEAL_TABS.find((one) => one === askedText(asked, "tab")) ?? "open";
  const isVenue = actor.organisation?.kind === "VENUE";
  const page = await readFor(actor, isVenue ? listVenueDeals : listOwnDeals, { tab, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: typeof tab): string => href(lang, "/desk/deals", { tab: of === "open" ? undefined : of });
  const notices = isVenue ? null : <LinkButton href={href(lang, "/desk/notices")}>{pick(lang, D.title)}</LinkButton>;
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, T.title)} intro={pick(lang, isVenue ? T.venueIntro : T.intro)} actions={notices} />
      <Tabs label={pick(lang, T.tabs)} tabs={DEAL_TABS.map((one) => ({ href: address(one), label: pick(lang, T[one]), current: one === tab }))} />
      <Table
        caption={pick(lang, T.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<HandshakeIcon size={24} />} title={pick(lang, T.none)} action={notices}>{pick(lang, T.noneText)}</EmptyState>}
      />
      <Pager lang={lang} nextHref={nextPage(address(tab), page.nextCursor)} />
    </div>
  );
}

type Row = {
  readonly id: string; readonly no: string; readonly title: string; readonly origin: keyof typeof DEAL_ORIGIN_LABELS; readonly state: DealState; readonly settlement: SettlementState | null;
  readonly seller: string; readonly buyer: string; readonly venue: string | null; readonly priceFen: bigint; readonly signDueAt: Date;
  readonly sellerSigned: boolean; readonly buyerSigned: boolean; readonly handedOver: boolean; readonly feeOpen: boolean;
};

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    {
      key: "title", label: pick(lang, T.name), head: true, width: "wide",
      cell: (row) => (
        <span className="grid gap-0.5">
          <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/deals/${row.id}`)}>{row.title}</a>
          <span className="text-sm text-ink-soft"><span className="tabular">{row.no}</span> · {pick(lang, DEAL_ORIGIN_LABELS[row.origin])}</span>
        </span>
      ),
    },
    { key: "state", label: pick(lang, T.state), width: "narrow", cell: (row) => <StatusTag tone={row.settlement === "BREACH" ? "due" : DEAL_TONES[row.state]}>{pick(lang, DEAL_STATE_LABELS[row.state])}</StatusTag> },
    {
      key: "next", label: pick(lang, T.next),
      cell: (row) => (
        <span className="grid gap-0.5">
          {pick(lang, nextOf(row))}
          {row.state === "AWARDED" || row.state === "CONTRACTING" ? <span className="tabular text-sm text-ink-soft">{pick(lang, T.signBy)} {formatDay(row.signDueAt, lang)}</span> : null}
        </span>
      ),
    },
    { key: "parties", label: pick(lang, T.parties), cell: (row) => `${row.seller} → ${row.buyer}` },
    { key: "price", label: pick(lang, T.price), align: "right", width: "narrow", cell: (row) => <Money lang={lang} as="readable" amount={row.priceFen} /> },
  ];
}

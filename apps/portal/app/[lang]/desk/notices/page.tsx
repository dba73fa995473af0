import { listOwnNotices } from "@ttx/domain/agreed-price";
import { NOTICE_STATE_LABELS, type NoticeState } from "@ttx/domain/agreed-price/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { MegaphoneIcon } from "@ttx/ui/icons/megaphone";
import { PlusIcon } from "@ttx/ui/icons/plus";
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
import { D } from "#components/notice/desk-texts.ts";
import { endText } from "#components/notice/end-text.ts";
import { N, NOTICE_TONES } from "#components/notice/notice-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const SIDES = ["all", "seller", "buyer"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), D.title) };
}

export default async function OwnNoticesPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const sells = actor.roles.includes("SELLER");
  const side = SIDES.find((one) => one === askedText(asked, "side")) ?? "all";
  const page = await readFor(actor, listOwnNotices, { side, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: typeof side): string => href(lang, "/desk/notices", { side: of === "all" ? undefined : of });
  const draft = sells ? <LinkButton tone="primary" icon={<PlusIcon />} href={href(lang, "/desk/notices/new")}>{pick(lang, D.newNotice)}</LinkButton> : null;
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, D.title)} intro={pick(lang, D.intro)} actions={draft} />
      <Tabs label={pick(lang, D.side)} tabs={SIDES.map((one) => ({ href: address(one), label: pick(lang, D[one]), current: one === side }))} />
      <Table
        caption={pick(lang, D.title)}
        columns={columns(lang)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={
          <EmptyState level={2} icon={<MegaphoneIcon size={24} />} title={pick(lang, side === "buyer" ? D.emptyBuyer : D.emptySeller)} action={side === "buyer" ? null : draft}>
            {side === "buyer" ? null : pick(lang, D.emptySellerText)}
          </EmptyState>
        }
      />
      <Pager lang={lang} nextHref={nextPage(address(side), page.nextCursor)} />
    </div>
  );
}

type Row = {
  readonly id: string; readonly title: string; readonly state: NoticeState; readonly confirmed: boolean; readonly own: "seller" | "buyer"; readonly seller: string; readonly buyer: string; readonly priceFen: bigint;
  readonly endsAt: Date | null; readonly remainingDays: number | null; readonly validUntil: Date | null;
};

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "title", label: pick(lang, D.name), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/notices/${row.id}`)}>{row.title}</a> },
    {
      key: "state", label: pick(lang, D.state), width: "narrow",
      cell: (row) => (
        <span className="grid justify-items-start gap-1">
          <StatusTag tone={NOTICE_TONES[row.state]}>{pick(lang, NOTICE_STATE_LABELS[row.state])}</StatusTag>
          {row.state === "PREPARED" ? <span className="text-sm text-ink-soft">{pick(lang, row.confirmed ? D.readyToPublish : row.own === "buyer" ? D.awaitsUs : D.awaitsBuyer)}</span> : null}
        </span>
      ),
    },
    { key: "other", label: pick(lang, D.other), cell: (row) => (row.own === "seller" ? row.buyer : row.seller) },
    { key: "price", label: pick(lang, D.price), align: "right", width: "narrow", cell: (row) => <Money lang={lang} as="readable" amount={row.priceFen} /> },
    { key: "due", label: pick(lang, D.due), width: "narrow", cell: (row) => <Due lang={lang} row={row} /> },
  ];
}

function Due({ lang, row }: { readonly lang: Lang; readonly row: Row }) {
  if (row.state === "RUNNING" && row.endsAt) return <span className="tabular">{pick(lang, N.endsAt)} {endText(lang, row.endsAt)}</span>;
  if (row.state === "OBJECTED") return <span>{pick(lang, N.stopped)} {row.remainingDays} {pick(lang, N.days)}</span>;
  if (row.state === "CLEARED" && row.validUntil) return <span className="tabular">{pick(lang, N.validUntil)} {endText(lang, row.validUntil)}</span>;
  return <>—</>;
}

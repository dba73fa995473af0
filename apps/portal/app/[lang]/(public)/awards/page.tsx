import { listAwards } from "@ttx/domain/deal";
import { DEAL_ORIGIN_LABELS } from "@ttx/domain/deal/client";
import { ORGANISATION_KIND_LABELS } from "@ttx/domain/identity";
import { INTENT_RELATION_LABELS } from "@ttx/domain/listing/client";
import { fullDivisionName } from "@ttx/domain/reference";
import { fillText } from "@ttx/domain/shared/texts";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { HandshakeIcon } from "@ttx/ui/icons/handshake";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { AO, W } from "#components/deal/award-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), W.title) };
}

export default async function AwardsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const page = await readPublic(listAwards, { cursor: askedText(asked, "cursor") || undefined, limit: 30 });
  return (
    <div className="grid gap-5" data-print="sheet">
      <PageHeader lang={lang} title={pick(lang, W.title)} intro={pick(lang, W.intro)} />
      <Table
        caption={pick(lang, W.title)}
        rows={page.items}
        rowKey={(row) => row.no}
        empty={<EmptyState level={2} icon={<HandshakeIcon size={24} />} title={pick(lang, W.none)} />}
        columns={[
          { key: "name", label: pick(lang, W.name), head: true, width: "wide", cell: (row) => <span className="grid gap-0.5"><a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/awards/${row.dealId}`)}>{row.title}</a><span className="tabular text-sm text-ink-soft">{row.listing.no}</span></span> },
          { key: "seller", label: pick(lang, W.seller), cell: (row) => <span lang={lang === "en" && row.sellerEn ? "en" : "zh-CN"}>{lang === "en" ? (row.sellerEn ?? row.seller) : row.seller}</span> },
          { key: "buyer", label: pick(lang, W.buyer), cell: (row) => <>{row.buyer === null ? null : <span lang="zh-CN" className="block">{row.buyer}</span>}{pick(lang, ORGANISATION_KIND_LABELS[row.buyerKind])} · <span lang="zh-CN">{fullDivisionName(row.buyerDivision)}</span>{row.relations.length > 0 ? <span className="block text-sm text-due">{fillText(pick(lang, W.related), { natures: row.relations.map((relation) => pick(lang, INTENT_RELATION_LABELS[relation])).join(lang === "zh" ? "；" : "; ") })}</span> : null}</> },
          { key: "how", label: pick(lang, W.how), cell: (row) => pick(lang, DEAL_ORIGIN_LABELS[row.origin]) },
          { key: "price", label: pick(lang, W.price), align: "right", cell: (row) => <Money lang={lang} amount={row.priceFen} /> },
          { key: "on", label: pick(lang, W.awardedOn), width: "narrow", cell: (row) => <span className="tabular">{formatDay(row.awardedAt, lang)}</span> },
          {
            key: "until", label: pick(lang, W.until), width: "narrow",
            cell: (row) => row.defaulted ? <StatusTag tone="refused">{pick(lang, W.defaulted)}</StatusTag> : row.standing === "RUNNING" && row.announcedUntil ? <span className="grid justify-items-start gap-0.5"><StatusTag tone={row.openObjections > 0 ? "due" : "active"}>{pick(lang, row.openObjections > 0 ? AO.underObjection : W.running)}</StatusTag><span className="tabular text-sm">{formatDateTime(row.announcedUntil, lang)}</span></span> : <span className="text-ink-soft">{pick(lang, W.over)}</span>,
          },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/awards"), page.nextCursor)} />
    </div>
  );
}

import { FORFEIT_GROUND_LABELS, listForfeits } from "@ttx/domain/deposit";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { WalletIcon } from "@ttx/ui/icons/wallet";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { F, forfeitState } from "#components/money/forfeit-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), F.title) };
}

export default async function ForfeitsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const view = askedText(asked, "view") === "done" ? "done" : "open";
  const page = await readFor(actor, listForfeits, { view, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: "open" | "done") => href(lang, "/desk/forfeits", { view: of === "open" ? undefined : of });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, F.title)} intro={pick(lang, F.intro)} />
      <Tabs label={pick(lang, F.state)} tabs={(["open", "done"] as const).map((one) => ({ href: address(one), label: pick(lang, F[one]), current: one === view }))} />
      <Table
        caption={pick(lang, F.title)}
        rows={page.items}
        rowKey={(row) => row.depositId}
        empty={<EmptyState level={2} icon={<WalletIcon size={24} />} title={pick(lang, F.none)}>{pick(lang, F.noneText)}</EmptyState>}
        columns={[
          { key: "lot", label: pick(lang, F.lot), head: true, width: "wide", cell: (row) => <span className="grid gap-0.5"><a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/forfeits/${row.depositId}`)}>{row.listing.title}</a><span className="tabular text-sm text-ink-soft">{row.listing.no}</span></span> },
          { key: "payer", label: pick(lang, F.payer), cell: (row) => <span lang="zh-CN">{row.payer}</span> },
          { key: "ground", label: pick(lang, F.ground), cell: (row) => pick(lang, FORFEIT_GROUND_LABELS[row.ground]) },
          { key: "amount", label: pick(lang, F.amount), align: "right", width: "narrow", cell: (row) => <Money lang={lang} amount={row.amountFen} /> },
          { key: "until", label: pick(lang, F.appealUntil), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.appealEndsAt, lang)}</span> },
          { key: "state", label: pick(lang, F.state), width: "narrow", cell: (row) => { const { tone, words } = forfeitState(row); return <StatusTag tone={tone}>{pick(lang, words)}</StatusTag>; } },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(address(view), page.nextCursor)} />
    </div>
  );
}

import { listIncomeShares, listMyRewards, superviseIncomeShares } from "@ttx/domain/income-share";
import { INCOME_SHARE_STATE_LABELS, INCOME_SHARE_TABS } from "@ttx/domain/income-share/client";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { UsersIcon } from "@ttx/ui/icons/users";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { I, SHARE_TONES } from "#components/income-share/income-share-texts.ts";
import { OwnTerms } from "#components/income-share/own-terms.tsx";
import { ShareAmount } from "#components/income-share/share-amount.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Part = { readonly lang: Lang; readonly actor: PersonActor; readonly cursor: string | undefined };

const VIEWS = [...INCOME_SHARE_TABS, "mine"] as const;
type View = (typeof VIEWS)[number];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), I.title) };
}

export default async function IncomeSharesPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const supervises = actor.roles.some((role) => role === "ADMINISTRATOR" || role === "AUDITOR");
  const view = VIEWS.find((one) => one === askedText(asked, "view")) ?? (supervises ? "overdue" : "open");
  const shownViews = supervises ? INCOME_SHARE_TABS : VIEWS;
  const address = (of: View) => href(lang, "/desk/income-shares", { view: of });
  const part = { lang, actor, cursor: askedText(asked, "cursor") || undefined };
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, I.title)} intro={pick(lang, I.intro)} />
      <Tabs label={pick(lang, I.state)} tabs={shownViews.map((one) => ({ href: address(one), label: pick(lang, I[one]), current: one === view }))} />
      {supervises || view === "mine" ? null : <OwnTerms lang={lang} actor={actor} />}
      {view === "mine" ? <Mine {...part} /> : <Shares {...part} tab={view} supervises={supervises} address={address(view)} />}
    </div>
  );
}

async function Shares({ lang, actor, cursor, tab, supervises, address }: Part & { readonly tab: (typeof INCOME_SHARE_TABS)[number]; readonly supervises: boolean; readonly address: string }) {
  const page = await readFor(actor, supervises ? superviseIncomeShares : listIncomeShares, { tab, cursor, limit: 50 });
  return (
    <>
      <Table
        caption={pick(lang, I.title)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<UsersIcon size={24} />} title={pick(lang, I.none)}>{pick(lang, I.noneText)}</EmptyState>}
        columns={[
          { key: "result", label: pick(lang, I.result), head: true, width: "wide", cell: (row) => <span className="grid gap-0.5"><a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/income-shares/${row.id}`)}>{row.title}</a><span className="tabular text-sm text-ink-soft">{row.dealNo}</span></span> },
          ...(supervises ? [{ key: "unit", label: pick(lang, I.unit), cell: (row: (typeof page.items)[number]) => <span lang="zh-CN">{row.unit}</span> }] : []),
          { key: "received", label: pick(lang, I.received), align: "right", cell: (row) => <ShareAmount lang={lang} mode={row.mode} amount={row.received} /> },
          { key: "pool", label: pick(lang, I.pool), align: "right", cell: (row) => <ShareAmount lang={lang} mode={row.mode} amount={row.pool} /> },
          { key: "due", label: pick(lang, I.dueOn), width: "narrow", cell: (row) => <span className={row.overdue ? "tabular font-medium text-live" : "tabular"}>{formatDay(row.payDueOn, lang)}{row.overdue ? ` · ${pick(lang, I.lateBadge)}` : ""}</span> },
          { key: "state", label: pick(lang, I.state), width: "narrow", cell: (row) => <StatusTag tone={SHARE_TONES[row.state]}>{pick(lang, INCOME_SHARE_STATE_LABELS[row.state])}</StatusTag> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(address, page.nextCursor)} />
    </>
  );
}

async function Mine({ lang, actor, cursor }: Part) {
  const page = await readFor(actor, listMyRewards, { cursor, limit: 50 });
  return (
    <>
      <Table
        caption={pick(lang, I.mine)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<UsersIcon size={24} />} title={pick(lang, I.noneMine)} />}
        columns={[
          { key: "result", label: pick(lang, I.result), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/income-shares/${row.id}`)}>{row.title}</a> },
          { key: "unit", label: pick(lang, I.unit), cell: (row) => <span lang="zh-CN">{row.unit}</span> },
          { key: "amount", label: pick(lang, I.amount), align: "right", cell: (row) => <ShareAmount lang={lang} mode={row.mode} amount={row.amount} /> },
          { key: "back", label: pick(lang, I.clawBack), align: "right", cell: (row) => (row.clawBack === 0n ? "—" : <Money lang={lang} amount={row.clawBack} />) },
          { key: "paid", label: pick(lang, I.paidOn), width: "narrow", cell: (row) => <span className="tabular">{row.paidOn ? formatDay(row.paidOn, lang) : "—"}</span> },
          { key: "state", label: pick(lang, I.state), width: "narrow", cell: (row) => <StatusTag tone={SHARE_TONES[row.state]}>{pick(lang, INCOME_SHARE_STATE_LABELS[row.state])}</StatusTag> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/income-shares", { view: "mine" }), page.nextCursor)} />
    </>
  );
}

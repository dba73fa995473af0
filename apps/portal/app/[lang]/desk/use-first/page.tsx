import { listUseFirst } from "@ttx/domain/use-first";
import { USE_FIRST_STATE_LABELS } from "@ttx/domain/use-first/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { ClockIcon } from "@ttx/ui/icons/clock";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { CreditLines } from "#components/use-first/credit-lines.tsx";
import { U, USE_FIRST_TONES } from "#components/use-first/use-first-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), U.title) };
}

export default async function UseFirstPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const tab = askedText(asked, "tab") === "ended" ? "ended" : "running";
  const page = await readFor(await requireActor(lang), listUseFirst, { tab, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: "running" | "ended") => href(lang, "/desk/use-first", { tab: of === "running" ? undefined : of });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, U.title)} intro={pick(lang, U.intro)} />
      <Tabs label={pick(lang, U.state)} tabs={(["running", "ended"] as const).map((one) => ({ href: address(one), label: pick(lang, U[one]), current: one === tab }))} />
      <Table
        caption={pick(lang, U.title)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<ClockIcon size={24} />} title={pick(lang, U.none)}>{pick(lang, U.noneText)}</EmptyState>}
        columns={[
          { key: "result", label: pick(lang, U.result), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/use-first/${row.id}`)}>{row.title}</a> },
          { key: "other", label: pick(lang, U.other), cell: (row) => <span lang="zh-CN">{row.other}</span> },
          { key: "outer", label: pick(lang, U.outer), width: "narrow", cell: (row) => <span className="tabular">{formatDay(row.outerOn, lang)}</span> },
          { key: "due", label: pick(lang, U.due), align: "right", width: "narrow", cell: (row) => (row.dueFen === null ? "—" : <Money lang={lang} amount={row.dueFen} />) },
          { key: "paid", label: pick(lang, U.paid), align: "right", width: "narrow", cell: (row) => <Money lang={lang} amount={row.paidFen} /> },
          { key: "state", label: pick(lang, U.state), width: "narrow", cell: (row) => <StatusTag tone={USE_FIRST_TONES[row.state]}>{pick(lang, USE_FIRST_STATE_LABELS[row.state])}</StatusTag> },
        ]}
      />
      {page.credit.length === 0 ? null : <Section id="credit" title={pick(lang, U.credit)} intro={pick(lang, U.creditText)}><CreditLines lang={lang} credit={page.credit} /></Section>}
      <Pager lang={lang} nextHref={nextPage(address(tab), page.nextCursor)} />
    </div>
  );
}

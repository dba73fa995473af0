import { fullDivisionName } from "@ttx/domain/reference";
import { listSecrecyCases, SECRECY_CASE_LABELS, SECRECY_GROUND_LABELS, SEEN_AS_LABELS } from "@ttx/domain/secrecy";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { ShieldAlertIcon } from "@ttx/ui/icons/shield-alert";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { S, SECRECY_TONES } from "#components/secrecy/secrecy-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), S.title) };
}

export default async function SecrecyPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const view = askedText(asked, "view") === "done" ? "done" : "open";
  const page = await readFor(await requireActor(lang), listSecrecyCases, { view, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: "open" | "done") => href(lang, "/desk/secrecy", { view: of === "open" ? undefined : of });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, S.title)} intro={pick(lang, S.intro)} />
      <Tabs label={pick(lang, S.state)} tabs={(["open", "done"] as const).map((one) => ({ href: address(one), label: pick(lang, S[one]), current: one === view }))} />
      <Table
        caption={pick(lang, S.title)}
        rows={page.items}
        rowKey={(row) => row.caseId}
        empty={<EmptyState level={2} icon={<ShieldAlertIcon size={24} />} title={pick(lang, S.none)}>{pick(lang, S.noneText)}</EmptyState>}
        columns={[
          { key: "no", label: pick(lang, S.no), head: true, width: "narrow", cell: (row) => <a className="link-quiet tabular font-medium" href={href(lang, `/desk/secrecy/${row.caseId}`)}>{row.no}</a> },
          { key: "seenAs", label: pick(lang, S.seenAs), width: "narrow", cell: (row) => pick(lang, SEEN_AS_LABELS[row.seenAs]) },
          { key: "owner", label: pick(lang, S.owner), cell: (row) => <span className="grid gap-0.5"><span lang="zh-CN">{row.owner}</span><span lang="zh-CN" className="text-sm text-ink-soft">{fullDivisionName(row.divisionCode)}</span></span> },
          { key: "ground", label: pick(lang, S.ground), cell: (row) => pick(lang, SECRECY_GROUND_LABELS[row.ground]) },
          { key: "reportedAt", label: pick(lang, S.reportedAt), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.reportedAt, lang)}</span> },
          { key: "state", label: pick(lang, S.state), width: "narrow", cell: (row) => <StatusTag tone={SECRECY_TONES[row.state]}>{pick(lang, SECRECY_CASE_LABELS[row.state])}</StatusTag> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(address(view), page.nextCursor)} />
    </div>
  );
}

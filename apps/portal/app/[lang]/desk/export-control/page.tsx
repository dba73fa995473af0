import { listExportGates } from "@ttx/domain/export-control";
import { EXPORT_GATE_STATE_LABELS, EXPORT_GROUND_LABELS } from "@ttx/domain/export-control/client";
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
import { E, GATE_TONES } from "#components/export-control/export-control-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), E.title) };
}

export default async function ExportControlPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const view = askedText(asked, "view") === "done" ? "done" : "open";
  const page = await readFor(await requireActor(lang), listExportGates, { view, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const address = (of: "open" | "done") => href(lang, "/desk/export-control", { view: of === "open" ? undefined : of });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, E.title)} intro={pick(lang, E.intro)} />
      <Tabs label={pick(lang, E.state)} tabs={(["open", "done"] as const).map((one) => ({ href: address(one), label: pick(lang, E[one]), current: one === view }))} />
      <Table
        caption={pick(lang, E.title)}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState level={2} icon={<ShieldAlertIcon size={24} />} title={pick(lang, E.none)}>{pick(lang, E.noneText)}</EmptyState>}
        columns={[
          { key: "result", label: pick(lang, E.result), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/export-control/${row.id}`)}>{row.title}</a> },
          { key: "buyer", label: pick(lang, E.buyer), cell: (row) => <span lang="zh-CN">{row.buyer}</span> },
          { key: "ground", label: pick(lang, E.ground), cell: (row) => pick(lang, EXPORT_GROUND_LABELS[row.ground]) },
          { key: "expected", label: pick(lang, E.expected), width: "narrow", cell: (row) => <span className="tabular">{row.expectedBy ? formatDateTime(row.expectedBy, lang) : "—"}</span> },
          { key: "state", label: pick(lang, E.state), width: "narrow", cell: (row) => <StatusTag tone={GATE_TONES[row.state]}>{pick(lang, EXPORT_GATE_STATE_LABELS[row.state])}</StatusTag> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(address(view), page.nextCursor)} />
    </div>
  );
}

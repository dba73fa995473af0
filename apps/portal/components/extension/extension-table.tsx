import type { listExtensions } from "@ttx/domain/extraordinary-extension";
import { EXTENSION_CLASS_LABELS } from "@ttx/domain/extraordinary-extension/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { MegaphoneIcon } from "@ttx/ui/icons/megaphone";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { Q } from "./extension-texts.ts";

type Rows = Awaited<ReturnType<typeof listExtensions.run>>["items"];

/** Legal notices that moved deadlines, the newest first. */
export function ExtensionTable({ lang, rows }: { readonly lang: Lang; readonly rows: Rows }) {
  return (
    <Table
      caption={pick(lang, Q.title)}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState level={2} icon={<MegaphoneIcon size={24} />} title={pick(lang, Q.none)}>{pick(lang, Q.noneText)}</EmptyState>}
      columns={[
        { key: "name", label: pick(lang, Q.name), head: true, width: "wide", cell: (row) => <span className="grid gap-0.5"><a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/extensions/${row.id}`)}>{row.title}</a><span lang="zh-CN" className="text-sm text-ink-soft">{row.documentNo}</span></span> },
        { key: "classes", label: pick(lang, Q.classes), cell: (row) => row.classes.map((one) => pick(lang, EXTENSION_CLASS_LABELS[one])).join(lang === "zh" ? "、" : ", ") },
        { key: "days", label: pick(lang, Q.days), align: "right", width: "narrow", cell: (row) => <span className="tabular">{row.days}</span> },
        { key: "by", label: pick(lang, Q.by), cell: (row) => <span lang="zh-CN">{row.declaredBy}</span> },
        { key: "at", label: pick(lang, Q.at), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.declaredAt, lang)}</span> },
      ]}
    />
  );
}

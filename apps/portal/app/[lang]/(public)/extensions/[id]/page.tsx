import { readExtension } from "@ttx/domain/extraordinary-extension";
import { EXTENSION_CLASS_LABELS } from "@ttx/domain/extraordinary-extension/client";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { Table } from "@ttx/ui/table";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { cache } from "react";
import { Q } from "#components/extension/extension-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const readOnce = cache((extensionId: string) => readPublic(readExtension, { extensionId }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  return { title: `${(await readOnce(id)).documentNo} · ${pick(lang, Q.title)}` };
}

export default async function ExtensionPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const extension = await readOnce(id);
  return (
    <article className="grid gap-8" data-print="sheet">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/extensions"), label: pick(lang, Q.title) }, { label: extension.documentNo }]} title={<span lang="zh-CN">{extension.title}</span>} />
      <DefinitionList
        items={[
          { term: pick(lang, Q.documentNo), value: <span lang="zh-CN">{extension.documentNo}</span> },
          { term: pick(lang, Q.by), value: <span lang="zh-CN">{extension.declaredBy}</span> },
          { term: pick(lang, Q.at), value: <span className="tabular">{formatDateTime(extension.declaredAt, lang)}</span> },
          { term: pick(lang, Q.reason), value: <span lang="zh-CN">{extension.reason}</span> },
          { term: pick(lang, Q.basis), value: <span lang="zh-CN">{extension.legalBasis}</span> },
          { term: pick(lang, Q.window), value: <span className="tabular">{formatDateTime(extension.windowFrom, lang)} – {formatDateTime(extension.windowUntil, lang)}</span> },
          { term: pick(lang, Q.days), value: <span className="tabular">{extension.days}</span> },
          { term: pick(lang, Q.counts), value: <ul>{extension.counts.map((one) => <li key={one.class}>{pick(lang, EXTENSION_CLASS_LABELS[one.class])} <span className="tabular">{pick(lang, Q.count).replace("{n}", String(one.count))}</span></li>)}</ul> },
        ]}
      />
      <Section id="procedures" title={pick(lang, Q.procedures)}>
        {extension.procedures.length === 0 ? <p className="text-ink-soft">{pick(lang, Q.noProcedures)}</p> : (
          <Table
            caption={pick(lang, Q.procedures)}
            rows={extension.procedures}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", label: pick(lang, Q.procedure), head: true, width: "wide", cell: (row) => <span className="grid gap-0.5"><a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `${row.place}/${row.id}`)}>{row.title}</a><span className="tabular text-sm text-ink-soft">{row.no}</span></span> },
              { key: "from", label: pick(lang, Q.from), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.fromAt, lang)}</span> },
              { key: "to", label: pick(lang, Q.to), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.toAt, lang)}</span> },
            ]}
          />
        )}
      </Section>
    </article>
  );
}

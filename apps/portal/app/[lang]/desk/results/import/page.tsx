import { IMPORT_STATE_LABELS, listImports } from "@ttx/domain/bulk-import";
import { RESULT_SHEET } from "@ttx/domain/result";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatCount, formatDateTime } from "@ttx/ui/format";
import { UploadIcon } from "@ttx/ui/icons/upload";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { IMPORT_TONES } from "#components/imports/import-tones.ts";
import { I } from "#components/imports/import-texts.ts";
import { ImportUpload } from "#components/imports/import-upload.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), I.title) };
}

export default async function ImportResultsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const page = await readFor(await requireActor(lang), listImports, { kind: RESULT_SHEET.kind, limit: 20, cursor: askedText(asked, "cursor") || undefined });
  const template = (format: string): string => `/api/v1/import-templates/${RESULT_SHEET.kind}?format=${format}&lang=${lang}`;
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, I.title)} intro={pick(lang, I.intro)} crumbs={[{ href: href(lang, "/desk/results"), label: pick(lang, I.results) }, { label: pick(lang, I.title) }]} />
      <Section id="template" title={pick(lang, I.step1)} intro={pick(lang, I.step1Text)}>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={template("xlsx")}>{pick(lang, I.xlsx)}</LinkButton>
          <LinkButton href={template("csv")}>{pick(lang, I.csv)}</LinkButton>
        </div>
      </Section>
      <Section id="upload" title={pick(lang, I.step2)}>
        <ImportUpload lang={lang} url="/api/v1/own/results/imports" />
        <p className="mt-4 text-sm text-ink-soft">{pick(lang, I.program)} <a className="link" href={href(lang, "/docs/api")}>{pick(lang, I.docs)}</a></p>
      </Section>
      <Section id="earlier" title={pick(lang, I.earlier)}>
        <Table caption={pick(lang, I.earlier)} columns={columns(lang)} rows={page.items} rowKey={({ importId }) => importId} empty={<EmptyState level={3} icon={<UploadIcon size={24} />} title={pick(lang, I.none)} />} />
        <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/results/import"), page.nextCursor)} />
      </Section>
    </div>
  );
}

type Row = Awaited<ReturnType<typeof listImports.run>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  return [
    { key: "name", label: pick(lang, I.name), head: true, width: "wide", cell: ({ importId, fileName }) => <a className="link-quiet font-medium" href={href(lang, `/desk/imports/${importId}`)}>{fileName}</a> },
    { key: "state", label: pick(lang, I.state), width: "narrow", cell: ({ state }) => <StatusTag tone={IMPORT_TONES[state]}>{pick(lang, IMPORT_STATE_LABELS[state])}</StatusTag> },
    { key: "rows", label: pick(lang, I.rows), width: "narrow", align: "right", cell: ({ total }) => <span className="tabular">{formatCount(total)}</span> },
    { key: "refused", label: pick(lang, I.refused), width: "narrow", align: "right", cell: ({ refused }) => <span className="tabular">{formatCount(refused)}</span> },
    { key: "at", label: pick(lang, I.at), width: "narrow", cell: ({ createdAt }) => <span className="tabular">{formatDateTime(createdAt, lang)}</span> },
  ];
}

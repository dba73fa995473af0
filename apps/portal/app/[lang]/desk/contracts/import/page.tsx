import { listImports, readImport } from "@ttx/domain/contract-import";
import { IMPORT_STATE_LABELS } from "@ttx/domain/contract-import/client";
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
import { IMPORT_TONES, ImportDetail } from "#components/contract-import/import-detail.tsx";
import { ImportUpload } from "#components/contract-import/import-upload.tsx";
import { M } from "#components/contract-import/texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const PLACE = "/desk/contracts/import";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), M.title) };
}

export default async function ImportContractsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const shown = askedText(asked, "import");
  const [page, one] = await Promise.all([
    readFor(actor, listImports, { limit: 20, cursor: askedText(asked, "cursor") || undefined }),
    shown === "" ? null : readFor(actor, readImport, { importId: shown }),
  ]);
  const template = (format: string): string => `/api/v1/import-templates/contracts?format=${format}&lang=${lang}`;
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, M.title)} intro={pick(lang, M.intro)} crumbs={[{ href: href(lang, "/desk/contracts"), label: pick(lang, M.contracts) }, { label: pick(lang, M.title) }]} />
      {one ? <ImportDetail lang={lang} one={one} /> : null}
      <Section id="template" title={pick(lang, M.step1)} intro={pick(lang, M.step1Text)}>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={template("xlsx")}>{pick(lang, M.xlsx)}</LinkButton>
          <LinkButton href={template("csv")}>{pick(lang, M.csv)}</LinkButton>
        </div>
      </Section>
      <Section id="upload" title={pick(lang, M.step2)}><ImportUpload lang={lang} /></Section>
      <Section id="earlier" title={pick(lang, M.earlier)}>
        <Table caption={pick(lang, M.earlier)} columns={columns(lang)} rows={page.items} rowKey={({ id }) => id} empty={<EmptyState level={3} icon={<UploadIcon size={24} />} title={pick(lang, M.none)}>{pick(lang, M.noneText)}</EmptyState>} />
        <Pager lang={lang} nextHref={nextPage(href(lang, PLACE), page.nextCursor)} />
      </Section>
    </div>
  );
}

type Row = Awaited<ReturnType<typeof listImports.run>>["items"][number];

function columns(lang: Lang): readonly Column<Row>[] {
  const count = (key: "merged" | "same" | "bad", of: (row: Row) => number): Column<Row> => ({ key, label: pick(lang, M[key]), width: "narrow", align: "right", cell: (row) => <span className="tabular">{formatCount(of(row))}</span> });
  return [
    { key: "name", label: pick(lang, M.name), head: true, width: "wide", cell: ({ id, fileName }) => <a className="link-quiet font-medium" href={href(lang, PLACE, { import: id })}>{fileName}</a> },
    { key: "state", label: pick(lang, M.state), width: "narrow", cell: ({ state }) => <StatusTag tone={IMPORT_TONES[state]}>{pick(lang, IMPORT_STATE_LABELS[state])}</StatusTag> },
    count("merged", ({ rowsMerged }) => rowsMerged),
    count("same", ({ rowsSame }) => rowsSame),
    count("bad", ({ rowsBad }) => rowsBad),
    { key: "at", label: pick(lang, M.at), width: "narrow", cell: ({ createdAt }) => <span className="tabular">{formatDateTime(createdAt, lang)}</span> },
  ];
}

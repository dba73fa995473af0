import { INSPECTION_STATE_LABELS, readInspection } from "@ttx/domain/review";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatCount, formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ItemActs } from "#components/inspection/item-acts.tsx";
import { INSPECTION_TONES } from "#components/inspection/tones.ts";
import { N } from "#components/inspection/texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Inspection = Awaited<ReturnType<typeof readInspection.run>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), N.title) };
}

export default async function InspectionPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const one = await readFor(await requireActor(lang), readInspection, { inspectionId: id });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={<span lang="zh-CN">{one.officeName}</span>} intro={`${pick(lang, N.period)}${lang === "zh" ? "：" : ": "}${one.from} – ${one.to}`} crumbs={[{ href: href(lang, "/desk/inspections"), label: pick(lang, N.title) }, { label: one.officeName }]} />
      <Panel tone={one.reproduces ? "brand" : "live"}>
        <p className="font-medium">{pick(lang, one.reproduces ? N.reproduces : N.differs)}</p>
        <DefinitionList
          items={[
            { term: pick(lang, N.seed), value: <code className="tabular break-all">{one.seed}</code> },
            { term: pick(lang, N.digest), value: <code className="tabular break-all">{one.digest}</code> },
            { term: pick(lang, N.population), value: formatCount(one.population) },
            { term: pick(lang, N.drawn), value: formatCount(one.items.length) },
            { term: pick(lang, N.on), value: formatDateTime(one.drawnAt, lang) },
          ]}
        />
      </Panel>
      <Table caption={pick(lang, N.drawn)} columns={columns(lang, one)} rows={one.items} rowKey={({ no }) => String(no)} />
    </div>
  );
}

type Item = Inspection["items"][number];

function columns(lang: Lang, { inspectionId }: Inspection): readonly Column<Item>[] {
  return [
    {
      key: "file", label: pick(lang, N.file), head: true, width: "wide",
      cell: ({ contract, contractId, mandatory, no }) => (
        <>
          <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, `/desk/contracts/${contractId}`)}>{no}. {contract.projectName}</a>
          <span className="block text-sm text-ink-soft"><span className="tabular mr-2">{contract.registrationNo}</span>{mandatory ? pick(lang, N.mandatory) : ""}</span>
        </>
      ),
    },
    { key: "state", label: pick(lang, N.state), width: "narrow", cell: ({ state }) => <StatusTag tone={INSPECTION_TONES[state]}>{pick(lang, INSPECTION_STATE_LABELS[state])}</StatusTag> },
    {
      key: "record", label: pick(lang, N.record), width: "wide",
      cell: ({ steps, may, no, version }) => (
        <div className="grid gap-3">
          {steps.length === 0 ? null : <ol className="grid gap-1 text-sm">{steps.map(({ event, at, words }, i) => <li key={i}><span className="text-ink-soft">{formatDateTime(at, lang)} {pick(lang, N[event as keyof typeof N] ?? N.words)}</span>{words === "" ? null : <span lang="zh-CN" className="block">{words}</span>}</li>)}</ol>}
          <ItemActs lang={lang} inspectionId={inspectionId} no={no} version={version} events={may.events} remedy={may.remedy} />
        </div>
      ),
    },
  ];
}

import { readExportGate } from "@ttx/domain/export-control";
import { EXPORT_GATE_STATE_LABELS, EXPORT_GROUND_LABELS, EXPORT_PAPER_LABELS } from "@ttx/domain/export-control/client";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { E, GATE_NEXT, GATE_TONES } from "#components/export-control/export-control-texts.ts";
import { FormAct, type ActField } from "#components/form-act.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Gate = Awaited<ReturnType<typeof readExportGate.run>>;
type Part = { readonly lang: Lang; readonly gate: Gate };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), E.title) };
}

export default async function ExportGatePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const gate = await readFor(await requireActor(lang), readExportGate, { gateId: id });
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/export-control"), label: pick(lang, E.title) }, { label: pick(lang, EXPORT_GROUND_LABELS[gate.ground]) }]}
        title={<span lang="zh-CN">{gate.title}</span>}
        status={<StatusTag tone={GATE_TONES[gate.state]}>{pick(lang, EXPORT_GATE_STATE_LABELS[gate.state])}</StatusTag>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-10 lg:order-1">
          <Facts lang={lang} gate={gate} />
          <FindingsOf lang={lang} gate={gate} />
          {gate.papersNeeded.length === 0 ? null : <Papers lang={lang} gate={gate} />}
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2"><NextStep lang={lang} gate={gate} /></div>
      </div>
    </article>
  );
}

function Facts({ lang, gate }: Part) {
  return (
    <DefinitionList
      items={[
        { term: pick(lang, E.seller), value: <span lang="zh-CN">{gate.seller}</span> },
        { term: pick(lang, E.buyer), value: <span lang="zh-CN">{gate.buyer}</span> },
        { term: pick(lang, E.venue), value: gate.venue === null ? null : <span lang="zh-CN">{gate.venue}</span> },
        { term: pick(lang, E.place), value: gate.placeOfUse === "" ? null : <span lang="zh-CN">{gate.placeOfUse}</span> },
        ...(gate.expectedBy ? [{ term: pick(lang, E.expected), value: <span className="tabular">{formatDateTime(gate.expectedBy, lang)}</span> }] : []),
        ...(gate.effectiveOn ? [{ term: pick(lang, E.effective), value: <span className="tabular">{formatDay(gate.effectiveOn, lang)}</span> }] : []),
        ...(gate.stateReason ? [{ term: pick(lang, E.reason), value: <span lang="zh-CN">{gate.stateReason}</span> }] : []),
      ]}
    />
  );
}

function FindingsOf({ lang, gate }: Part) {
  const shown = (finding: Gate["first"], key: string) => {
    if (finding === null) return pick(lang, E.notYet);
    if (finding.findings === null) return pick(lang, E.hidden);
    const value = finding.findings[key as keyof typeof finding.findings];
    return typeof value === "boolean" ? pick(lang, value ? E.yes : E.no) : value === "" ? pick(lang, E.noItem) : <span className="tabular">{value}</span>;
  };
  const rows = [["catalogueItem", E.item], ["secretDeclared", E.secret], ["dualUse", E.dualUse], ["fiscalProject", E.fiscal], ["assignsOrExclusive", E.exclusive], ["securityReview", E.security]] as const;
  return (
    <Section id="findings" title={pick(lang, E.findings)}>
      {gate.differ ? <Panel tone="due"><p>{pick(lang, E.differ)}</p></Panel> : null}
      <Table
        dense
        caption={pick(lang, E.findings)}
        rows={rows}
        rowKey={([key]) => key}
        columns={[
          { key: "what", label: pick(lang, E.findings), head: true, cell: ([, label]) => pick(lang, label) },
          { key: "first", label: pick(lang, E.first), cell: ([key]) => shown(gate.first, key) },
          { key: "second", label: pick(lang, E.second), cell: ([key]) => shown(gate.second, key) },
        ]}
      />
    </Section>
  );
}

function Papers({ lang, gate }: Part) {
  const rows = gate.papersNeeded.map((kind) => ({ kind, paper: gate.papers.find((paper) => paper.kind === kind) ?? null }));
  return (
    <Section id="papers" title={pick(lang, E.papers)}>
      <Table
        dense
        caption={pick(lang, E.papers)}
        rows={rows}
        rowKey={(row) => row.kind}
        columns={[
          { key: "kind", label: pick(lang, E.needed), head: true, cell: (row) => pick(lang, EXPORT_PAPER_LABELS[row.kind]) },
          { key: "number", label: pick(lang, E.number), cell: (row) => (row.paper ? <span className="tabular">{row.paper.number}</span> : <StatusTag tone="waiting">{pick(lang, E.missing)}</StatusTag>) },
          { key: "authority", label: pick(lang, E.authority), cell: (row) => (row.paper ? <span lang="zh-CN">{row.paper.authority}</span> : "—") },
          { key: "issued", label: pick(lang, E.issuedOn), width: "narrow", cell: (row) => <span className="tabular">{row.paper ? formatDay(row.paper.issuedOn, lang) : "—"}</span> },
        ]}
      />
    </Section>
  );
}

function NextStep({ lang, gate }: Part) {
  const base = `/api/v1/export-gates/${gate.id}`;
  const fields: readonly ActField[] = [
    { name: "catalogueItem", label: pick(lang, E.item), kind: "line", hint: pick(lang, E.itemHint) },
    { name: "secretDeclared", label: pick(lang, E.secret), kind: "tick" },
    { name: "dualUse", label: pick(lang, E.dualUse), kind: "tick" },
    { name: "fiscalProject", label: pick(lang, E.fiscal), kind: "tick" },
    { name: "assignsOrExclusive", label: pick(lang, E.exclusive), kind: "tick" },
    { name: "securityReview", label: pick(lang, E.security), kind: "tick" },
  ];
  const reason = { name: "reason", label: pick(lang, E.reason), kind: "prose" } as const;
  const missing = gate.papersNeeded.filter((kind) => !gate.papers.some((paper) => paper.kind === kind));
  return (
    <Panel title={pick(lang, E.next)} tone={gate.state === "CLEARED" ? "done" : gate.state === "BLOCKED" ? "live" : "brand"}>
      <div className="grid gap-3">
        <p>{pick(lang, gate.state === "CHECK" && gate.first && !gate.second ? E.waitSecond : GATE_NEXT[gate.state])}</p>
        <div className="flex flex-wrap gap-3">
          {gate.may.propose ? <FormAct lang={lang} tone={gate.first ? "secondary" : "primary"} url={`${base}/findings`} label={pick(lang, gate.first ? E.proposeAgain : E.propose)} sentence={pick(lang, E.classText)} fields={fields} /> : null}
          {gate.may.confirm ? <FormAct lang={lang} url={`${base}/second-findings`} label={pick(lang, E.confirm)} sentence={pick(lang, E.classText)} fields={fields} /> : null}
          {gate.may.apply ? <ConfirmedAct lang={lang} small url={`${base}/application`} label={pick(lang, E.apply)} sentence={pick(lang, E.applyText)} /> : null}
          {gate.may.recordPaper ? (
            <FormAct
              lang={lang} url={`${base}/papers`} label={pick(lang, E.record)} sentence={pick(lang, E.recordText)}
              fields={[
                { name: "kind", label: pick(lang, E.paper), kind: "choice", options: missing.map((value) => ({ value, label: pick(lang, EXPORT_PAPER_LABELS[value]) })) },
                { name: "number", label: pick(lang, E.number), kind: "line" }, { name: "authority", label: pick(lang, E.authority), kind: "line" }, { name: "issuedOn", label: pick(lang, E.issuedOn), kind: "date" },
              ]}
            />
          ) : null}
          {gate.may.recordRefusal ? <FormAct lang={lang} tone="danger" url={`${base}/refusal`} label={pick(lang, E.refuse)} sentence={pick(lang, E.refuseText)} fields={[reason]} /> : null}
          {gate.may.recheck ? <FormAct lang={lang} tone="secondary" url={`${base}/recheck`} label={pick(lang, E.recheck)} sentence={pick(lang, E.recheckText)} fields={[reason]} /> : null}
        </div>
      </div>
    </Panel>
  );
}

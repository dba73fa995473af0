import { fullDivisionName } from "@ttx/domain/reference";
import { readSecrecyCase, SECRECY_CASE_LABELS, SECRECY_DECISION_LABELS, SECRECY_GROUND_LABELS, SECRECY_PART_LABELS, SEEN_AS_LABELS } from "@ttx/domain/secrecy";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { FormAct } from "#components/form-act.tsx";
import { SealBox } from "#components/secrecy/seal-box.tsx";
import { S, SECRECY_TONES } from "#components/secrecy/secrecy-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Case = Awaited<ReturnType<typeof readSecrecyCase.run>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), S.title) };
}

export default async function SecrecyCasePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const report = await readFor(await requireActor(lang), readSecrecyCase, { caseId: id });
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/secrecy"), label: pick(lang, S.title) }, { label: report.no }]}
        title={<span className="tabular">{report.no}</span>}
        status={<StatusTag tone={SECRECY_TONES[report.state]}>{pick(lang, SECRECY_CASE_LABELS[report.state])}</StatusTag>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-10 lg:order-1">
          <Section id="facts" title={pick(lang, S.facts)}>
            <DefinitionList
              items={[
                { term: pick(lang, S.seenAs), value: pick(lang, SEEN_AS_LABELS[report.seenAs]) },
                { term: pick(lang, S.ground), value: pick(lang, SECRECY_GROUND_LABELS[report.ground]) },
                { term: pick(lang, S.part), value: pick(lang, SECRECY_PART_LABELS[report.part]) },
                { term: pick(lang, S.owner), value: <span lang="zh-CN">{report.owner}</span> },
                { term: pick(lang, S.place), value: <span lang="zh-CN">{fullDivisionName(report.divisionCode)}</span> },
                { term: pick(lang, S.reporter), value: report.reporter === null ? pick(lang, S.confidential) : <span lang="zh-CN">{report.reporter}</span> },
                { term: pick(lang, S.reportedAt), value: <span className="tabular">{formatDateTime(report.reportedAt, lang)}</span> },
                { term: pick(lang, S.runs), value: standing(lang, report.runs) },
                ...(report.decidedAt === null ? [] : [
                  { term: pick(lang, S.decidedBy), value: <span lang="zh-CN">{report.decidedBy}</span> },
                  { term: pick(lang, S.decidedAt), value: <span className="tabular">{formatDateTime(report.decidedAt, lang)}</span> },
                  { term: pick(lang, S.finding), value: <span lang="zh-CN">{report.finding}</span> },
                ]),
              ]}
            />
          </Section>
          {report.may.openSeal ? <Section id="seal" title={pick(lang, S.sealed)}><SealBox lang={lang} caseId={id} /></Section> : null}
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2"><Next lang={lang} report={report} /></div>
      </div>
    </article>
  );
}

function standing(lang: Lang, runs: Case["runs"]): string {
  const parts = (["listings", "lots", "notices", "deals"] as const).filter((kind) => runs[kind] > 0).map((kind) => fillText(pick(lang, S[kind]), { count: runs[kind] }));
  return parts.length === 0 ? pick(lang, S.nothing) : parts.join(lang === "zh" ? "、" : ", ");
}

function Next({ lang, report }: { readonly lang: Lang; readonly report: Case }) {
  const words = report.state !== "OPEN" ? S.over : report.may.decide ? S.toDecide : S.waitOwner;
  return (
    <Panel title={pick(lang, S.next)} tone={report.state === "OPEN" ? "brand" : "done"}>
      <div className="grid justify-items-start gap-3">
        <p>{pick(lang, words)}</p>
        {report.may.decide ? (
          <FormAct
            lang={lang} url={`/api/v1/secrecy-reports/${report.caseId}/decision`} label={pick(lang, S.decide)} sentence={pick(lang, S.decideText)}
            fields={[
              { name: "decision", label: pick(lang, S.decision), kind: "choice", empty: pick(lang, S.choose), options: (["NOT_SECRET", "SECRET"] as const).map((value) => ({ value, label: pick(lang, SECRECY_DECISION_LABELS[value]) })) },
              { name: "finding", label: pick(lang, S.finding), kind: "line", hint: pick(lang, S.findingHint) },
            ]}
          />
        ) : null}
      </div>
    </Panel>
  );
}

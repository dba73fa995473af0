import { readPerformance } from "@ttx/domain/performance";
import { PERFORMANCE_EVENT_LABELS, type PerformanceEvent } from "@ttx/domain/performance/client";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDay, formatYuan } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { Timeline } from "@ttx/ui/timeline";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { PerformanceActs } from "#components/performance/performance-acts.tsx";
import { Breaches, Instalments, Milestones, Receipts, Royalties, type Performance } from "#components/performance/performance-parts.tsx";
import { PerformanceStateTag } from "#components/performance/performance-state.tsx";
import { P } from "#components/performance/performance-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), P.title) };
}

export default async function PerformancePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const of = await readFor(await requireActor(lang), readPerformance, { contractId: id });
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/performance"), label: pick(lang, P.title) }, { label: of.projectName }]}
        title={<span lang="zh-CN">{of.projectName}</span>}
        status={<><PerformanceStateTag lang={lang} state={of.state} /><span className="tabular text-ink-soft">{of.registrationNo}</span></>}
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-8">
          <Instalments lang={lang} of={of} />
          <Receipts lang={lang} of={of} />
          <Royalties lang={lang} of={of} />
          <Milestones lang={lang} of={of} />
          <Breaches lang={lang} of={of} />
        </div>
        <div className="grid gap-5 max-xl:order-first xl:sticky xl:top-20">
          <Sums lang={lang} of={of} />
          {hasActs(of) ? <Panel title={pick(lang, P.acts)}><PerformanceActs lang={lang} contractId={of.contractId} may={of.may} /></Panel> : null}
          {of.steps.length > 0 ? (
            <Panel title={pick(lang, P.history)}>
              <Timeline lang={lang} label={pick(lang, P.history)} steps={of.steps.map(({ no, event, at, note }) => ({ key: String(no), at, phase: event === "terminate" ? "stopped" as const : "done" as const, title: pick(lang, PERFORMANCE_EVENT_LABELS[event as PerformanceEvent]), ...(note ? { note: <span lang="zh-CN">{note}</span> } : {}) }))} />
            </Panel>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function hasActs({ may }: Performance): boolean {
  return may.deliver || may.accept || may.recordAcceptance || may.complete || may.terminate;
}

function Sums({ lang, of }: { readonly lang: Lang; readonly of: Performance }) {
  const { income } = of;
  return (
    <Panel>
      <div className="grid gap-3">
        <DefinitionList
          items={[
            { term: pick(lang, P.turnover), value: <Money lang={lang} amount={of.turnoverFen} /> },
            { term: pick(lang, P.technical), value: <Money lang={lang} amount={of.technicalFen} /> },
            { term: pick(lang, P.received), value: <Money lang={lang} amount={income.receivedFen} /> },
            { term: pick(lang, P.income), value: <strong><Money lang={lang} amount={income.technicalIncomeFen} /></strong> },
            ...(of.validTo === null ? [] : [{ term: pick(lang, P.term), value: formatDay(of.validTo, lang) }]),
          ]}
        />
        <p className="text-sm text-ink-soft">{pick(lang, P.incomeHint)}</p>
        {income.unregisteredFen > 0n ? <p className="text-sm text-due">{fillText(pick(lang, P.unregistered), { amount: formatYuan(income.unregisteredFen) })}</p> : null}
        {of.side === "seller" ? <a className="link text-sm" href={href(lang, `/desk/contracts/${of.contractId}`)}>{pick(lang, P.contract)}</a> : null}
      </div>
    </Panel>
  );
}

import { readPipeline, type PipelineCard, type PipelineCommission } from "@ttx/domain/technology-manager";
import { MANDATE_SIDE_LABELS, PIPELINE_STAGE_LABELS, PIPELINE_STAGES } from "@ttx/domain/technology-manager/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { HandshakeIcon } from "@ttx/ui/icons/handshake";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Section } from "@ttx/ui/section";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { M, P } from "#components/mandate/mandate-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), P.title) };
}

export default async function PipelinePage({ params }: Props) {
  const lang = await readLang(params);
  const desk = await readFor(await requireActor(lang), readPipeline, {});
  const ask = <LinkButton tone="primary" href={href(lang, "/desk/mandates/new")}>{pick(lang, M.request)}</LinkButton>;
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, P.title)} intro={pick(lang, P.intro)} actions={<LinkButton href={href(lang, "/desk/mandates")}>{pick(lang, M.title)}</LinkButton>} />
      {desk.cards.length === 0 ? (
        <EmptyState level={2} icon={<HandshakeIcon size={24} />} title={pick(lang, P.empty)} action={ask}>{pick(lang, P.emptyText)}</EmptyState>
      ) : (
        <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-3">
          {PIPELINE_STAGES.map((stage) => ({ stage, cards: desk.cards.filter((card) => card.stage === stage) })).filter(({ cards }) => cards.length > 0).map(({ stage, cards }) => (
            <Section key={stage} id={`stage-${stage.toLowerCase()}`} title={`${pick(lang, PIPELINE_STAGE_LABELS[stage])} · ${cards.length}`}>
              <ul className="grid gap-3">{cards.map((card) => <li key={card.key}><Card lang={lang} card={card} /></li>)}</ul>
            </Section>
          ))}
        </div>
      )}
      <Section id="tasks" title={pick(lang, M.tasks)}>
        {desk.tasks.length === 0 ? <p className="text-ink-soft">{pick(lang, M.noTasks)}</p> : null}
        <ul className="grid gap-2">
          {desk.tasks.map((task) => (
            <li key={task.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span>{task.title}</span>
              <a className="link text-sm" href={href(lang, `/desk/mandates/${task.mandateId}`)}>{task.client}</a>
              {task.dueOn ? <span className="tabular text-sm text-ink-soft">{task.dueOn}</span> : null}
              <ConfirmedAct lang={lang} url={`/api/v1/manager-tasks/${task.id}/finish`} label={pick(lang, M.finish)} sentence={task.title} binding={false} small />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="commissions" title={pick(lang, P.commissions)}>
        <Table caption={pick(lang, P.commissions)} columns={columns(lang)} rows={desk.commissions} rowKey={(row) => `${row.dealNo}-${row.mandateId}`} empty={<p className="text-ink-soft">{pick(lang, P.noCommissions)}</p>} />
      </Section>
    </div>
  );
}

function Card({ lang, card }: { readonly lang: Lang; readonly card: PipelineCard }) {
  return (
    <div className="grid gap-1 rounded border border-line bg-surface px-4 py-3">
      {card.link ? <a lang="zh-CN" className="link-quiet font-medium" href={href(lang, card.link)}>{card.title}</a> : <span lang="zh-CN" className="font-medium">{card.title}</span>}
      <p className="text-sm text-ink-soft">{pick(lang, MANDATE_SIDE_LABELS[card.side])} · {card.client}{card.other ? ` · ${pick(lang, P.with)} ${card.other}` : ""}</p>
      <p className="flex flex-wrap gap-x-4 text-sm">
        <span className="text-ink-soft">{pick(lang, P.age).replace("{days}", String(card.ageDays))}</span>
        {card.nextAt ? <span className="tabular">{pick(lang, P.next)} {formatDay(card.nextAt, lang)}</span> : null}
      </p>
    </div>
  );
}

function columns(lang: Lang): readonly Column<PipelineCommission>[] {
  return [
    { key: "deal", label: pick(lang, P.deal), head: true, width: "wide", cell: (row) => <span className="grid"><span lang="zh-CN">{row.title}</span><span className="tabular text-sm text-ink-soft">{row.dealNo}</span></span> },
    { key: "payer", label: pick(lang, P.payer), cell: (row) => row.payer },
    { key: "rate", label: pick(lang, M.rate), align: "right", width: "narrow", cell: (row) => <span className="tabular">{row.rateBp / 100}%</span> },
    { key: "whole", label: pick(lang, P.whole), align: "right", width: "narrow", cell: (row) => <Money lang={lang} amount={row.amountFen} /> },
    { key: "due", label: pick(lang, P.dueNow), align: "right", width: "narrow", cell: (row) => <Money lang={lang} amount={row.receivedShareFen} /> },
    { key: "standing", label: pick(lang, P.standing), width: "narrow", cell: (row) => pick(lang, row.standing === "OWED" ? P.owed : P.tailed) },
  ];
}

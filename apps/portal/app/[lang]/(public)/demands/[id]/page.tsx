import { DEMAND_STATE_LABELS, readPublishedDemand } from "@ttx/domain/demand";
import { listPublicDocuments } from "@ttx/domain/document";
import { codeLabel, fullDivisionName } from "@ttx/domain/reference";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDay } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { cache } from "react";
import { PageActs } from "#components/interest/page-acts.tsx";
import { DocumentList } from "#components/document/document-list.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const readOnce = cache((demandId: string) => readPublic(readPublishedDemand, { demandId }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const demand = await readOnce((await params).id);
  return { title: demand.title, description: demand.problem.slice(0, 150) };
}

export default async function DemandPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const [demand, documents] = await Promise.all([readOnce(id), readPublic(listPublicDocuments, { subjectType: "demand", subjectId: id })]);
  const field = demand.field ?? "";
  const open = demand.state === "PUBLISHED";
  return (
    <article className="grid gap-8" data-print="sheet">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/demands"), label: pick(lang, T.demands) }, { href: href(lang, "/demands", { field }), label: pick(lang, codeLabel("tech-fields", field)) }]}
        title={<span lang="zh-CN">{demand.title}</span>}
        actions={<PageActs lang={lang} kind="DEMAND" id={id} title={demand.title} />}
        status={<StatusTag tone={open ? "active" : "ended"}>{pick(lang, DEMAND_STATE_LABELS[demand.state])}</StatusTag>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <Section id="problem" title={pick(lang, T.problem)}><div lang="zh-CN" className="prose-column whitespace-pre-line">{demand.problem}</div></Section>
          <Section id="targets" title={pick(lang, T.targets)}><div lang="zh-CN" className="prose-column whitespace-pre-line">{demand.targets}</div></Section>
          <Section id="facts" title={pick(lang, T.facts)}>
            <DefinitionList
              items={[
                { term: pick(lang, T.field), value: pick(lang, codeLabel("tech-fields", field)) },
                { term: pick(lang, T.place), value: fullDivisionName(demand.divisionCode) },
                { term: pick(lang, T.published), value: formatDay(demand.publishedAt, lang) },
                { term: pick(lang, T.deadline), value: demand.deadlineOn === null ? pick(lang, T.openEnded) : formatDay(demand.deadlineOn, lang) },
              ]}
            />
          </Section>
          {documents.items.length > 0 ? <Section id="files" title={pick(lang, T.files)}><DocumentList lang={lang} documents={documents.items} /></Section> : null}
        </div>
        <div className="grid content-start gap-6">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, T.budget)}</p>
            <p className="text-lg font-semibold">{demand.budgetFen === null ? pick(lang, T.openBudget) : <Money lang={lang} amount={demand.budgetFen} />}</p>
            <p className="mt-4 text-sm text-ink-soft">{pick(lang, T.owner)}</p>
            <p className="font-medium">{(lang === "en" && demand.owner.nameEn) || demand.owner.name}</p>
            <a className="link text-sm" href={href(lang, "/demands", { owner: demand.owner.id })}>{pick(lang, T.ownerMore)}</a>
            <p className="mt-4 text-sm text-ink-soft">{pick(lang, T.contact)}</p>
            {open ? <><p>{demand.contactName}</p><p><a className="link tabular" href={`tel:${demand.contactPhone?.replace(/[^\d+]/g, "")}`}>{demand.contactPhone}</a></p></> : <p>{pick(lang, T.closed)}</p>}
          </Panel>
          {open ? (
            <Panel title={pick(lang, T.next)} tone="brand">
              <p className="mb-3 text-sm">{pick(lang, T.nextText)}</p>
              <LinkButton size="small" href={href(lang, "/results", { field })}>{pick(lang, T.offer)}</LinkButton>
            </Panel>
          ) : null}
        </div>
      </div>
    </article>
  );
}

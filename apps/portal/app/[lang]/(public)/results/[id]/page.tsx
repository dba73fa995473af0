import { listPublicDocuments } from "@ttx/domain/document";
import { codeLabel, fullDivisionName } from "@ttx/domain/reference";
import { READINESS_LABELS, readPublishedResult, RESULT_STAGE_LABELS, RIGHT_STATUS_LABELS, TRADE_MODE_LABELS, type RightStatus, type TradeMode } from "@ttx/domain/result";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDay } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { Timeline, type TimelineStep } from "@ttx/ui/timeline";
import type { Metadata } from "next";
import { cache } from "react";
import { DocumentList } from "#components/document/document-list.tsx";
import { PageActs } from "#components/interest/page-acts.tsx";
import { offerSteps, readOffers, ResultOffers, type ResultOffer } from "#components/result/result-offers.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { PART_TEXTS, T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const readOnce = cache((resultId: string) => readPublic(readPublishedResult, { resultId }));
type Result = Awaited<ReturnType<typeof readOnce>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const result = await readOnce(id);
  return { title: titleIn(lang, result), description: result.summary.slice(0, 150) };
}

export default async function ResultPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const [result, documents, offers] = await Promise.all([readOnce(id), readPublic(listPublicDocuments, { subjectType: "result", subjectId: id }), readOffers(lang, id)]);
  const english = lang === "en" && result.titleEn !== null;
  return (
    <article className="grid gap-8" data-print="sheet">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/results"), label: pick(lang, T.results) }, { href: href(lang, "/results", { field: result.field }), label: pick(lang, codeLabel("tech-fields", result.field)) }]}
        title={titleIn(lang, result)}
        intro={english ? <span lang="zh-CN">{result.title}</span> : undefined}
        actions={<PageActs lang={lang} kind="RESULT" id={id} title={result.title} />}
        status={<><StatusTag tone="active">{pick(lang, RESULT_STAGE_LABELS[result.stage])}</StatusTag><span className="text-sm text-ink-soft">{versionText(lang, result)}</span></>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <Section id="about" title={pick(lang, T.about)}>
            <div lang="zh-CN" className="prose-column whitespace-pre-line">{result.summary}</div>
          </Section>
          <Section id="maturity" title={pick(lang, T.maturity)}>
            <DefinitionList items={facts(lang, result)} />
          </Section>
          <Section id="rights" title={pick(lang, T.rights)}>
            <Table caption={pick(lang, T.rights)} columns={rightColumns(lang)} rows={result.rights} rowKey={(right) => `${right.kind}-${right.number ?? right.title}`} empty={<p className="text-ink-soft">{pick(lang, T.noRights)}</p>} />
          </Section>
          <Section id="completers" title={pick(lang, T.completers)}>
            <ul lang="zh-CN" className="flex flex-wrap gap-x-6 gap-y-1">
              {result.completers.map(({ name, unit }) => (
                <li key={`${name}-${unit}`}>{name}{unit ? <span className="text-sm text-ink-soft">（{unit}）</span> : null}</li>
              ))}
            </ul>
          </Section>
          {documents.items.length > 0 ? <Section id="files" title={pick(lang, T.files)}><DocumentList lang={lang} documents={documents.items} /></Section> : null}
        </div>
        <div className="grid content-start gap-6">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, T.price)}</p>
            <p className="text-lg font-semibold">{result.askedPriceFen === null ? pick(lang, T.negotiable) : <Money lang={lang} amount={result.askedPriceFen} />}</p>
            {result.askedPriceFen !== null && result.priceNegotiable ? <p className="text-sm text-ink-soft">{pick(lang, T.alsoNegotiable)}</p> : null}
            <p className="mt-4 text-sm text-ink-soft">{pick(lang, T.modes)}</p>
            <p>{result.tradeModes.map((mode) => pick(lang, TRADE_MODE_LABELS[mode as TradeMode])).join(lang === "zh" ? "、" : ", ")}</p>
            <p className="mt-4 text-sm text-ink-soft">{pick(lang, T.owner)}</p>
            <p className="font-medium">{(lang === "en" && result.owner.nameEn) || result.owner.name}</p>
            <a className="link text-sm" href={href(lang, "/results", { owner: result.owner.id })}>{pick(lang, T.ownerMore)}</a>
            <p className="mt-4 text-sm text-ink-soft">{pick(lang, T.contact)}</p>
            <p>{result.contactName}</p>
            <p><a className="link tabular" href={`tel:${result.contactPhone?.replace(/[^\d+]/g, "")}`}>{result.contactPhone}</a></p>
            <p className="mt-5"><LinkButton wide href={href(lang, "/desk/negotiations/new", { result: id })}>{pick(lang, T.talk)}</LinkButton></p>
            <p className="mt-1 text-sm text-ink-soft">{pick(lang, T.talkText)}</p>
          </Panel>
          {offers.length > 0 ? <ResultOffers lang={lang} offers={offers} /> : <Panel title={pick(lang, T.next)} tone="brand"><p className="text-sm">{pick(lang, T.nextText)}</p></Panel>}
          <Panel title={pick(lang, T.procedure)}>
            <Timeline lang={lang} label={pick(lang, T.procedure)} steps={steps(lang, result, offers)} />
          </Panel>
        </div>
      </div>
    </article>
  );
}

function titleIn(lang: Lang, { title, titleEn }: Result): string {
  return (lang === "en" && titleEn) || title;
}

function versionText(lang: Lang, { versionNo, updatedAt }: Result): string {
  return fillText(pick(lang, T.versionNow), { no: versionNo, day: formatDay(updatedAt, lang) });
}

function facts(lang: Lang, result: Result) {
  const readiness = READINESS_LABELS[result.readinessLevel];
  return [
    { term: pick(lang, T.stage), value: pick(lang, RESULT_STAGE_LABELS[result.stage]) },
    { term: pick(lang, T.readiness), value: `${result.readinessLevel}${lang === "zh" ? " 级" : ""}${readiness ? ` · ${pick(lang, readiness)}` : ""}` },
    { term: pick(lang, T.field), value: pick(lang, codeLabel("tech-fields", result.field)) },
    { term: pick(lang, T.place), value: fullDivisionName(result.divisionCode) },
    { term: pick(lang, T.programme), value: result.programme === null ? null : pick(lang, codeLabel("programme-sources", result.programme)) },
    { term: pick(lang, T.project), value: result.projectNo },
  ];
}

type Right = Result["rights"][number];
const STATUS_TONES: Record<RightStatus, Tone> = { PENDING: "waiting", GRANTED: "done", REGISTERED: "done", SECRET: "active", LAPSED: "ended" };

function rightColumns(lang: Lang): readonly Column<Right>[] {
  return [
    { key: "title", label: pick(lang, T.rightTitle), head: true, cell: ({ title }) => <span lang="zh-CN">{title}</span> },
    { key: "kind", width: "narrow", label: pick(lang, T.kind), cell: ({ kind }) => pick(lang, codeLabel("ip-kinds", kind)) },
    { key: "number", width: "narrow", label: pick(lang, T.number), cell: ({ number }) => <span className="tabular">{number ?? "—"}</span> },
    { key: "status", width: "narrow", label: pick(lang, T.status), cell: ({ status }) => <StatusTag tone={STATUS_TONES[status as RightStatus]}>{pick(lang, RIGHT_STATUS_LABELS[status as RightStatus])}</StatusTag> },
    { key: "expires", width: "narrow", label: pick(lang, T.expires), cell: ({ expiresOn }) => (expiresOn === null ? "—" : formatDay(expiresOn, lang)) },
  ];
}

/** Publication and what was changed since; what comes is said in words until it has a day. */
function steps(lang: Lang, { resultId, versions }: Result, offers: readonly ResultOffer[]): TimelineStep[] {
  const past = versions.toReversed().map(({ no, at, changed }): TimelineStep => ({
    key: `version-${no}`,
    phase: "done",
    at,
    title: no === 1 ? pick(lang, T.firstPublished) : <a className="link-quiet" href={href(lang, `/results/${resultId}/versions/${no}`)}>{fillText(pick(lang, T.newVersion), { no })}</a>,
    note: changed.length > 0 ? pick(lang, T.changed) + changed.map((part) => pick(lang, PART_TEXTS[part])).join(lang === "zh" ? "、" : ", ") : undefined,
  }));
  const traded: TimelineStep[] = offers.length > 0 ? offerSteps(lang, offers) : [{ key: "trade", phase: "coming", title: pick(lang, T.toTrade) }];
  return [...past, ...traded, { key: "contract", phase: "coming", title: pick(lang, T.toContract) }];
}

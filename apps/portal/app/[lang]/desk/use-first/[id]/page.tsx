import { readUseFirst } from "@ttx/domain/use-first";
import { USE_FIRST_STATE_LABELS } from "@ttx/domain/use-first/client";
import { dayOf } from "@ttx/domain/shared/clock";
import { toYuanText } from "@ttx/domain/shared/money";
import { DefinitionList } from "@ttx/ui/definition-list";
import { fillText } from "@ttx/domain/shared/texts";
import { formatBp, formatDateTime, formatDay, formatYuan } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { FormAct } from "#components/form-act.tsx";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { U, USE_FIRST_NEXT, USE_FIRST_TONES } from "#components/use-first/use-first-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Licence = Awaited<ReturnType<typeof readUseFirst.run>>;
type Part = { readonly lang: Lang; readonly licence: Licence };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), U.title) };
}

export default async function UseFirstLicencePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const licence = await readFor(await requireActor(lang), readUseFirst, { useFirstId: id });
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/use-first"), label: pick(lang, U.title) }, { label: licence.deal.no }]}
        title={<span lang="zh-CN">{licence.title}</span>}
        status={<StatusTag tone={USE_FIRST_TONES[licence.state]}>{pick(lang, USE_FIRST_STATE_LABELS[licence.state])}</StatusTag>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-10 lg:order-1">
          <Agreed lang={lang} licence={licence} />
          <Reports lang={lang} licence={licence} />
          {licence.payments.length === 0 ? null : <Payments lang={lang} licence={licence} />}
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2"><NextStep lang={lang} licence={licence} /></div>
      </div>
    </article>
  );
}

function Agreed({ lang, licence }: Part) {
  return (
    <Section id="agreed" title={pick(lang, U.agreed)}>
      <DefinitionList
        items={[
          { term: pick(lang, U.seller), value: <span lang="zh-CN">{licence.seller.name}</span> },
          { term: pick(lang, U.buyer), value: <span lang="zh-CN">{licence.buyer.name}</span> },
          { term: pick(lang, U.deal), value: <a className="link tabular" href={href(lang, `/desk/deals/${licence.deal.id}`)}>{licence.deal.no}</a> },
          { term: pick(lang, U.payment), value: <span lang="zh-CN">{licence.agreed}</span> },
          { term: pick(lang, U.trigger), value: <span lang="zh-CN">{licence.triggerText}</span> },
          { term: pick(lang, U.outer), value: <span className="tabular">{formatDay(licence.outerOn, lang)}</span> },
          ...(licence.capFen === null ? [] : [{ term: pick(lang, U.cap), value: <Money lang={lang} amount={licence.capFen} /> }]),
          ...(licence.startedAt ? [{ term: pick(lang, U.started), value: <span className="tabular">{formatDateTime(licence.startedAt, lang)}</span> }] : []),
          { term: pick(lang, U.sales), value: <Money lang={lang} amount={licence.salesFen} /> },
          { term: pick(lang, U.paid), value: <Money lang={lang} amount={licence.paidFen} /> },
          { term: pick(lang, U.exit), value: <span lang="zh-CN">{licence.exitTerms}</span> },
          { term: pick(lang, U.breach), value: <span lang="zh-CN">{licence.breachTerms}</span> },
        ]}
      />
    </Section>
  );
}

function NextStep({ lang, licence }: Part) {
  const { may, state } = licence;
  const base = `/api/v1/use-first/${licence.id}`;
  return (
    <Panel title={pick(lang, U.next)} tone={state === "PAYABLE" || state === "BREACH" || state === "CLAIMED" || state === "TERMINATED" ? "due" : licence.endedAt ? "plain" : "brand"}>
      <div className="grid justify-items-start gap-3">
        <p>{pick(lang, may.answer === null ? USE_FIRST_NEXT[state] : U.toAnswer)}</p>
        {licence.claim ? <p lang="zh-CN" className="text-sm text-ink-soft">{licence.claim.reason}</p> : null}
        {licence.stateReason ? <p lang="zh-CN" className="text-sm text-ink-soft">{licence.stateReason}</p> : null}
        {licence.dueFen === null ? null : (
          <div>
            <p className="text-sm text-ink-soft">{pick(lang, U.dueNow)}</p>
            <p className="text-xl font-semibold"><Money lang={lang} amount={licence.dueFen + (licence.claim?.interestFen ?? 0n)} /></p>
            {licence.claim && licence.claim.interestFen > 0n ? <p className="text-sm">{fillText(pick(lang, U.interestIn), { amount: formatYuan(licence.claim.interestFen) })}</p> : null}
            {licence.claim ? <p className="tabular text-sm">{fillText(pick(lang, U.claimed), { at: formatDay(dayOf(licence.claim.claimedAt), lang), day: formatDay(licence.claim.payBy, lang) })}</p> : licence.payDueOn && licence.graceEndsOn ? <p className="tabular text-sm">{pick(lang, U.payBy).replace("{day}", formatDay(licence.payDueOn, lang)).replace("{grace}", formatDay(licence.graceEndsOn, lang))}</p> : null}
          </div>
        )}
        {may.confirmFee && licence.dueFen !== null ? (
          <FormAct
            lang={lang} url={`${base}/fees`} label={pick(lang, U.confirm)} sentence={pick(lang, U.confirmText)}
            fields={[{ name: "amount", label: pick(lang, U.amount), kind: "money", value: toYuanText(licence.dueFen + (licence.claim?.interestFen ?? 0n)) }, { name: "receivedOn", label: pick(lang, U.receivedOn), kind: "date", value: dayOf(licence.now) }]}
          />
        ) : null}
        {may.claim ? (
          <FormAct
            lang={lang} tone="secondary" url={`${base}/claim`} label={pick(lang, U.claim)} sentence={pick(lang, U.claimText)}
            fields={[{ name: "payBy", label: pick(lang, U.payByLast), kind: "date", value: licence.earliestPayBy }, { name: "withInterest", label: pick(lang, U.withInterest), kind: "tick", hint: fillText(pick(lang, licence.lateRate.agreed ? U.interestAgreed : U.interestHint), { rate: formatBp(licence.lateRate.bp) }) }, { name: "reason", label: pick(lang, U.claimReason), kind: "prose" }]}
            body={{ withInterest: false }}
          />
        ) : null}
        {may.end ? <ReasonedAct lang={lang} url={`${base}/end`} label={pick(lang, U.endLicence)} sentence={pick(lang, U.endText)} reasonLabel={pick(lang, U.reason)} /> : null}
        {may.answer === null ? null : (
          <FormAct
            lang={lang} url={`${base}/reports/${may.answer}/answer`} label={pick(lang, U.answer)} sentence={pick(lang, U.answerText)}
            fields={[
              { name: "answer", label: pick(lang, U.verdict), kind: "choice", options: [{ value: "ACCEPTED", label: pick(lang, U.accept) }, { value: "REFUSED", label: pick(lang, U.refuse) }] },
              { name: "reason", label: pick(lang, U.reason), kind: "prose", optional: pick(lang, U.optional) },
            ]}
            body={{ reason: "" }}
          />
        )}
        {may.report ? (
          <FormAct
            lang={lang} url={`${base}/reports`} label={pick(lang, U.report)} sentence={pick(lang, U.reportText)}
            fields={[
              { name: "sales", label: pick(lang, U.reportSales), kind: "money", value: toYuanText(licence.salesFen) },
              ...(state === "TRIAL" ? [{ name: "triggerMet", label: pick(lang, U.triggerMet), kind: "tick" as const }] : []),
              { name: "evidence", label: pick(lang, U.evidence), kind: "prose", hint: pick(lang, U.evidenceHint) },
            ]}
            body={{ triggerMet: false }}
          />
        ) : null}
        {may.giveUp ? (
          <FormAct
            lang={lang} tone="secondary" url={`${base}/give-up`} label={pick(lang, U.giveUp)} sentence={pick(lang, U.giveUpText)}
            fields={[{ name: "reason", label: pick(lang, U.reason), kind: "prose" }, { name: "materialsReturned", label: pick(lang, U.returned), kind: "tick" }]}
          />
        ) : null}
      </div>
    </Panel>
  );
}

function Reports({ lang, licence }: Part) {
  return (
    <Section id="reports" title={pick(lang, U.reports)}>
      {licence.reports.length === 0 ? <p className="text-ink-soft">{pick(lang, U.noReports)}</p> : null}
      <ul className="grid gap-4">
        {licence.reports.toReversed().map((report) => (
          <li key={report.no} className="grid gap-2 rounded border border-line p-4">
            <p className="flex flex-wrap items-center gap-3">
              <span className="font-medium">{pick(lang, U.no).replace("{no}", String(report.no))}</span>
              <StatusTag tone={report.answer === null ? "waiting" : report.answer === "ACCEPTED" ? "done" : "refused"}>{pick(lang, report.answer === null ? U.waiting : report.answer === "ACCEPTED" ? U.accepted : U.refused)}</StatusTag>
              {report.triggerMet ? <span className="text-sm">{pick(lang, U.triggerMet)}</span> : null}
            </p>
            <p>{pick(lang, U.reportSales)} <Money lang={lang} amount={report.salesFen} /></p>
            <p lang="zh-CN">{report.evidence}</p>
            {report.answerReason ? <p lang="zh-CN" className="text-sm">{`${pick(lang, U.reason)}：${report.answerReason}`}</p> : null}
            <p className="tabular text-sm text-ink-soft">{`${pick(lang, U.by)} ${pick(lang, report.by === "seller" ? U.seller : U.buyer)} · ${formatDateTime(report.at, lang)}`}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Payments({ lang, licence }: Part) {
  return (
    <Section id="payments" title={pick(lang, U.payments)}>
      <Table
        dense
        caption={pick(lang, U.payments)}
        rows={licence.payments}
        rowKey={(row) => String(row.no)}
        columns={[
          { key: "no", label: pick(lang, U.payments), head: true, cell: (row) => pick(lang, U.no).replace("{no}", String(row.no)) },
          { key: "on", label: pick(lang, U.receivedOn), cell: (row) => <span className="tabular">{formatDay(row.receivedOn, lang)}</span> },
          { key: "amount", label: pick(lang, U.amount), align: "right", cell: (row) => <Money lang={lang} amount={row.amountFen} /> },
        ]}
      />
    </Section>
  );
}

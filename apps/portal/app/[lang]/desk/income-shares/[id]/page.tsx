import { readIncomeShare } from "@ttx/domain/income-share";
import { INCOME_SHARE_STATE_LABELS, PERSON_ROLE_LABELS } from "@ttx/domain/income-share/client";
import { dayOf } from "@ttx/domain/shared/clock";
import { toYuanText } from "@ttx/domain/shared/money";
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
import { FormAct } from "#components/form-act.tsx";
import { I, SHARE_NEXT, SHARE_TONES } from "#components/income-share/income-share-texts.ts";
import { PlanForm } from "#components/income-share/plan-form.tsx";
import { ShareAmount } from "#components/income-share/share-amount.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Share = Awaited<ReturnType<typeof readIncomeShare.run>>;
type Part = { readonly lang: Lang; readonly share: Share };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), I.title) };
}

export default async function IncomeSharePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const share = await readFor(await requireActor(lang), readIncomeShare, { incomeShareId: id });
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/income-shares"), label: pick(lang, I.title) }, { label: share.deal.no }]}
        title={<span lang="zh-CN">{share.title}</span>}
        status={<StatusTag tone={SHARE_TONES[share.state]}>{pick(lang, INCOME_SHARE_STATE_LABELS[share.state])}</StatusTag>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-10 lg:order-1">
          <Figures lang={lang} share={share} />
          <Plan lang={lang} share={share} />
          {share.noticedAt === null && share.objections.length === 0 ? null : <Objections lang={lang} share={share} />}
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, I.pool)}</p>
            <p className="text-xl font-semibold"><ShareAmount lang={lang} mode={share.mode} amount={share.pool} /></p>
            <p className="text-sm text-ink-soft">{pick(lang, I.dueOn)} <span className="tabular">{formatDay(share.payDueOn, lang)}</span>{share.overdue ? <strong className="text-live"> · {pick(lang, I.lateBadge)}</strong> : null}</p>
          </Panel>
          <Panel title={pick(lang, I.next)} tone={share.state === "PAID" ? "done" : share.overdue ? "due" : "brand"}>
            <div className="grid justify-items-start gap-3">
              <p>{pick(lang, SHARE_NEXT[share.state])}</p>
              {share.may.pay ? <FormAct lang={lang} url={`/api/v1/income-shares/${share.id}/pay`} label={pick(lang, I.pay)} sentence={pick(lang, I.payText)} fields={[{ name: "paidOn", label: pick(lang, I.paidOn), kind: "date", value: dayOf(share.now) }]} /> : null}
              {share.may.object ? <FormAct lang={lang} tone="secondary" url={`/api/v1/income-shares/${share.id}/objections`} label={pick(lang, I.object)} sentence={pick(lang, I.objectText)} fields={[{ name: "facts", label: pick(lang, I.facts), kind: "prose" }]} /> : null}
            </div>
          </Panel>
        </div>
      </div>
    </article>
  );
}

function Figures({ lang, share }: Part) {
  const amount = (value: bigint) => <ShareAmount lang={lang} mode={share.mode} amount={value} />;
  const percent = (bp: number) => <span className="tabular">{`${bp / 100} %`}</span>;
  const isMoney = share.mode !== "EQUITY";
  return (
    <Section id="figures" title={pick(lang, I.figures)}>
      <DefinitionList
        items={[
          { term: pick(lang, I.unit), value: <span lang="zh-CN">{share.unit}</span> },
          { term: pick(lang, I.deal), value: <span className="tabular">{share.deal.no}</span> },
          ...(share.company === null ? [] : [{ term: pick(lang, I.company), value: <span lang="zh-CN">{share.company}</span> }]),
          { term: pick(lang, I.received), value: amount(share.received) },
          { term: pick(lang, I.receivedOn), value: <span className="tabular">{formatDay(share.receivedOn, lang)}</span> },
          ...(isMoney ? [{ term: pick(lang, I.costs), value: <>{amount(share.costs)}<span className="text-sm text-ink-soft"> · {pick(lang, I.known)} {amount(share.knownCosts)}</span></> }, { term: pick(lang, I.taxes), value: amount(share.taxes) }, { term: pick(lang, I.net), value: amount(share.net) }] : []),
          { term: pick(lang, I.rate), value: <>{percent(share.rateBp)}<span className="text-sm text-ink-soft"> · {pick(lang, I.floor)} {percent(share.floorBp)} · {pick(lang, I.standard)} {percent(share.standardBp)}</span></> },
          { term: pick(lang, I.pool), value: <strong>{amount(share.pool)}</strong> },
          { term: pick(lang, I.mainMin), value: amount(share.mainMin) },
          { term: pick(lang, I.staffMin), value: amount(share.transferStaffMin) },
          { term: pick(lang, I.unitPart), value: amount(share.unitPart) },
          { term: pick(lang, I.sources), value: <span lang="zh-CN">{share.sources.join("；")}</span> },
          { term: pick(lang, I.payBy), value: <span lang="zh-CN">{share.paySource}</span> },
        ]}
      />
    </Section>
  );
}

function Plan({ lang, share }: Part) {
  return (
    <Section id="plan" title={pick(lang, I.plan)}>
      {share.lines.length === 0 ? (share.may.adopt ? null : <p className="text-ink-soft">{pick(lang, I.planWait)}</p>) : (
        <>
          <Table
            dense
            caption={pick(lang, I.plan)}
            rows={share.lines}
            rowKey={(row) => String(row.position)}
            columns={[
              { key: "name", label: pick(lang, I.person), head: true, cell: (row) => <span lang="zh-CN" className={row.isMine ? "font-semibold" : undefined}>{row.name}</span> },
              { key: "role", label: pick(lang, I.role), cell: (row) => pick(lang, PERSON_ROLE_LABELS[row.role]) },
              { key: "amount", label: pick(lang, I.amount), align: "right", cell: (row) => <ShareAmount lang={lang} mode={share.mode} amount={row.amount} /> },
              ...(share.state === "CLAWBACK" ? [{ key: "back", label: pick(lang, I.clawBack), align: "right" as const, cell: (row: Share["lines"][number]) => <ShareAmount lang={lang} mode={share.mode} amount={row.clawBack ?? 0n} /> }] : []),
            ]}
          />
          <DefinitionList
            items={[
              { term: pick(lang, I.decision), value: <span lang="zh-CN">{share.decisionBody}</span> },
              { term: pick(lang, I.decisionOn), value: share.decisionOn && <span className="tabular">{formatDay(share.decisionOn, lang)}</span> },
              { term: pick(lang, I.deciders), value: <span lang="zh-CN">{share.decidedBy.join("、")}</span> },
              { term: pick(lang, I.place), value: <span lang="zh-CN">{share.noticePlace}</span> },
              { term: pick(lang, I.noticeEnds), value: share.noticeEndsAt && <span className="tabular">{formatDateTime(share.noticeEndsAt, lang)}</span> },
              ...(share.paidOn ? [{ term: pick(lang, I.paidOn), value: <span className="tabular">{formatDay(share.paidOn, lang)}</span> }] : []),
            ]}
          />
        </>
      )}
      {share.may.adopt ? (
        <PlanForm
          key={share.version} lang={lang}
          share={{ id: share.id, version: share.version, isEquity: share.mode === "EQUITY", costs: toYuanText(share.costs), taxes: toYuanText(share.taxes), rateBp: share.rateBp, owners: share.owners, pool: toYuanText(share.pool), today: dayOf(share.now), completers: share.completers, transferStaffMin: toYuanText(share.transferStaffMin) }}
        />
      ) : null}
    </Section>
  );
}

function Objections({ lang, share }: Part) {
  return (
    <Section id="objections" title={pick(lang, I.objections)}>
      {share.objections.length === 0 ? <p className="text-ink-soft">{pick(lang, I.noObjection)}</p> : share.objections.map((objection) => (
        <div key={objection.id} className="grid justify-items-start gap-2 rounded border border-line p-4">
          <p lang="zh-CN">{objection.facts}</p>
          <p className="tabular text-sm text-ink-soft">{formatDateTime(objection.filedAt, lang)}</p>
          {objection.ruledAt ? <p>{pick(lang, objection.ruling === "UPHELD" ? I.upheld : I.unfounded)}：<span lang="zh-CN">{objection.reasons}</span></p> : null}
          {share.may.rule && objection.ruledAt === null ? (
            <FormAct
              lang={lang} url={`/api/v1/income-share-objections/${objection.id}/ruling`} label={pick(lang, I.rule)} sentence={pick(lang, I.ruleText)}
              fields={[{ name: "ruling", label: pick(lang, I.ruling), kind: "choice", options: [{ value: "UNFOUNDED", label: pick(lang, I.unfounded) }, { value: "UPHELD", label: pick(lang, I.upheld) }] }, { name: "reasons", label: pick(lang, I.reasons), kind: "prose" }]}
            />
          ) : null}
        </div>
      ))}
    </Section>
  );
}

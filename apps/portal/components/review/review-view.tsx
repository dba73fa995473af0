import { TAX_CLAIM_LABELS, TAX_CLAIMS } from "@ttx/domain/contract/client";
import { codeLabel } from "@ttx/domain/reference/client";
import type { readReview } from "@ttx/domain/review";
import { Deadline } from "@ttx/ui/deadline";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { ChevronLeftIcon } from "@ttx/ui/icons/chevron-left";
import { ChevronRightIcon } from "@ttx/ui/icons/chevron-right";
import { XIcon } from "@ttx/ui/icons/x";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { ConsequencesPanel, type Consequences } from "#components/consequence/consequences-panel.tsx";
import { AmountWorksheet } from "#components/contract/amount-worksheet.tsx";
import { ContractState, ReviewState } from "#components/contract/contract-state.tsx";
import { ContractView } from "#components/contract/contract-view.tsx";
import { DecisionTimeline } from "#components/contract/decision-timeline.tsx";
import { MaterialsView } from "#components/contract/materials-view.tsx";
import { TAX_OPINION_LABELS } from "#components/contract/tax-opinion.ts";
import { deadlineState, lastMinute, leftInWords } from "#components/contract/working-days.ts";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { ReviewActs } from "./review-acts.tsx";
import { V } from "./review-texts.ts";

export type ReviewFile = Awaited<ReturnType<(typeof readReview)["run"]>>;
export type ReviewViewProps = { readonly lang: Lang; readonly review: ReviewFile; readonly consequences?: Consequences | null; readonly nextHref?: string; readonly previousHref?: string; readonly closeHref: string };

/** One registration under review: what the office decided, and what it decided from. */
export function ReviewView({ lang, review, consequences, nextHref, previousHref, closeHref }: ReviewViewProps) {
  const { contract } = review;
  const { form } = contract;
  const claims = TAX_CLAIMS.filter((claim) => form.taxClaims.includes(claim));
  const open = review.state !== "CONFIRMED" && review.state !== "REVOKED";
  return (
    <article className="grid min-w-0 gap-5">
      <header className="sticky top-14 z-10 grid gap-3 border-b border-line bg-ground pt-1 pb-3">
        <div className="flex items-start justify-between gap-3">
          <div className="grid gap-1">
            <h2 lang="zh-CN" className="text-lg font-semibold">{form.projectName}</h2>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm"><ReviewState lang={lang} state={review.state} />{review.state === contract.state ? null : <ContractState lang={lang} state={contract.state} />}<span className="tabular">{contract.registrationNo}</span></p>
          </div>
          <div className="flex shrink-0 gap-1">
            <Step href={previousHref} label={pick(lang, V.previous)}><ChevronLeftIcon /></Step>
            <Step href={nextHref} label={pick(lang, V.next)}><ChevronRightIcon /></Step>
            <Step href={closeHref} label={pick(lang, V.close)}><XIcon /></Step>
          </div>
        </div>
        {open ? <Deadline lang={lang} at={lastMinute(review.answerDueAt ?? review.dueAt)} left={leftInWords(review.workingDaysLeft, lang)} state={deadlineState(review.workingDaysLeft)} /> : null}
        <ReviewActs key={`${review.reviewId}-${review.version}`} lang={lang} reviewId={review.reviewId} contractId={contract.contractId} version={review.version} taxClaimed={claims.length > 0} may={review.may} nextHref={nextHref} />
        {review.may.recordObjection ? (
          <div className="flex flex-wrap gap-2">
            {(["TAX", "FINANCE"] as const).map((body) => <ReasonedAct key={body} lang={lang} url={`/api/v1/registration/files/${contract.contractId}/objection`} label={pick(lang, V[body])} sentence={pick(lang, V.objectionText)} reasonLabel={pick(lang, V.objectionReason)} body={{ body }} />)}
          </div>
        ) : null}
      </header>
      {consequences ? <ConsequencesPanel lang={lang} consequences={consequences} level={3} /> : null}
      <div className="grid items-start gap-6 min-[1400px]:grid-cols-2">
        <div className="grid min-w-0 gap-5">
          <Panel title={pick(lang, V.registration)} level={3}>
            <DefinitionList
              items={[
                { term: pick(lang, V.number), value: <span className="tabular">{contract.registrationNo}</span> },
                { term: pick(lang, V.class), value: form.contractType === null ? "—" : `${form.contractType} ${pick(lang, codeLabel("contract-types", form.contractType))}` },
                { term: pick(lang, V.amount), value: contract.technicalFen === null ? "—" : <Money lang={lang} amount={contract.technicalFen} /> },
                { term: pick(lang, V.office), value: <span lang="zh-CN">{contract.officeName}</span> },
                { term: pick(lang, V.applicant), value: <span lang="zh-CN">{contract.applicantName}</span> },
                { term: pick(lang, V.registeredAt), value: contract.registeredAt ? formatDateTime(contract.registeredAt, lang) : "—" },
                { term: pick(lang, V.claims), value: claims.length === 0 ? pick(lang, V.none) : claims.map((claim) => pick(lang, TAX_CLAIM_LABELS[claim])).join("、") },
                ...(review.taxOpinion ? [{ term: pick(lang, V.taxOpinion), value: pick(lang, TAX_OPINION_LABELS[review.taxOpinion] ?? { zh: review.taxOpinion, en: review.taxOpinion }) }] : []),
              ]}
            />
          </Panel>
          {contract.worksheet ? <Panel title={pick(lang, V.worksheet)} level={3}><AmountWorksheet lang={lang} worksheet={contract.worksheet} decidedFen={contract.technicalFen} /></Panel> : null}
          <Panel title={pick(lang, V.form)} level={3}><ContractView lang={lang} form={form} /></Panel>
        </div>
        <div className="grid min-w-0 gap-5">
          {form.text ? <Panel title={pick(lang, V.text)} level={3}><div lang="zh-CN" tabIndex={0} role="region" aria-label={pick(lang, V.text)} className="max-h-[60vh] overflow-y-auto leading-relaxed whitespace-pre-wrap">{form.text}</div></Panel> : null}
          <Panel title={pick(lang, V.materials)} level={3}><MaterialsView lang={lang} materials={contract.materials} attachments={contract.attachments} /></Panel>
          <Panel title={pick(lang, V.procedure)} level={3}><DecisionTimeline lang={lang} decisions={contract.decisions} reviewSteps={review.steps} /></Panel>
        </div>
      </div>
    </article>
  );
}

function Step({ href, label, children }: { readonly href?: string; readonly label: string; readonly children: ReactNode }) {
  if (!href) return null;
  return <a href={href} aria-label={label} title={label} className="grid size-9 place-items-center rounded text-ink-soft hover:bg-sunken hover:text-brand">{children}</a>;
}

import { CONTRACT_TEXTS } from "@ttx/domain/contract/client";
import { codeLabel } from "@ttx/domain/reference/client";
import { ALERT_LEVEL_LABELS, RISK_ALERT_STATE_LABELS } from "@ttx/domain/risk/client";
import { fillText, type Texts } from "@ttx/domain/shared/texts";
import { Deadline } from "@ttx/ui/deadline";
import { formatDateTime, yuanText } from "@ttx/ui/format";
import { ChevronLeftIcon } from "@ttx/ui/icons/chevron-left";
import { ChevronRightIcon } from "@ttx/ui/icons/chevron-right";
import { XIcon } from "@ttx/ui/icons/x";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { ConsequencesPanel, type Consequences } from "#components/consequence/consequences-panel.tsx";
import { AmountWorksheet } from "#components/contract/amount-worksheet.tsx";
import { ContractState } from "#components/contract/contract-state.tsx";
import { ContractView } from "#components/contract/contract-view.tsx";
import { DecisionTimeline } from "#components/contract/decision-timeline.tsx";
import { MaterialsView } from "#components/contract/materials-view.tsx";
import { deadlineState, lastMinute, leftInWords } from "#components/contract/working-days.ts";
import { FileExperts } from "#components/expert/file-experts.tsx";
import { FileActs } from "./file-acts.tsx";
import { FINDING_LABELS } from "./finding-labels.ts";
import { Findings, LikeFiles, PartyHistories, TextHints, type DeskFile } from "./file-hints.tsx";
import { MarkedContract } from "./marked-contract.tsx";
import { R } from "./registration-texts.ts";

const TEXTS: Texts = CONTRACT_TEXTS;

export type FileViewProps = { readonly lang: Lang; readonly file: DeskFile; readonly consequences?: Consequences | null; readonly nextHref?: string; readonly previousHref?: string; readonly closeHref: string };

/** A file on the desk, side by side: on the left the form and its money, on the right the text that has to bear them out. */
export function FileView({ lang, file, consequences, nextHref, previousHref, closeHref }: FileViewProps) {
  const { form, change } = file;
  return (
    <article className="grid min-w-0 gap-5">
      <header className="sticky top-14 z-10 grid gap-3 border-b border-line bg-ground pt-1 pb-3">
        <div className="flex items-start justify-between gap-3">
          <div className="grid gap-1">
            <h2 lang="zh-CN" className="text-lg font-semibold">{form.projectName}</h2>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <ContractState lang={lang} state={file.state} />
              {file.registrationNo ? <span className="tabular">{file.registrationNo}</span> : null}
              <span lang="zh-CN" className="text-ink-soft">{pick(lang, R.applicant)}{lang === "zh" ? "：" : ": "}{file.applicant.name}</span>
              {file.claim ? <StatusTag tone={file.claim.mine ? "active" : "waiting"}>{file.claim.mine ? pick(lang, R.claimedByMe) : fillText(pick(lang, R.claimedBy), { name: file.claim.name })}</StatusTag> : null}
            </p>
          </div>
          <div className="flex shrink-0 gap-1">
            <Step href={previousHref} label={pick(lang, R.previous)}><ChevronLeftIcon /></Step>
            <Step href={nextHref} label={pick(lang, R.next)}><ChevronRightIcon /></Step>
            <Step href={closeHref} label={pick(lang, R.close)}><XIcon /></Step>
          </div>
        </div>
        {file.nextDueAt && file.workingDaysLeft !== null ? (
          <Deadline lang={lang} at={lastMinute(file.nextDueAt)} left={leftInWords(file.workingDaysLeft, lang)} state={deadlineState(file.workingDaysLeft, file.urgency)} counted={fillText(pick(lang, R.counted), { rules: pick(lang, file.ruleSet) })} />
        ) : null}
        <FileActs
          key={`${file.contractId}-${file.version}`}
          lang={lang}
          contractId={file.contractId}
          version={file.version}
          may={file.may}
          mine={file.claim?.mine ?? false}
          colleagues={file.colleagues}
          answers={answersOf(file)}
          found={foundSentences(lang, file)}
          secondGrounds={file.secondReviewGrounds.map((ground) => pick(lang, R[ground]))}
          registered={file.certificate !== null}
          nextHref={nextHref}
        />
      </header>

      {consequences ? <ConsequencesPanel lang={lang} consequences={consequences} level={3} /> : null}
      <FileExperts lang={lang} contractId={file.contractId} reviews={file.expertReviews} needed={file.expertsNeeded} wanted={file.expertsWanted} may={file.may} />
      {file.state === "SECOND_REVIEW" && file.firstAnswers ? <FirstAnswers lang={lang} file={file} /> : null}
      {change ? (
        <Panel tone="brand" title={pick(lang, R.change)} level={3}>
          <p lang="zh-CN" className="mb-3">{pick(lang, R.changeReason)}{lang === "zh" ? "：" : ": "}{change.reason}</p>
          <div className="grid gap-4">
            <p lang="zh-CN" className="font-medium">{change.form.projectName}</p>
            {change.worksheet ? <AmountWorksheet lang={lang} worksheet={change.worksheet} /> : null}
            <ContractView lang={lang} form={change.form} />
          </div>
        </Panel>
      ) : null}

      <div className="grid items-start gap-6 min-[1400px]:grid-cols-2">
        <div className="grid min-w-0 gap-5">
          <Part title={R.worksheet} lang={lang}>{file.worksheet ? <AmountWorksheet lang={lang} worksheet={file.worksheet} decidedFen={file.registrationNo === null ? null : file.technicalFen} /> : "—"}</Part>
          <Part title={R.findings} lang={lang}><Findings lang={lang} file={file} /></Part>
          <Part title={R.form} lang={lang}><ContractView lang={lang} form={form} /></Part>
          <Part title={R.materials} lang={lang}><MaterialsView lang={lang} materials={file.materials} attachments={file.attachments} /></Part>
        </div>
        <div className="grid min-w-0 gap-5">
          <Part title={R.text} lang={lang}>
            <div className="grid gap-3">
              <TextHints lang={lang} file={file} />
              {file.proposal ? <MarkedContract lang={lang} text={file.proposal.text} passages={file.proposal.passages} /> : <p className="text-sm text-ink-soft">{pick(lang, file.textWithheld ? R.textWithheld : R.noText)}</p>}
            </div>
          </Part>
          <Part title={R.likes} lang={lang}><LikeFiles lang={lang} file={file} /></Part>
          {file.history.length > 0 ? <Part title={R.history} lang={lang}><PartyHistories lang={lang} file={file} /></Part> : null}
          {file.alerts.length > 0 ? <Part title={R.alerts} lang={lang}><Alerts lang={lang} file={file} /></Part> : null}
          <Part title={R.procedure} lang={lang}><DecisionTimeline lang={lang} decisions={file.decisions} /></Part>
        </div>
      </div>
    </article>
  );
}

function Step({ href, label, children }: { readonly href?: string; readonly label: string; readonly children: ReactNode }) {
  if (!href) return null;
  return <a href={href} aria-label={label} title={label} className="grid size-9 place-items-center rounded text-ink-soft hover:bg-sunken hover:text-brand">{children}</a>;
}

function Part({ title, lang, children }: { readonly title: Text; readonly lang: Lang; readonly children: ReactNode }) {
  return <Panel title={pick(lang, title)} level={3}>{children}</Panel>;
}

function FirstAnswers({ lang, file }: { readonly lang: Lang; readonly file: DeskFile }) {
  if (!file.firstAnswers) return null;
  return (
    <Panel tone="brand" title={pick(lang, R.secondFirst)} level={3}>
      <p>{pick(lang, codeLabel("contract-types", file.firstAnswers.contractType))} · <Money lang={lang} amount={file.firstAnswers.technicalFen} /></p>
      {file.firstAnswers.note ? <p lang="zh-CN">{file.firstAnswers.note}</p> : null}
    </Panel>
  );
}

function Alerts({ lang, file }: { readonly lang: Lang; readonly file: DeskFile }) {
  return <ul className="grid gap-1 text-sm">{file.alerts.map((alert) => <li key={alert.id} className="tabular">{alert.rule} · {pick(lang, ALERT_LEVEL_LABELS[alert.level])} · {pick(lang, RISK_ALERT_STATE_LABELS[alert.state])} · {formatDateTime(alert.openedAt, lang)}</li>)}</ul>;
}

/** The first registrar's answers where there are some; a requested change's amount; else what was filed. */
function answersOf(file: DeskFile): { contractType: string; technicalAmount: string; note: string } {
  const { firstAnswers, change, form } = file;
  if (firstAnswers && file.state === "SECOND_REVIEW") return { contractType: firstAnswers.contractType, technicalAmount: yuanText(firstAnswers.technicalFen), note: firstAnswers.note };
  const technicalFen = change?.technicalFen ?? file.technicalFen;
  return { contractType: (change?.form ?? form).contractType ?? "", technicalAmount: technicalFen === null ? "" : yuanText(technicalFen), note: "" };
}

function foundSentences(lang: Lang, file: DeskFile): readonly string[] {
  return [
    ...file.findings.map(({ code }) => pick(lang, FINDING_LABELS[code] ?? { zh: code, en: code })),
    ...file.problems.map(({ code, details, path }) => `${fillText(TEXTS[code]?.[lang] ?? code, details ?? {})}（${path}）`),
  ];
}

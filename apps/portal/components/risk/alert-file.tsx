import { fullDivisionName } from "@ttx/domain/reference";
import type { readAlert } from "@ttx/domain/risk";
import { ALERT_LEVEL_LABELS, CONCLUSION_LABELS, type Conclusion } from "@ttx/domain/risk/client";
import { Deadline } from "@ttx/ui/deadline";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { ContractState } from "#components/contract/contract-state.tsx";
import { deadlineState, leftInWords } from "#components/contract/working-days.ts";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { href } from "#lang/href.ts";
import { AlertSteps } from "./alert-steps.tsx";
import { AlertState, LevelTag } from "./alert-tags.tsx";
import { AskForm } from "./ask-form.tsx";
import { ConcludeForm } from "./conclude-form.tsx";
import { EvidenceNumbers } from "./evidence-numbers.tsx";
import { R } from "./risk-texts.ts";
import { TextComparison } from "./text-comparison.tsx";

export type AlertFileData = Awaited<ReturnType<typeof readAlert.run>>;
type Props = { readonly lang: Lang; readonly alert: AlertFileData; readonly backHref: string };

/** An alert with all that a person needs to conclude it: question, numbers, contracts, what would clear it, what was said, what may be done. */
export function AlertFile({ lang, alert, backHref }: Props) {
  const say = (text: { readonly zh: string; readonly en: string }): string => pick(lang, text);
  const { rule, evidence, may } = alert;
  return (
    <article className="grid gap-8">
      <header className="grid gap-3">
        <a className="link text-sm xl:hidden" href={backHref}>{say(R.back)}</a>
        <div className="flex flex-wrap items-center gap-2"><LevelTag lang={lang} level={alert.level} /><AlertState lang={lang} state={alert.state} /></div>
        <h2 className="text-lg font-semibold">{say(rule.title)}</h2>
        <p className="prose-column">{say(rule.question)}</p>
        <p className="text-sm text-ink-soft">{say(ALERT_LEVEL_LABELS[alert.level])}</p>
        <DefinitionList
          items={[
            ...(alert.workingDaysLeft === null ? [] : [{
              term: say(alert.state === "EXPLAINING" ? R.answerDue : R.deskDue),
              value: <Deadline lang={lang} at={new Date(alert.answerDueAt.getTime() - 1000)} left={leftInWords(alert.workingDaysLeft, lang)} state={deadlineState(alert.workingDaysLeft)} counted={say(R.counted)} />,
            }]),
            { term: say(R.party), value: <span lang="zh-CN">{alert.party?.name ?? "—"}</span> },
            { term: say(R.place), value: <span lang="zh-CN">{fullDivisionName(alert.divisionCode)}</span> },
          ]}
        />
      </header>
      <Section id="evidence" title={say(R.evidence)}>
        <EvidenceNumbers lang={lang} numbers={evidence.numbers} />
        <p className="text-sm text-ink-faint">{say(R.ruleVersion).replace("{code}", rule.code).replace("{version}", rule.version).replace("{at}", formatDateTime(evidence.ranAt, lang))} · {say(R.strength)} {(alert.strengthBp / 100).toFixed(0)}%</p>
        <Panel level={3} title={say(R.clearedBy)}><p>{say(rule.clearedBy)}</p></Panel>
      </Section>
      <Section id="contracts" title={say(R.linked)}>
        <Table
          caption={say(R.linked)}
          dense
          rows={alert.contracts}
          rowKey={({ contractId }) => contractId}
          columns={[
            {
              key: "project", label: say(R.project), head: true,
              cell: ({ contractId, mayRead, projectName, registrationNo, sellers, buyers, office }) => (
                <span className="grid leading-snug">
                  {mayRead ? <a lang="zh-CN" className="link" href={href(lang, `/desk/contracts/${contractId}`)}>{projectName}</a> : <span lang="zh-CN" className="font-medium">{projectName}</span>}
                  <span className="tabular text-sm text-ink-soft">{registrationNo ?? "—"}</span>
                  <span lang="zh-CN" className="text-sm text-ink-soft">{sellers.join("、")} → {buyers.join("、")}</span>
                  <span lang="zh-CN" className="text-sm text-ink-soft">{office}</span>
                </span>
              ),
            },
            { key: "signedOn", label: say(R.signedOn), cell: ({ signedOn }) => <span className="tabular whitespace-nowrap">{signedOn ?? "—"}</span> },
            { key: "technical", label: say(R.technical), align: "right", cell: ({ technicalFen }) => (technicalFen === null ? "—" : <Money lang={lang} amount={technicalFen} as="readable" />) },
            { key: "turnover", label: say(R.turnover), align: "right", cell: ({ turnoverFen }) => (turnoverFen === null ? "—" : <Money lang={lang} amount={turnoverFen} as="readable" />) },
            { key: "state", label: say(R.state), width: "narrow", cell: ({ state }) => <ContractState lang={lang} state={state} /> },
          ]}
        />
      </Section>
      {alert.comparison === null ? null : (
        <Section id="comparison" title={say(R.comparison)} intro={say(R.comparisonIntro)}>
          <TextComparison lang={lang} comparison={alert.comparison} names={new Map(alert.contracts.map(({ contractId, projectName }) => [contractId, projectName]))} />
        </Section>
      )}
      {alert.askedAt === null ? null : (
        <Section id="explanation" title={say(R.explanation)}>
          <p className="text-sm text-ink-soft">{say(R.asked2)}：<span className="whitespace-pre-line">{alert.question}</span></p>
          <p className="prose-column whitespace-pre-line">{alert.explanation ?? <span className="text-ink-soft">{say(R.notExplained)}</span>}</p>
        </Section>
      )}
      {alert.conclusion === null ? null : (
        <Panel tone="done" title={`${say(R.conclusion)}：${say(CONCLUSION_LABELS[alert.conclusion as Conclusion])}`}><p className="whitespace-pre-line">{alert.conclusionNote}</p></Panel>
      )}
      {may.needsProvince ? <Panel tone="due"><p>{say(R.needsProvince)}</p></Panel> : null}
      {may.ask ? <Panel level={3} title={say(R.askTitle)}><AskForm lang={lang} alertId={alert.alertId} version={alert.version} question={rule.question.zh} /></Panel> : null}
      {may.conclude ? <Panel level={3} title={say(R.concludeTitle)}><ConcludeForm lang={lang} alertId={alert.alertId} version={alert.version} noteMinimum={alert.noteMinimum} /></Panel> : null}
      {may.reopen ? <div><ReasonedAct lang={lang} url={`/api/v1/risk-alerts/${alert.alertId}/reopen`} body={{ version: alert.version }} label={say(R.reopen)} sentence={say(R.reopenSentence)} reasonLabel={say(R.reason)} /></div> : null}
      <Section id="steps" title={say(R.steps)}><AlertSteps lang={lang} steps={alert.steps} /></Section>
    </article>
  );
}

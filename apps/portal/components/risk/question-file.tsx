import type { readOwnQuestion } from "@ttx/domain/risk";
import { CONCLUSION_LABELS, type Conclusion } from "@ttx/domain/risk/client";
import { Deadline } from "@ttx/ui/deadline";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { deadlineState, leftInWords } from "#components/contract/working-days.ts";
import { href } from "#lang/href.ts";
import { AlertState } from "./alert-tags.tsx";
import { ExplainForm } from "./explain-form.tsx";
import { R } from "./risk-texts.ts";

type Props = { readonly lang: Lang; readonly question: Awaited<ReturnType<typeof readOwnQuestion.run>>; readonly backHref: string };

/** A question to one's own organisation, and the place to answer it. */
export function QuestionFile({ lang, question, backHref }: Props) {
  const say = (text: { readonly zh: string; readonly en: string }): string => pick(lang, text);
  return (
    <article className="grid gap-6">
      <header className="grid gap-2">
        <a className="link text-sm xl:hidden" href={backHref}>{say(R.back)}</a>
        <div><AlertState lang={lang} state={question.state} /></div>
        <h2 className="text-lg font-semibold" lang="zh-CN">{question.projectName}</h2>
        {question.askedAt ? <p className="text-sm text-ink-soft">{say(R.askedAt)} <time className="tabular" dateTime={question.askedAt.toISOString()}>{formatDateTime(question.askedAt, lang)}</time></p> : null}
        {question.workingDaysLeft === null ? null : (
          <div><Deadline lang={lang} at={new Date(question.answerDueAt.getTime() - 1000)} left={leftInWords(question.workingDaysLeft, lang)} state={deadlineState(question.workingDaysLeft)} counted={say(R.counted)} /></div>
        )}
      </header>
      <Panel level={3} tone="brand" title={say(R.ownQuestion)}><p className="whitespace-pre-line">{question.question}</p></Panel>
      <Section id="own-contracts" title={say(R.ownContracts)}>
        <Table
          caption={say(R.ownContracts)}
          dense
          rows={question.contracts}
          rowKey={({ contractId }) => contractId}
          columns={[
            { key: "project", label: say(R.project), head: true, cell: ({ contractId, projectName, registrationNo }) => <span className="grid leading-snug"><a className="link" lang="zh-CN" href={href(lang, `/desk/contracts/${contractId}`)}>{projectName}</a><span className="tabular text-sm text-ink-soft">{registrationNo ?? "—"}</span></span> },
            { key: "signedOn", label: say(R.signedOn), cell: ({ signedOn }) => <span className="tabular whitespace-nowrap">{signedOn ?? "—"}</span> },
            { key: "technical", label: say(R.technical), align: "right", cell: ({ technicalFen }) => (technicalFen === null ? "—" : <Money lang={lang} amount={technicalFen} as="readable" />) },
          ]}
        />
        <p className="text-sm text-ink-soft">{say(R.ownHelpful)}：{say(question.clearedBy)}</p>
      </Section>
      {question.may.explain ? <ExplainForm lang={lang} alertId={question.alertId} /> : null}
      {question.explanation ? <Panel level={3} title={say(R.sent)}><p className="whitespace-pre-line">{question.explanation}</p></Panel> : null}
      {!question.may.explain && question.explanation === null && question.state !== "EXPLAINING" ? <p className="text-ink-soft">{say(R.missed)}</p> : null}
      {question.conclusion ? <Panel level={3} tone="done" title={`${say(R.conclusion)}：${say(CONCLUSION_LABELS[question.conclusion as Conclusion])}`}><span /></Panel> : null}
    </article>
  );
}

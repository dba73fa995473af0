import { CONDUCTS, RECORD_CLASSES } from "@ttx/domain/credit/client";
import type { readConsequences } from "@ttx/domain/review";
import { CONSEQUENCE_LABELS, DUTY_LABELS, REVOCATION_GROUNDS } from "@ttx/domain/review/client";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDay, formatYuan } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { StatusTag, type Tone } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { ConsequenceActs } from "./consequence-acts.tsx";
import { Q } from "./texts.ts";

export type Consequences = Awaited<ReturnType<(typeof readConsequences)["run"]>>;
type Props = { readonly lang: Lang; readonly consequences: Consequences; readonly level?: 2 | 3 };

/** What followed from a revocation: what is to be done by whom, what was done, and what stands on record. */
export function ConsequencesPanel({ lang, consequences, level = 2 }: Props) {
  const { ground, documentNo, revokedAt, duties, steps } = consequences;
  const open = duties.some(({ done }) => !done);
  return (
    <Panel tone={open ? "due" : "plain"} title={pick(lang, Q.title)} level={level}>
      <div className="grid gap-4">
        <p className="text-sm">{pick(lang, Q.intro)}</p>
        <DefinitionList
          items={[
            { term: pick(lang, Q.ground), value: pick(lang, REVOCATION_GROUNDS[ground]) },
            { term: pick(lang, Q.decision), value: <span className="tabular">{[documentNo, formatDay(revokedAt, lang)].filter(Boolean).join(" · ")}</span> },
          ]}
        />
        <div className="grid gap-1">
          <h3 className="text-sm font-semibold">{pick(lang, Q.duties)}</h3>
          <ul className="grid gap-1.5">{duties.map((duty) => <DutyLine key={duty.kind} lang={lang} duty={duty} />)}</ul>
        </div>
        <div className="grid gap-1">
          <h3 className="text-sm font-semibold">{pick(lang, Q.steps)}</h3>
          {steps.length === 0 ? <p className="text-sm text-ink-soft">{pick(lang, Q.noSteps)}</p> : <ol className="grid gap-2">{steps.map((step) => <StepLine key={step.no} lang={lang} step={step} />)}</ol>}
        </div>
        <RecordPart lang={lang} consequences={consequences} />
        <ConsequenceActs lang={lang} consequences={consequences} />
      </div>
    </Panel>
  );
}

function DutyLine({ lang, duty }: { readonly lang: Lang; readonly duty: Consequences["duties"][number] }) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2 text-sm">
      <StatusTag tone={duty.done ? "done" : "due"}>{pick(lang, duty.done ? Q.done : Q.open)}</StatusTag>
      <span>
        {pick(lang, DUTY_LABELS[duty.kind])}
        <span className="text-ink-soft"> · {pick(lang, Q[duty.by])}</span>
        {duty.openFen ? <span className="tabular font-medium"> · {pick(lang, Q.owing)} {formatYuan(duty.openFen)}</span> : null}
      </span>
    </li>
  );
}

function StepLine({ lang, step }: { readonly lang: Lang; readonly step: Consequences["steps"][number] }) {
  return (
    <li className="grid gap-0.5 text-sm">
      <span className="font-medium">{pick(lang, CONSEQUENCE_LABELS[step.kind])}{step.amountFen === null ? null : <>{" "}<Money lang={lang} amount={step.amountFen} /></>}</span>
      <span className="tabular text-ink-soft">{[formatDay(step.on, lang), step.documentNo].filter(Boolean).join(" · ")}</span>
      {step.words ? <span lang="zh-CN" className="whitespace-pre-line">{step.words}</span> : null}
    </li>
  );
}

const TONE_OF_STATE = { SHOWN: "refused", EXPIRED: "ended", REPAIRED: "done", WITHDRAWN: "ended" } as const satisfies Record<string, Tone>;

function RecordPart({ lang, consequences: { record } }: Pick<Props, "lang" | "consequences">) {
  if (!record) return <p className="text-sm text-ink-soft">{pick(lang, Q.noRecord)}</p>;
  return (
    <div className="grid gap-1">
      <h3 className="flex flex-wrap items-center gap-2 text-sm font-semibold">{pick(lang, Q.record)}<StatusTag tone={TONE_OF_STATE[record.state]}>{pick(lang, Q[record.state])}</StatusTag></h3>
      <DefinitionList
        items={[
          { term: pick(lang, Q.conduct), value: pick(lang, CONDUCTS[record.conduct]) },
          { term: pick(lang, Q.class), value: pick(lang, RECORD_CLASSES[record.recordClass]) },
          { term: pick(lang, Q.period), value: fillText(pick(lang, Q.until), { from: formatDay(record.decidedOn, lang), until: formatDay(record.endedOn ?? record.shownUntil, lang) }) },
          ...(record.state === "SHOWN" ? [{ term: pick(lang, Q.repairFrom), value: formatDay(record.repairFrom, lang) }] : []),
          ...(record.repairAnswer ? [{ term: pick(lang, Q.repairAnswer), value: <span lang="zh-CN">{record.repairAnswer}</span> }] : []),
        ]}
      />
      {record.repairDueAt && record.state === "SHOWN" ? <p className="text-sm">{fillText(pick(lang, Q.repairAsked), { due: formatDay(new Date(record.repairDueAt.getTime() - 1), lang) })}</p> : null}
      {record.state === "SHOWN" ? <p className="text-sm text-ink-soft">{pick(lang, Q.effect)}</p> : null}
    </div>
  );
}

"use client";

import { demandProblems, DEMAND_TEXTS, type DemandState } from "@ttx/domain/demand/client";
import { TECH_FIELDS } from "@ttx/domain/reference/client";
import { day, type Day } from "@ttx/domain/shared/clock";
import { parseYuan } from "@ttx/domain/shared/money";
import { fillText, type Texts } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { DateInput } from "@ttx/ui/date-input";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { LinkButton } from "@ttx/ui/link-button";
import { MoneyInput } from "@ttx/ui/money-input";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { Select } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useMemo, useState } from "react";
import { useAutosave } from "#client/use-autosave.ts";
import { useMutation } from "#client/use-mutation.ts";
import { Attachments, type Attachment } from "#components/document/attachments.tsx";
import { DivisionInput } from "#components/division-input.tsx";
import { href } from "#lang/href.ts";
import { F } from "../texts.ts";
import { CloseDemand } from "./close-demand.tsx";

/** What is typed into a demand, as the API takes it. */
export type TypedDemand = {
  readonly title: string;
  readonly problem: string;
  readonly targets: string;
  readonly field: string;
  readonly budget: string;
  readonly deadlineOn: string;
  readonly divisionCode: string;
  readonly contactName: string;
  readonly contactPhone: string;
};

export type DemandFormProps = {
  readonly lang: Lang;
  readonly demandId: string;
  readonly state: DemandState;
  readonly version: number;
  readonly given: TypedDemand;
  readonly divisionName: string;
  readonly documents: readonly Attachment[];
  /** The domain clock's day. */
  readonly today: string;
  readonly may: { readonly edit: boolean; readonly publish: boolean; readonly close: boolean };
};

const CODES = { isField: (code: string) => TECH_FIELDS.isLeaf(code), isDivision: (code: string) => /^\d{6}$/.test(code) };
const TEXTS: Texts = DEMAND_TEXTS;

type Saved = { readonly version: number };

/** A demand as its owner writes it: saved as one types, published when all is there. */
export function DemandForm({ lang, demandId, state, version, given, divisionName, documents, today, may }: DemandFormProps) {
  const [typed, setTyped] = useState(given);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const [round, setRound] = useState(0);
  const url = `/api/v1/demands/${demandId}`;
  const autosave = useAutosave<TypedDemand, Saved>(`demand.${demandId}`, url, { method: "PATCH", bodyOf, first: { version } });
  const publishing = useMutation<Saved>(`${url}/publish`);
  const confirm = useConfirm();

  const messages = useMemo(() => {
    const content = {
      ...typed, title: typed.title.trim(), problem: typed.problem.trim(), targets: typed.targets.trim(), contactName: typed.contactName.trim(), contactPhone: typed.contactPhone.trim(),
      field: typed.field || null, budgetFen: parseYuan(typed.budget) ?? null, deadlineOn: (typed.deadlineOn || null) as Day | null,
    };
    return demandProblems(content, day(today), CODES).map(({ path, code, details }) => ({ fieldId: path, message: fillText(TEXTS[code]?.[lang] ?? code, details ?? {}) }));
  }, [typed, today, lang]);

  function change(patch: Partial<TypedDemand>) {
    const next = { ...typed, ...patch };
    setTyped(next);
    autosave.save(next);
  }

  async function publish() {
    const saved = await autosave.flush();
    if (saved === null) return confirm.close();
    const outcome = await publishing.submit({ version: saved.version });
    if (!outcome.ok) return;
    autosave.forget();
    window.location.assign(href(lang, `/desk/demands/${demandId}`));
  }

  function field(name: keyof TypedDemand) {
    return {
      id: name,
      disabled: !may.edit,
      error: showAll || left.has(name) ? messages.find(({ fieldId }) => fieldId === name)?.message : undefined,
      onBlur: () => (left.has(name) ? undefined : setLeft(new Set([...left, name]))),
    };
  }

  const optional = pick(lang, F.optional);
  const conflict = autosave.problems?.code === "CHANGED_MEANWHILE";
  return (
    <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <form key={round} noValidate onSubmit={(event) => event.preventDefault()} className="grid max-w-4xl min-w-0 gap-10">
        <div id="problems" className="grid gap-4 empty:hidden">
          {showAll ? <ErrorSummary lang={lang} items={messages} /> : null}
          {conflict ? <Panel tone="due"><p className="mb-3">{pick(lang, F.conflict)}</p><Button size="small" onClick={() => window.location.reload()}>{pick(lang, F.reload)}</Button></Panel> : null}
          {autosave.problems && !conflict ? <ErrorSummary lang={lang} items={autosave.problems.summary} /> : null}
          {autosave.restored && autosave.state === "untouched" ? (
            <Panel tone="brand">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p>{pick(lang, F.restored)}</p>
                <div className="flex gap-2">
                  <Button size="small" onClick={() => { if (autosave.restored) { change(autosave.restored); setRound(round + 1); } }}>{pick(lang, F.restore)}</Button>
                  <Button size="small" tone="plain" onClick={autosave.forget}>{pick(lang, F.discard)}</Button>
                </div>
              </div>
            </Panel>
          ) : null}
        </div>
        <Section id="what" title={pick(lang, F.what)}>
          <div className="grid gap-5">
            <TextInput {...field("title")} lang="zh-CN" label={pick(lang, F.demandTitle)} hint={pick(lang, F.titleHint)} maxLength={120} value={typed.title} onChange={(event) => change({ title: event.target.value })} />
            <Textarea {...field("problem")} lang="zh-CN" label={pick(lang, F.problem)} hint={pick(lang, F.problemHint)} maxLength={5000} value={typed.problem} onChange={(event) => change({ problem: event.target.value })} />
            <Textarea {...field("targets")} lang="zh-CN" rows={4} label={pick(lang, F.targets)} hint={pick(lang, F.targetsHint)} maxLength={5000} value={typed.targets} onChange={(event) => change({ targets: event.target.value })} />
            <div className="grid gap-5 md:grid-cols-2">
              <Select {...field("field")} label={pick(lang, F.field)} empty={pick(lang, F.choose)} options={TECH_FIELDS.leaves().map((row) => ({ value: row.code, label: pick(lang, row) }))} value={typed.field} onChange={(event) => change({ field: event.target.value })} />
              <DivisionInput id="divisionCode" lang={lang} label={pick(lang, F.division)} hint={pick(lang, F.divisionHint)} error={field("divisionCode").error} code={typed.divisionCode} name={divisionName} onCode={(divisionCode) => change({ divisionCode: divisionCode || given.divisionCode })} />
            </div>
          </div>
        </Section>
        <Section id="terms" title={pick(lang, F.terms)}>
          <div className="grid gap-5 md:grid-cols-2">
            <MoneyInput id="budget" lang={lang} label={pick(lang, F.budget)} optional={optional} defaultUnit="wan" defaultValue={typed.budget} onAmount={(yuan) => change({ budget: yuan ?? "" })} />
            <DateInput {...field("deadlineOn")} label={pick(lang, F.deadline)} hint={pick(lang, F.deadlineHint)} optional={optional} value={typed.deadlineOn} onChange={(event) => change({ deadlineOn: event.target.value })} />
          </div>
        </Section>
        <Section id="contact" title={pick(lang, F.contact)}>
          <div className="grid gap-5 md:grid-cols-2">
            <TextInput {...field("contactName")} label={pick(lang, F.contactName)} hint={pick(lang, F.contactHint)} maxLength={40} value={typed.contactName} onChange={(event) => change({ contactName: event.target.value })} />
            <TextInput {...field("contactPhone")} type="tel" label={pick(lang, F.contactPhone)} hint={pick(lang, F.contactHint)} maxLength={30} value={typed.contactPhone} onChange={(event) => change({ contactPhone: event.target.value })} />
          </div>
        </Section>
        <Attachments lang={lang} subjectType="demand" subjectId={demandId} documents={documents} locked={!may.edit} />
      </form>
      <div className="grid gap-4 xl:sticky xl:top-20">
        <Panel>
          <div className="grid gap-3">
            <p role="status" className="min-h-6 text-sm text-ink-soft">{autosave.message}</p>
            <p className={messages.length === 0 ? "font-medium text-done" : "font-medium text-due"}>{messages.length > 0 ? fillText(pick(lang, F.missing), { count: messages.length }) : pick(lang, state === "PUBLISHED" ? F.complete : F.ready)}</p>
            {may.publish ? (
              <Button
                tone="primary"
                wide
                pending={publishing.pending}
                pendingText={pick(lang, F.publishing)}
                onClick={() => {
                  setShowAll(true);
                  if (messages.length === 0) confirm.ask();
                }}
              >
                {pick(lang, F.publish)}
              </Button>
            ) : null}
            {state === "PUBLISHED" ? <LinkButton wide href={href(lang, `/demands/${demandId}`)}>{pick(lang, F.seePublic)}</LinkButton> : null}
            {may.close && state === "PUBLISHED" ? <CloseDemand lang={lang} demandId={demandId} version={version} flush={autosave.flush} /> : null}
          </div>
        </Panel>
      </div>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={pick(lang, F.confirmTitle)}
        sentence={fillText(pick(lang, F.confirmText), { title: typed.title })}
        action={pick(lang, F.publish)}
        binding={false}
        pending={publishing.pending}
        problems={publishing.problems?.summary ?? []}
        onConfirm={() => void publish()}
      />
    </div>
  );
}

function bodyOf(typed: TypedDemand, { version }: Saved) {
  return { ...typed, version };
}

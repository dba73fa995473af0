"use client";

import { CANCELLATION_GROUNDS } from "@ttx/domain/recognition/client";
import { REFUSAL_REASONS } from "@ttx/domain/reference/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { LinkButton } from "@ttx/ui/link-button";
import { Select } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useEffect, useState, type ReactNode } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { useMutation } from "#client/use-mutation.ts";
import { AnswersFields, sentAnswers, type TypedAnswers } from "./answers-fields.tsx";
import { KeyHint } from "./desk-keys.tsx";
import { A, R } from "./registration-texts.ts";

/** Acts that are filled in already: their button has the focus, so that key and Enter decide. */
const QUICK: ReadonlySet<Act> = new Set<Act>(["accept", "register", "secondRegister", "approveChange"]);

const GROUND_LABELS: Readonly<Record<(typeof CANCELLATION_GROUNDS)[number], Text>> = {
  RESCINDED: { zh: "合同解除", en: "Rescinded" },
  TERMINATED: { zh: "合同终止，未履行", en: "Ended without performance" },
  VOID: { zh: "合同被确认无效", en: "Void" },
  REVOKED_BY_COURT: { zh: "合同被撤销", en: "Revoked by a court" },
};

type May = Readonly<Record<"claim" | "accept" | "askCorrection" | "refuse" | "register" | "sendToSecondReview" | "secondDecide" | "decideChange" | "reDecide" | "cancelOfOwnMotion" | "handOver", boolean>>;

export type FileActsProps = {
  readonly lang: Lang;
  readonly contractId: string;
  readonly version: number;
  readonly may: May;
  readonly mine: boolean;
  /** Who of the office may go on with a file that is in one's own hands. */
  readonly colleagues: readonly { readonly personId: string; readonly name: string }[];
  /** What was filed, or what the first registrar answered. */
  readonly answers: TypedAnswers;
  /** Sentences of what the checks found, ready for a correction. */
  readonly found: readonly string[];
  /** Why registering sends the file to a second review; empty when it does not. */
  readonly secondGrounds: readonly string[];
  readonly registered: boolean;
  readonly nextHref?: string;
};

type Act = "accept" | "correct" | "register" | "refuse" | "second" | "secondRegister" | "secondRefuse" | "approveChange" | "rejectChange" | "uphold" | "amend" | "cancelOwn" | "handOver";
type Outcome = { readonly state?: string; readonly registrationNo?: string | null };

/** What the person at the desk may do with the open file; each button bears its key. */
export function FileActs(props: FileActsProps) {
  const { lang, contractId, may, mine, nextHref } = props;
  const [act, setAct] = useState<Act | null>(null);
  const [receipt, setReceipt] = useState<Outcome | null>(null);
  const router = useRouter();
  const url = `/api/v1/registration/files/${contractId}`;
  const claim = useMutation(`${url}/claim`);
  const release = useMutation(`${url}/release`);
  const say = (text: Text): string => pick(lang, text);
  useFocusIn(receipt !== null, "[data-next]");

  function done(outcome: Outcome) {
    setAct(null);
    if (outcome.state === "ACCEPTED") router.refresh();
    else setReceipt(outcome);
  }
  const form = (kind: Act, path: string, title: Text, body: () => object, children: ActBody, tone: "primary" | "danger" = "primary") => (
    <ActDialog lang={lang} open={act === kind} onClose={() => setAct(null)} url={`${url}/${path}`} title={say(title)} toBody={() => ({ version: props.version, ...body() })} onDone={done} tone={tone} quick={QUICK.has(kind)}>
      {children}
    </ActDialog>
  );
  const button = (kind: Act, text: Text, key: string | null, tone: "primary" | "secondary" | "danger" = "secondary") => (
    <Button size="small" tone={tone} data-key={key ?? undefined} onClick={() => setAct(kind)}>{say(text)}{key ? <KeyHint name={key} /> : null}</Button>
  );

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {may.accept ? button("accept", A.accept, "a", "primary") : null}
        {may.register ? button("register", A.register, "r", "primary") : null}
        {may.secondDecide ? button("secondRegister", A.secondRegister, "r", "primary") : null}
        {may.decideChange ? button("approveChange", A.approveChange, "a", "primary") : null}
        {may.reDecide ? button("uphold", A.uphold, "a", "primary") : null}
        {may.reDecide ? button("amend", A.amend, "r") : null}
        {may.askCorrection ? button("correct", A.correct, "c") : null}
        {may.sendToSecondReview ? button("second", A.second, "s") : null}
        {may.refuse ? button("refuse", A.refuse, "x", "danger") : null}
        {may.secondDecide ? button("secondRefuse", A.secondRefuse, "x", "danger") : null}
        {may.decideChange ? button("rejectChange", A.rejectChange, "x", "danger") : null}
        {may.cancelOfOwnMotion ? button("cancelOwn", A.cancelOwn, null, "danger") : null}
        {may.handOver && props.colleagues.length > 0 ? button("handOver", A.handOver, "t") : null}
        {may.claim && mine ? <Button size="small" tone="plain" data-key="l" pending={release.pending} onClick={() => void release.submit({}).then(() => router.refresh())}>{say(A.release)}<KeyHint name="l" /></Button> : null}
        {may.claim && !mine ? <Button size="small" tone="plain" data-key="l" pending={claim.pending} onClick={() => void claim.submit({}).then(() => router.refresh())}>{say(A.claim)}<KeyHint name="l" /></Button> : null}
        {props.registered ? <LinkButton size="small" tone="plain" href={`/api/v1/registrations/${contractId}/certificate.pdf`}>{say(A.print)}</LinkButton> : null}
      </div>
      <ErrorSummary lang={lang} items={claim.problems?.summary ?? release.problems?.summary ?? []} />

      <Accept {...props} form={form} />
      <Correct {...props} form={form} />
      <Decide {...props} form={form} />
      <Refuse {...props} form={form} />
      <Others {...props} form={form} />

      <Dialog
        lang={lang}
        open={receipt !== null}
        onClose={() => {
          setReceipt(null);
          router.refresh();
        }}
        title={say(receipt?.registrationNo ? A.registered : receipt?.state === "SECOND_REVIEW" ? A.sentOn : A.done)}
        footer={
          <>
            <Button onClick={() => { setReceipt(null); router.refresh(); }}>{say(A.stay)}</Button>
            {nextHref ? <Button tone="primary" data-next onClick={() => { setReceipt(null); router.push(nextHref, { scroll: false }); }}>{say(A.toNext)}</Button> : null}
          </>
        }
      >
        {receipt?.registrationNo ? <p role="status">{say(R.number)}{lang === "zh" ? "：" : ": "}<span className="tabular text-lg font-semibold">{receipt.registrationNo}</span></p> : <p role="status">{say(A.done)}</p>}
      </Dialog>
    </div>
  );
}

type ActBody = (errorOf: (path: string) => string | undefined) => ReactNode;
type FormOf = (kind: Act, path: string, title: Text, body: () => object, children: ActBody, tone?: "primary" | "danger") => ReactNode;
type PartProps = FileActsProps & { readonly form: FormOf };

function Accept({ lang, form }: PartProps) {
  const [disputed, setDisputed] = useState(false);
  return form("accept", "accept", A.accept, () => ({ disputed }), () => (
    <>
      <p>{pick(lang, A.acceptText)}</p>
      <Checkbox id="disputed" label={pick(lang, A.disputed)} checked={disputed} onChange={(event) => setDisputed(event.target.checked)} />
    </>
  ));
}

function Correct({ lang, found, form }: PartProps) {
  const [points, setPoints] = useState<readonly string[]>([""]);
  const [days, setDays] = useState("15");
  const set = (at: number, text: string) => setPoints(points.map((one, i) => (i === at ? text : one)));
  const body = () => ({ points: points.filter((one) => one.trim() !== "").map((wanted) => ({ wanted })), workingDays: Number(days) });
  return form("correct", "correction", A.correct, body, (errorOf) => (
    <>
      <p>{pick(lang, A.correctText)}</p>
      {found.length > 0 ? <div><Button size="small" onClick={() => setPoints([...points.filter((one) => one.trim() !== ""), ...found.filter((one) => !points.includes(one))])}>{fillText(pick(lang, A.addFound), { count: found.length })}</Button></div> : null}
      {points.map((point, at) => (
        <div key={at} className="grid gap-1">
          <Textarea id={`points.${at}.wanted`} label={fillText(pick(lang, A.point), { no: at + 1 })} rows={2} className="min-h-20" maxLength={500} value={point} error={errorOf(`points.${at}.wanted`) ?? (at === 0 ? errorOf("points") : undefined)} onChange={(event) => set(at, event.target.value)} />
          {points.length > 1 ? <div className="text-right"><Button size="small" tone="plain" onClick={() => setPoints(points.filter((_one, i) => i !== at))}>{pick(lang, A.remove)}</Button></div> : null}
        </div>
      ))}
      <div><Button size="small" onClick={() => setPoints([...points, ""])}>{pick(lang, A.addPoint)}</Button></div>
      <TextInput id="workingDays" label={pick(lang, A.workingDays)} unit={pick(lang, A.workingDaysUnit)} inputMode="numeric" className="max-w-24 tabular" value={days} error={errorOf("workingDays")} onChange={(event) => setDays(event.target.value)} />
    </>
  ));
}

function Decide({ lang, answers: filed, secondGrounds, form }: PartProps) {
  const [answers, setAnswers] = useState(filed);
  const body = () => ({ answers: sentAnswers(answers) });
  const questions: ActBody = (errorOf) => (
    <>
      <p className="text-sm text-ink-soft">{pick(lang, A.registerText)}</p>
      <AnswersFields lang={lang} answers={answers} onChange={setAnswers} errorOf={errorOf} />
    </>
  );
  const beforeSecond: ActBody = (errorOf) => (
    <>
      {secondGrounds.length > 0 ? <p className="rounded border border-due-line bg-due-soft p-3">{fillText(pick(lang, R.willSecond), { grounds: secondGrounds.join("、") })}</p> : null}
      {questions(errorOf)}
    </>
  );
  return (
    <>
      {form("register", "register", A.register, body, beforeSecond)}
      {form("secondRegister", "second-register", A.secondRegister, body, questions)}
    </>
  );
}

type Reason = { readonly code: string; readonly fact: string };

function Refuse({ lang, form }: PartProps) {
  const [reasons, setReasons] = useState<readonly Reason[]>([{ code: "RF08", fact: "" }]);
  const set = (at: number, patch: Partial<Reason>) => setReasons(reasons.map((one, i) => (i === at ? { ...one, ...patch } : one)));
  const body = () => ({ reasons });
  const fields: ActBody = (errorOf) => (
    <>
      <p>{pick(lang, A.refuseText)}</p>
      {reasons.map((reason, at) => (
        <fieldset key={at} className="grid gap-3 rounded border border-line p-3">
          <legend className="sr-only">{pick(lang, A.reason)} {at + 1}</legend>
          <Select id={`reasons.${at}.code`} label={pick(lang, A.reason)} options={REFUSAL_REASONS.rows.map((row) => ({ value: row.code, label: `${row.code} ${pick(lang, row)}` }))} value={reason.code} error={errorOf(`reasons.${at}.code`)} onChange={(event) => set(at, { code: event.target.value })} />
          <Textarea id={`reasons.${at}.fact`} label={pick(lang, A.fact)} rows={3} className="min-h-24" maxLength={1000} value={reason.fact} error={errorOf(`reasons.${at}.fact`)} onChange={(event) => set(at, { fact: event.target.value })} />
          {reasons.length > 1 ? <div className="text-right"><Button size="small" tone="plain" onClick={() => setReasons(reasons.filter((_one, i) => i !== at))}>{pick(lang, A.remove)}</Button></div> : null}
        </fieldset>
      ))}
      <div><Button size="small" onClick={() => setReasons([...reasons, { code: "RF01", fact: "" }])}>{pick(lang, A.addReason)}</Button></div>
    </>
  );
  return (
    <>
      {form("refuse", "refuse", A.refuse, body, fields, "danger")}
      {form("secondRefuse", "second-refuse", A.secondRefuse, body, fields, "danger")}
    </>
  );
}

function Others({ lang, answers: filed, colleagues, form }: PartProps) {
  const [answers, setAnswers] = useState(filed);
  const [words, setWords] = useState("");
  const [ground, setGround] = useState<string>(CANCELLATION_GROUNDS[0]);
  const [toPersonId, setToPersonId] = useState(colleagues[0]?.personId ?? "");
  const prose = (id: string, label: Text, errorOf: (path: string) => string | undefined) => (
    <Textarea id={id} label={pick(lang, label)} rows={4} className="min-h-24" maxLength={2000} value={words} error={errorOf(id)} onChange={(event) => setWords(event.target.value)} />
  );
  return (
    <>
      {form("second", "second-review", A.second, () => ({ reason: words }), (errorOf) => <><p>{pick(lang, A.secondText)}</p>{prose("reason", A.why, errorOf)}</>)}
      {form("approveChange", "change-decision", A.approveChange, () => ({ decision: "approve", answers: sentAnswers(answers) }), (errorOf) => <><p>{pick(lang, A.approveText)}</p><AnswersFields lang={lang} answers={answers} onChange={setAnswers} errorOf={errorOf} /></>)}
      {form("rejectChange", "change-decision", A.rejectChange, () => ({ decision: "reject", reason: words }), (errorOf) => prose("reason", A.rejectReason, errorOf), "danger")}
      {form("uphold", "re-decision", A.uphold, () => ({ decision: "uphold", explanation: words }), (errorOf) => prose("explanation", A.explanation, errorOf))}
      {form("amend", "re-decision", A.amend, () => ({ decision: "amend", explanation: words, answers: sentAnswers(answers) }), (errorOf) => <><AnswersFields lang={lang} answers={answers} onChange={setAnswers} errorOf={errorOf} />{prose("explanation", A.explanation, errorOf)}</>)}
      {form("handOver", "hand-over", A.handOver, () => ({ toPersonId }), (errorOf) => (
        <>
          <p>{pick(lang, A.handOverText)}</p>
          <Select id="toPersonId" label={pick(lang, A.colleague)} options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))} value={toPersonId} error={errorOf("toPersonId")} onChange={(event) => setToPersonId(event.target.value)} />
        </>
      ))}
      {form("cancelOwn", "cancel", A.cancelOwn, () => ({ ground, facts: words }), (errorOf) => (
        <>
          <p>{pick(lang, A.cancelText)}</p>
          <Select id="ground" label={pick(lang, A.ground)} options={CANCELLATION_GROUNDS.map((value) => ({ value, label: pick(lang, GROUND_LABELS[value]) }))} value={ground} error={errorOf("ground")} onChange={(event) => setGround(event.target.value)} />
          {prose("facts", A.fact, errorOf)}
        </>
      ), "danger")}
    </>
  );
}

/** Gives the focus, once a dialog is open, to what comes next in it. */
function useFocusIn(open: boolean, wanted: string): void {
  useEffect(() => {
    if (open) document.querySelector<HTMLElement>("dialog[open]")?.querySelector<HTMLElement>(`:is(${wanted})`)?.focus();
  }, [open, wanted]);
}

type ActDialogProps = {
  readonly lang: Lang;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly url: string;
  readonly title: string;
  readonly toBody: () => object;
  readonly onDone: (outcome: Outcome) => void;
  readonly tone: "primary" | "danger";
  readonly quick: boolean;
  readonly children: ActBody;
};

/** One act: what it means, its fields, and the button that says what happens. */
function ActDialog({ lang, open, onClose, url, title, toBody, onDone, tone, quick, children }: ActDialogProps) {
  useFocusIn(open, quick ? "[type=submit]" : "textarea, select, input:not([type=hidden])");
  return (
    <Dialog lang={lang} open={open} onClose={onClose} title={title} width="wide">
      <MutationForm<Outcome> url={url} toBody={toBody} onDone={onDone} className="grid gap-4">
        {({ pending, errorOf }) => (
          <>
            {children(errorOf)}
            <div className="flex justify-end"><Button type="submit" tone={tone} pending={pending}>{title}</Button></div>
          </>
        )}
      </MutationForm>
    </Dialog>
  );
}

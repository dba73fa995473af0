"use client";

import { CONTRACT_TEXTS, draftProblems, type ContractDraft } from "@ttx/domain/contract/client";
import { creditCodeProblem } from "@ttx/domain/identity/client";
import { ATTACHMENTS, CODE_TABLE_NAMES, codesOf, type CodeTableName } from "@ttx/domain/reference/client";
import { day } from "@ttx/domain/shared/clock";
import { fillText, SHARED_TEXTS, type Texts } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { ErrorSummary, type SummaryItem } from "@ttx/ui/error-summary";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useMemo, useRef, useState } from "react";
import { useAutosave } from "#client/use-autosave.ts";
import { useMutation } from "#client/use-mutation.ts";
import { AutosaveLine } from "#components/autosave-line.tsx";
import { href } from "#lang/href.ts";
import { FormAmounts } from "./form-amounts.tsx";
import { FormBasics } from "./form-basics.tsx";
import { FormMaterials } from "./form-materials.tsx";
import { FormParties } from "./form-parties.tsx";
import { FormPayment } from "./form-payment.tsx";
import { FormFiling, FormStatistics, FormText } from "./form-rest.tsx";
import { FormRights } from "./form-rights.tsx";
import type { FormTools } from "./form-tools.ts";
import { draftOfTyped, sentForm, type TypedForm } from "./typed-form.ts";

const T = {
  ready: { zh: "各项已填写齐全，可以提交。", en: "Everything is there; it can be filed." },
  missing: { zh: "还有 {count} 处需要填写或更正", en: "{count} points to complete or correct" },
  show: { zh: "逐项查看", en: "Show them" },
  submit: { zh: "提交登记申请", en: "File for registration" },
  submitAgain: { zh: "提交补正", en: "Send the supplement" },
  submitting: { zh: "正在提交…", en: "Filing…" },
  declare: { zh: "本单位承诺：所填内容和所附材料真实、完整、合法，合同未在其他登记机构申请登记，愿承担相应法律责任。", en: "We declare that the form and the documents are true, complete and lawful, that the contract lies at no other office, and answer for it." },
  declareFirst: { zh: "请先作出承诺。", en: "Give the declaration first." },
  confirmTitle: { zh: "提交登记申请", en: "File for registration" },
  confirmText: { zh: "将“{name}”提交给贵单位所在地的登记机构。提交后不能修改，受理前可以撤回。", en: "“{name}” goes to the office of your place. It cannot be edited afterwards; until it is accepted it can be withdrawn." },
  conflict: { zh: "这份登记表已在别处被修改。请刷新查看最新内容；您刚才的填写仍保存在本机。", en: "This form was changed elsewhere. Reload to see it; what you typed is kept on this device." },
  reload: { zh: "刷新", en: "Reload" },
  restored: { zh: "本机上有一份没有保存到服务器的填写。", en: "There is a version on this device that the server never got." },
  restore: { zh: "恢复", en: "Restore" },
  discard: { zh: "放弃", en: "Discard" },
} as const satisfies Record<string, Text>;

/** The same questions of the code tables as the server asks. */
const CODES = {
  has: (table: string, code: string): boolean => isTable(table) && codesOf(table).has(code),
  isLeaf: (table: string, code: string): boolean => isTable(table) && codesOf(table).isLeaf(code),
};
const TEXTS: Texts = { ...SHARED_TEXTS, ...CONTRACT_TEXTS };
const NO_ITEMS: readonly SummaryItem[] = [];

function isTable(name: string): name is CodeTableName {
  return (CODE_TABLE_NAMES as readonly string[]).includes(name);
}

type Saved = { readonly version: number };

export type ContractFormProps = {
  readonly lang: Lang;
  readonly contractId: string;
  readonly version: number;
  readonly draft: ContractDraft;
  readonly typed: TypedForm;
  /** The domain clock's day. */
  readonly today: string;
  /** Returned for correction: what was asked for stands above. */
  readonly correcting: boolean;
};

/** The registration form as the seller fills it in: saved and checked as one types, filed when all is there. */
export function ContractForm({ lang, contractId, version, draft: given, typed, today, correcting }: ContractFormProps) {
  const [form, setForm] = useState(typed);
  const latest = useRef(typed);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const [round, setRound] = useState(0);
  const [declared, setDeclared] = useState(false);
  const [undeclared, setUndeclared] = useState(false);
  const url = `/api/v1/contracts/${contractId}`;
  const autosave = useAutosave<TypedForm, Saved>(`contract.${contractId}`, url, { method: "PATCH", bodyOf: (now, answered) => ({ ...sentForm(now), version: answered.version }), first: { version } });
  const filing = useMutation<unknown>(`${url}/submit`);
  const confirm = useConfirm();

  const draft = useMemo(() => draftOfTyped(form, given), [form, given]);
  const messages = useMemo(() => {
    const problems = draftProblems(draft, { today: day(today), codes: CODES, creditCodeIsRight: (code) => creditCodeProblem(code) === undefined });
    return problems.map(({ path, code, details }) => ({ fieldId: path, message: messageOf(lang, code, details) }));
  }, [draft, today, lang]);

  const change: FormTools["change"] = (patch) => {
    latest.current = { ...latest.current, ...(typeof patch === "function" ? patch(latest.current) : patch) };
    setForm(latest.current);
    autosave.save(latest.current);
  };

  function restore(kept: TypedForm) {
    latest.current = kept;
    setForm(kept);
    setRound(round + 1);
    autosave.save(kept);
  }

  /** The parts that keep what was typed for themselves begin anew with what was taken over. */
  const adopt: FormTools["change"] = (patch) => {
    change(patch);
    setRound((before) => before + 1);
  };

  function askToFile() {
    setShowAll(true);
    setUndeclared(!declared);
    if (messages.length > 0) return document.getElementById("problems")?.scrollIntoView({ block: "start" });
    if (declared) confirm.ask();
  }

  async function file() {
    const saved = await autosave.flush();
    if (saved === null) return confirm.close();
    const outcome = await filing.submit({ truthDeclared: true, version: saved.version });
    if (!outcome.ok) return;
    autosave.forget();
    window.location.assign(href(lang, `/desk/contracts/${contractId}`));
  }

  const tools: FormTools = {
    lang, form, change,
    errorOf: (path) => (showAll || left.has(path) ? messages.find(({ fieldId }) => fieldId === path)?.message : undefined),
    leave: (path) => (left.has(path) ? undefined : setLeft(new Set([...left, path]))),
  };
  const ready = messages.length === 0;
  const action = pick(lang, correcting ? T.submitAgain : T.submit);
  return (
    <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <form noValidate onSubmit={(event) => event.preventDefault()} className="grid max-w-4xl min-w-0 gap-12">
        <div id="problems" className="grid gap-4 empty:hidden">
          {showAll ? <ErrorSummary lang={lang} items={messages} /> : null}
          {autosave.problems ? <SaveProblem lang={lang} code={autosave.problems.code} items={autosave.problems.summary} /> : null}
          {autosave.restored && autosave.state === "untouched" ? <Restored lang={lang} onRestore={() => autosave.restored && restore(autosave.restored)} onDiscard={autosave.forget} /> : null}
        </div>
        <FormBasics key={`basics${round}`} {...tools} />
        <FormParties key={`parties${round}`} {...tools} />
        <FormAmounts key={`amounts${round}`} {...tools} draft={draft} />
        <FormPayment key={`payment${round}`} {...tools} draft={draft} />
        <FormRights key={`rights${round}`} {...tools} />
        <FormStatistics key={`statistics${round}`} {...tools} />
        <FormText {...tools} signedHere={given.dealId !== null && given.text !== ""} contractId={contractId} flush={autosave.flush} adopt={adopt} />
        <FormMaterials {...tools} draft={draft} />
        <FormFiling {...tools} />
      </form>
      <div className="grid gap-4 xl:sticky xl:top-20">
        <Panel>
          <div className="grid gap-3">
            <AutosaveLine message={autosave.message} />
            <p className={ready ? "font-medium text-done" : "font-medium text-due"}>{ready ? pick(lang, T.ready) : fillText(pick(lang, T.missing), { count: messages.length })}</p>
            {ready || showAll ? null : <div><Button size="small" onClick={() => setShowAll(true)}>{pick(lang, T.show)}</Button></div>}
            <Checkbox
              id="truthDeclared"
              label={<span className="text-sm">{pick(lang, T.declare)}</span>}
              checked={declared}
              onChange={(event) => {
                setDeclared(event.target.checked);
                setUndeclared(false);
              }}
              error={undeclared ? pick(lang, T.declareFirst) : undefined}
            />
            <Button tone="primary" wide onClick={askToFile} pending={filing.pending} pendingText={pick(lang, T.submitting)}>{action}</Button>
          </div>
        </Panel>
      </div>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={pick(lang, T.confirmTitle)}
        sentence={fillText(pick(lang, T.confirmText), { name: form.projectName })}
        amount={draft.turnoverFen ?? undefined}
        action={action}
        binding={false}
        pending={filing.pending}
        problems={filing.problems?.summary ?? NO_ITEMS}
        onConfirm={() => void file()}
      />
    </div>
  );
}

/** The sentence of a problem; a missing document is named as the checklist names it. */
export function messageOf(lang: Lang, code: string, details: Readonly<Record<string, unknown>> = {}): string {
  const material = code === "ATTACHMENT_MISSING" ? ATTACHMENTS.get(String(details["code"])) : undefined;
  return fillText(TEXTS[code]?.[lang] ?? code, material ? { code: `${material.code} ${pick(lang, material)}` } : details);
}

function SaveProblem({ lang, code, items }: { readonly lang: Lang; readonly code: string; readonly items: readonly SummaryItem[] }) {
  if (code !== "CHANGED_MEANWHILE") return <ErrorSummary lang={lang} items={items} />;
  return (
    <Panel tone="due">
      <p className="mb-3">{pick(lang, T.conflict)}</p>
      <Button size="small" onClick={() => window.location.reload()}>{pick(lang, T.reload)}</Button>
    </Panel>
  );
}

function Restored({ lang, onRestore, onDiscard }: { readonly lang: Lang; readonly onRestore: () => void; readonly onDiscard: () => void }) {
  return (
    <Panel tone="brand">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{pick(lang, T.restored)}</p>
        <div className="flex gap-2">
          <Button size="small" onClick={onRestore}>{pick(lang, T.restore)}</Button>
          <Button size="small" tone="plain" onClick={onDiscard}>{pick(lang, T.discard)}</Button>
        </div>
      </div>
    </Panel>
  );
}

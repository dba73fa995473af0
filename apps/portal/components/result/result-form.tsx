"use client";

import { IP_KINDS, PROGRAMME_SOURCES, TECH_FIELDS } from "@ttx/domain/reference/client";
import { checkResult, normaliseIpNumber, RESULT_TEXTS, type ResultCodes, type ResultDraft, type ResultState } from "@ttx/domain/result/client";
import { day } from "@ttx/domain/shared/clock";
import { fillText, SHARED_TEXTS, type Texts } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { ErrorSummary, type SummaryItem } from "@ttx/ui/error-summary";
import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { useMemo, useState } from "react";
import { useAutosave } from "#client/use-autosave.ts";
import { useMutation } from "#client/use-mutation.ts";
import { AutosaveLine } from "#components/autosave-line.tsx";
import { Attachments, type Attachment } from "#components/document/attachments.tsx";
import { href } from "#lang/href.ts";
import { ResultBasics, ResultContact, ResultMaturity, ResultTrade } from "./result-form-basics.tsx";
import { ResultCompleters } from "./result-form-completers.tsx";
import { ResultRights } from "./result-form-rights.tsx";
import { F } from "./result-form-texts.ts";
import type { FormTools } from "./result-form-tools.ts";
import { SimilarResults } from "./similar-results.tsx";
import { WithdrawResult } from "./withdraw-result.tsx";

export type ResultFormProps = {
  readonly lang: Lang;
  readonly resultId: string;
  readonly state: ResultState;
  readonly version: number;
  readonly versionNo: number;
  readonly draft: ResultDraft;
  readonly divisionName: string;
  readonly documents: readonly Attachment[];
  /** The domain clock's day. */
  readonly today: string;
  readonly hasUnpublishedChanges: boolean;
  readonly may: { readonly edit: boolean; readonly publish: boolean; readonly withdraw: boolean; readonly offer: boolean };
};

/** The same questions as the server asks; of a division only its form, which the list it is chosen from already guarantees. */
const CODES: ResultCodes = {
  isField: (code) => TECH_FIELDS.isLeaf(code),
  isIpKind: (code) => IP_KINDS.isLeaf(code),
  isProgramme: (code) => PROGRAMME_SOURCES.has(code),
  isDivision: (code) => /^\d{6}$/.test(code),
};
const TEXTS: Texts = { ...SHARED_TEXTS, ...RESULT_TEXTS };
const NO_ITEMS: readonly SummaryItem[] = [];

type Saved = { readonly version: number };

/** A result as its owner writes it: saved as one types, checked as one types, published when all is there. */
export function ResultForm({ lang, resultId, state, version, versionNo, draft: given, divisionName, documents, today, hasUnpublishedChanges, may }: ResultFormProps) {
  const [draft, setDraft] = useState(given);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const [round, setRound] = useState(0);
  const [changed, setChanged] = useState(hasUnpublishedChanges);
  const url = `/api/v1/results/${resultId}`;
  const autosave = useAutosave<ResultDraft, Saved>(`result.${resultId}`, `${url}/draft`, { method: "PATCH", bodyOf, first: { version } });
  const publishing = useMutation<Saved>(`${url}/publish`);
  const confirm = useConfirm();

  const messages = useMemo(() => {
    const { problems } = checkResult(draft, day(today), CODES);
    return problems.map(({ path, code, details }) => ({ fieldId: path, message: fillText(TEXTS[code]?.[lang] ?? code, details ?? {}) }));
  }, [draft, today, lang]);

  function change(patch: Partial<ResultDraft>) {
    const next = { ...draft, ...patch };
    setDraft(next);
    setChanged(true);
    autosave.save(next);
  }

  function restore(restored: ResultDraft) {
    setDraft(restored);
    setRound(round + 1);
    setChanged(true);
    autosave.save(restored);
  }

  async function publish() {
    const saved = await autosave.flush();
    if (saved === null) return confirm.close();
    const outcome = await publishing.submit({ version: saved.version });
    if (!outcome.ok) return;
    autosave.forget();
    window.location.assign(href(lang, `/desk/results/${resultId}`));
  }

  function askToPublish() {
    setShowAll(true);
    if (messages.length === 0) confirm.ask();
    else document.getElementById("problems")?.scrollIntoView({ block: "start" });
  }

  const locked = !may.edit;
  const tools: FormTools = {
    lang, draft, change, locked,
    errorOf: (path) => (showAll || left.has(path) ? messages.find(({ fieldId }) => fieldId === path)?.message : undefined),
    leave: (path) => (left.has(path) ? undefined : setLeft(new Set([...left, path]))),
  };
  const neverPublished = versionNo === 0;
  const upToDate = state === "PUBLISHED" && !changed;
  const standing = upToDate ? fillText(pick(lang, F.upToDate), { no: versionNo }) : messages.length === 0 ? pick(lang, F.ready) : fillText(pick(lang, F.missing), { count: messages.length });
  return (
    <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <form noValidate onSubmit={(event) => event.preventDefault()} className="grid max-w-4xl min-w-0 gap-10" key={round}>
        <div id="problems" className="grid gap-4 empty:hidden">
          {showAll ? <ErrorSummary lang={lang} items={messages} /> : null}
          {autosave.problems ? <SaveProblem lang={lang} code={autosave.problems.code} items={autosave.problems.summary} /> : null}
          {autosave.restored && autosave.state === "untouched" ? <Restored lang={lang} onRestore={() => autosave.restored && restore(autosave.restored)} onDiscard={autosave.forget} /> : null}
          {locked ? <p className="text-due">{pick(lang, F.readonly)}</p> : null}
        </div>
        <ResultBasics {...tools} divisionName={divisionName} />
        <ResultMaturity {...tools} />
        <ResultTrade {...tools} />
        <ResultCompleters {...tools} />
        <ResultRights {...tools} />
        <ResultContact {...tools} />
        <Attachments lang={lang} subjectType="result" subjectId={resultId} documents={documents} locked={locked} />
      </form>
      <div className="grid gap-4 xl:sticky xl:top-20">
        <Panel>
          <div className="grid gap-3">
            <AutosaveLine message={autosave.message} />
            <p className={messages.length === 0 ? "font-medium text-done" : "font-medium text-due"}>{standing}</p>
            {state === "PUBLISHED" && changed ? <p className="text-sm text-ink-soft">{fillText(pick(lang, F.unpublishedChanges), { no: versionNo })}</p> : null}
            {may.publish ? (
              <Button tone="primary" wide onClick={askToPublish} disabled={upToDate} pending={publishing.pending} pendingText={pick(lang, F.publishing)}>
                {pick(lang, neverPublished ? F.publish : F.publishAgain)}
              </Button>
            ) : null}
            {state === "PUBLISHED" ? <LinkButton wide href={href(lang, `/results/${resultId}`)}>{pick(lang, F.seePublic)}</LinkButton> : null}
            {may.offer ? <LinkButton wide href={href(lang, "/desk/listings/new", { result: resultId })}>{pick(lang, F.offer)}</LinkButton> : null}
            {may.withdraw && !neverPublished ? <WithdrawResult lang={lang} resultId={resultId} version={version} flush={autosave.flush} /> : null}
          </div>
        </Panel>
        {locked ? null : <SimilarResults lang={lang} resultId={resultId} title={draft.title} summary={draft.summary} numbers={draft.rights.map(({ kind, number }) => normaliseIpNumber(kind, number))} />}
      </div>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={pick(lang, F.confirmTitle)}
        sentence={fillText(pick(lang, F.confirmText), { title: draft.title })}
        action={pick(lang, neverPublished ? F.publish : F.publishAgain)}
        binding={false}
        pending={publishing.pending}
        problems={publishing.problems?.summary ?? NO_ITEMS}
        onConfirm={() => void publish()}
      />
    </div>
  );
}

/** What is sent to save: the draft but for the secrecy record, which was settled when it was begun, and the version it changes. */
function bodyOf({ secrecyOfficer: _settled, ...typed }: ResultDraft, { version }: Saved) {
  return { ...typed, version };
}

function SaveProblem({ lang, code, items }: { readonly lang: Lang; readonly code: string; readonly items: readonly SummaryItem[] }) {
  if (code !== "CHANGED_MEANWHILE") return <ErrorSummary lang={lang} items={items} />;
  return (
    <Panel tone="due">
      <p className="mb-3">{pick(lang, F.conflict)}</p>
      <Button size="small" onClick={() => window.location.reload()}>{pick(lang, F.reload)}</Button>
    </Panel>
  );
}

function Restored({ lang, onRestore, onDiscard }: { readonly lang: Lang; readonly onRestore: () => void; readonly onDiscard: () => void }) {
  return (
    <Panel tone="brand">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{pick(lang, F.restored)}</p>
        <div className="flex gap-2">
          <Button size="small" onClick={onRestore}>{pick(lang, F.restore)}</Button>
          <Button size="small" tone="plain" onClick={onDiscard}>{pick(lang, F.discard)}</Button>
        </div>
      </div>
    </Panel>
  );
}

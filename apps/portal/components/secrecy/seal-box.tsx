"use client";

import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { S } from "./secrecy-texts.ts";

type Sealed = { readonly title: string; readonly text: string; readonly rights: readonly { readonly title: string; readonly number: string | null }[] };

/** What lies under seal, for as long as the officer looks at it; nothing of it is kept by the page. */
export function SealBox({ lang, caseId }: { readonly lang: Lang; readonly caseId: string }) {
  const { submit, problems, pending } = useMutation<Sealed>(`/api/v1/secrecy-reports/${caseId}/seal-openings`);
  const [sealed, setSealed] = useState<Sealed>();

  async function open() {
    const outcome = await submit({});
    if (outcome.ok) setSealed(outcome.value);
  }

  return (
    <div className="grid justify-items-start gap-4">
      <ErrorSummary lang={lang} items={problems?.summary ?? []} />
      <p className="text-sm text-ink-soft">{pick(lang, S.sealHint)}</p>
      <Button size="small" aria-expanded={sealed !== undefined} pending={pending} onClick={() => (sealed === undefined ? void open() : setSealed(undefined))}>{pick(lang, sealed === undefined ? S.openSeal : S.hide)}</Button>
      {sealed === undefined ? null : (
        <div lang="zh-CN" data-print="no" className="grid w-full gap-3 border-l-2 border-due-line pl-4">
          <p className="font-medium">{sealed.title}</p>
          <p className="prose-column whitespace-pre-line">{sealed.text}</p>
          {sealed.rights.length > 0 ? <ul className="list-disc pl-5">{sealed.rights.map(({ title, number }) => <li key={`${title}${number ?? ""}`}>{title}{number === null ? null : <span className="tabular ml-2 text-ink-soft">{number}</span>}</li>)}</ul> : null}
        </div>
      )}
    </div>
  );
}

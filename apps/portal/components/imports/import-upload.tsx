"use client";

import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { ErrorSummary, type SummaryItem } from "@ttx/ui/error-summary";
import { FileDrop } from "@ttx/ui/file-drop";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";
import { I } from "./import-texts.ts";

const LIMIT_BYTES = 20 * 1024 * 1024;
const NONE: readonly SummaryItem[] = [];

/** The table goes to the server as a file first; handing it in is a second, small act. */
export function ImportUpload({ lang, url }: { readonly lang: Lang; readonly url: string }) {
  const [documentId, setDocumentId] = useState<string>();
  const [publish, setPublish] = useState(false);
  const [asked, setAsked] = useState(false);
  const { submit, problems, pending } = useMutation<{ readonly importId: string }>(url);

  async function handIn() {
    setAsked(true);
    if (documentId === undefined) return;
    const outcome = await submit({ documentId, publish });
    if (outcome.ok) window.location.assign(href(lang, `/desk/imports/${outcome.value.importId}`));
  }

  const missing = asked && documentId === undefined ? pick(lang, I.choose) : undefined;
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className="grid max-w-2xl gap-4">
      <ErrorSummary lang={lang} items={problems?.summary ?? NONE} />
      <FileDrop id="table" lang={lang} label={pick(lang, I.file)} hint={pick(lang, I.fileHint)} error={missing} accept=".xlsx,.csv" maxBytes={LIMIT_BYTES} url="/api/v1/documents" onChange={(ids) => setDocumentId(ids[0])} />
      <Checkbox id="publish" label={pick(lang, I.publish)} hint={pick(lang, I.publishHint)} checked={publish} onChange={(event) => setPublish(event.target.checked)} />
      <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, I.submitting)} onClick={() => void handIn()}>{pick(lang, I.submit)}</Button></div>
    </form>
  );
}

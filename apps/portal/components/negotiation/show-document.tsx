"use client";

import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { FileDrop } from "@ttx/ui/file-drop";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { R } from "./room-texts.ts";

type Viewer = { readonly organisationId: string; readonly name: string };

const LIMIT_BYTES = 20 * 1024 * 1024;

/** Uploads a file and shows it to those that are ticked. */
export function ShowDocument({ lang, roomId, others }: { readonly lang: Lang; readonly roomId: string; readonly others: readonly Viewer[] }) {
  const router = useRouter();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [viewers, setViewers] = useState<ReadonlySet<string>>(new Set(others.map(({ organisationId }) => organisationId)));
  const [round, setRound] = useState(0);
  const { submit, problems, pending } = useMutation(`/api/v1/negotiations/${roomId}/documents`);

  function toggle(id: string) {
    const next = new Set(viewers);
    if (!next.delete(id)) next.add(id);
    setViewers(next);
  }

  async function show() {
    const outcome = await submit({ documentId: ids[0], viewers: [...viewers] });
    if (!outcome.ok) return;
    setIds([]);
    setRound(round + 1);
    router.refresh();
  }

  return (
    <div className="grid gap-4 rounded border border-line p-4">
      <ErrorSummary lang={lang} items={problems?.summary ?? []} reference={problems?.requestId} />
      <FileDrop key={round} id="documentId" lang={lang} label={pick(lang, R.show)} hint={pick(lang, R.showHint)} accept=".pdf,.png,.jpg,.jpeg" maxBytes={LIMIT_BYTES} url="/api/v1/documents?audience=OWNER" onChange={setIds} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-sm font-medium">{pick(lang, R.viewers)}</legend>
        {others.map(({ organisationId, name }) => <Checkbox key={organisationId} id={`viewer-${organisationId}`} label={name} checked={viewers.has(organisationId)} onChange={() => toggle(organisationId)} />)}
      </fieldset>
      <div><Button disabled={ids.length === 0} pending={pending} onClick={() => void show()}>{pick(lang, R.show)}</Button></div>
    </div>
  );
}

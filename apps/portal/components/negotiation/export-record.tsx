"use client";

import { Button } from "@ttx/ui/button";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { readProblem } from "#client/problem.ts";
import { R } from "./room-texts.ts";

/** Fetches the record as PDF and saves it. That it was exported is itself on record. */
export function ExportRecord({ lang, roomId, no }: { readonly lang: Lang; readonly roomId: string; readonly no: string }) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    setPending(true);
    const answer = await fetch(`/api/v1/negotiations/${roomId}/record`, { method: "POST", credentials: "same-origin", headers: { "accept-language": lang, "content-type": "application/json" }, body: "{}" }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return setProblem(readProblem(answer?.status ?? 0, await answer?.json().catch(() => null), lang).title);
    setProblem(null);
    const address = URL.createObjectURL(await answer.blob());
    const link = Object.assign(document.createElement("a"), { href: address, download: `洽谈记录-${no}.pdf` });
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <>
      <Button size="small" pending={pending} pendingText={pick(lang, R.exporting)} onClick={() => void save()}>{pick(lang, R.exportRecord)}</Button>
      {problem ? <p role="alert" className="text-sm text-live">{problem}</p> : null}
    </>
  );
}

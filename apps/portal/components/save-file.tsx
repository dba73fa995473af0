"use client";

import { Button } from "@ttx/ui/button";
import type { Lang } from "@ttx/ui/text";
import { useState } from "react";
import { readProblem } from "#client/problem.ts";

type Props = { readonly lang: Lang; readonly url: string; readonly name: string; readonly label: string; readonly pendingText: string };

/** Has a file made for this reader and saves it. That it was made is itself on record. */
export function SaveFile({ lang, url, name, label, pendingText }: Props) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    setPending(true);
    const answer = await fetch(url, { method: "POST", credentials: "same-origin", headers: { "accept-language": lang, "content-type": "application/json" }, body: "{}" }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return setProblem(readProblem(answer?.status ?? 0, await answer?.json().catch(() => null), lang).title);
    setProblem(null);
    const address = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    URL.revokeObjectURL(address);
  }

  return (
    <>
      <Button size="small" pending={pending} pendingText={pendingText} onClick={() => void save()}>{label}</Button>
      {problem ? <p role="alert" className="text-sm text-live">{problem}</p> : null}
    </>
  );
}

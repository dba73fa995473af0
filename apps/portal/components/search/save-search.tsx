"use client";

import { Button } from "@ttx/ui/button";
import { BellIcon } from "@ttx/ui/icons/bell";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";

const W = {
  save: { zh: "保存检索并提醒", en: "Save and alert me" },
  saved: { zh: "已保存，有新内容时每天早上提醒您", en: "Saved: each morning you hear of what is new" },
  saving: { zh: "正在保存…", en: "Saving…" },
} as const satisfies Record<string, Text>;

/** Keeps the search as it stands; whoever is not signed in is told to sign in first. */
export function SaveSearch({ lang, criteria }: { readonly lang: Lang; readonly criteria: Readonly<Record<string, string>> }) {
  const { submit, problems, pending } = useMutation("/api/v1/saved-searches");
  const [isSaved, setSaved] = useState(false);

  async function save() {
    const outcome = await submit(Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== "")));
    if (outcome.ok) setSaved(true);
  }

  if (isSaved) return <p role="status" className="text-sm text-done">{pick(lang, W.saved)}</p>;
  return (
    <span className="inline-grid gap-1">
      <Button size="small" icon={<BellIcon size={16} />} pending={pending} pendingText={pick(lang, W.saving)} onClick={() => void save()}>{pick(lang, W.save)}</Button>
      {problems ? <span role="alert" className="text-sm text-live">{problems.title}</span> : null}
    </span>
  );
}

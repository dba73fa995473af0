"use client";

import { Combobox } from "@ttx/ui/combobox";
import type { Option } from "@ttx/ui/select";
import type { Lang } from "@ttx/ui/text";
import { useCallback } from "react";

type Props = { readonly id: string; readonly lang: Lang; readonly label: string; readonly hint?: string; readonly error?: string };

/** An organisation that has technology managers, found by part of its name; sends its id. */
export function AgencyInput({ id, lang, label, hint, error }: Props) {
  const search = useCallback(async (words: string, signal: AbortSignal): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return [];
    const answer = await fetch(`/api/v1/agencies?text=${encodeURIComponent(words.trim())}`, { signal, credentials: "same-origin", headers: { accept: "application/json" } });
    const body = (await answer.json()) as { readonly items?: readonly { readonly id: string; readonly name: string }[] };
    return answer.ok ? (body.items ?? []).map(({ id: value, name }) => ({ value, label: name })) : [];
  }, []);
  return <Combobox id={id} lang={lang} label={label} hint={hint} error={error} search={search} />;
}

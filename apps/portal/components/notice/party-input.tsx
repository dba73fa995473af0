"use client";

import { Combobox } from "@ttx/ui/combobox";
import type { Option } from "@ttx/ui/select";
import type { Lang } from "@ttx/ui/text";
import { useCallback } from "react";

export type PartyInputProps = {
  readonly id: string;
  readonly lang: Lang;
  readonly as: "BUYER" | "VENUE";
  readonly label: string;
  readonly hint?: string;
  readonly optional?: string;
  readonly error?: string;
  readonly chosen?: Option;
};

/** A verified organisation, found by part of its name; sends its id. */
export function PartyInput({ id, lang, as, label, hint, optional, error, chosen }: PartyInputProps) {
  const search = useCallback(
    async (words: string, signal: AbortSignal): Promise<readonly Option[]> => {
      if (words.trim().length < 2) return [];
      const answer = await fetch(`/api/v1/parties?as=${as}&text=${encodeURIComponent(words.trim())}`, { signal, credentials: "same-origin", headers: { accept: "application/json" } });
      const body: unknown = await answer.json();
      return answer.ok ? readParties(body) : [];
    },
    [as],
  );
  return <Combobox id={id} lang={lang} label={label} hint={hint} optional={optional} error={error} search={search} defaultOption={chosen} />;
}

function readParties(body: unknown): readonly Option[] {
  const items = typeof body === "object" && body !== null && "items" in body && Array.isArray(body.items) ? (body.items as readonly unknown[]) : [];
  return items.flatMap((item) =>
    typeof item === "object" && item !== null && "id" in item && "name" in item && typeof item.id === "string" && typeof item.name === "string" ? [{ value: item.id, label: item.name }] : [],
  );
}

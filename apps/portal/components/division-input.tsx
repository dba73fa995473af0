"use client";

import { Combobox } from "@ttx/ui/combobox";
import type { Option } from "@ttx/ui/select";
import type { Lang } from "@ttx/ui/text";
import { useCallback, type ReactNode } from "react";

export type DivisionInputProps = {
  readonly id: string;
  readonly lang: Lang;
  readonly label: string;
  readonly hint?: string;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly code: string;
  /** The full name of the division that is already chosen. */
  readonly name: string;
  readonly onCode: (code: string) => void;
};

/** A county, city or province, found by part of its name. */
export function DivisionInput({ id, lang, label, hint, help, error, code, name, onCode }: DivisionInputProps) {
  const search = useCallback(async (words: string, signal: AbortSignal): Promise<readonly Option[]> => {
    const answer = await fetch(`/api/v1/divisions?text=${encodeURIComponent(words)}`, { signal, headers: { accept: "application/json" } });
    const body: unknown = await answer.json();
    return answer.ok ? readDivisions(body) : [];
  }, []);
  return <Combobox id={id} lang={lang} label={label} hint={hint} help={help} error={error} search={search} defaultOption={code === "" ? undefined : { value: code, label: name }} onSelect={(option) => onCode(option?.value ?? "")} />;
}

function readDivisions(body: unknown): readonly Option[] {
  const items = typeof body === "object" && body !== null && "items" in body && Array.isArray(body.items) ? (body.items as readonly unknown[]) : [];
  return items.flatMap((item) =>
    typeof item === "object" && item !== null && "code" in item && "name" in item && typeof item.code === "string" && typeof item.name === "string" ? [{ value: item.code, label: item.name }] : [],
  );
}

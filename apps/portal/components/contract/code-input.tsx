"use client";

import { codesOf, type CodeTableName } from "@ttx/domain/reference/client";
import { Combobox } from "@ttx/ui/combobox";
import type { Option } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";
import { useMemo, type ReactNode } from "react";

type Props = {
  readonly id: string;
  readonly lang: Lang;
  readonly table: CodeTableName;
  readonly label: string;
  readonly hint?: string;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
};

/** A code of a table, found by part of its name or by the code itself; ended codes are not offered. */
export function CodeInput({ id, lang, table, label, hint, help, error, code, onCode }: Props) {
  const options = useMemo(() => codeOptions(table, lang), [table, lang]);
  const chosen = options.find(({ value }) => value === code);
  return <Combobox id={id} lang={lang} label={label} hint={hint} help={help} error={error} options={options} defaultOption={chosen} onSelect={(option) => onCode(option?.value ?? "")} />;
}

/** The leaves of a table, each with what stands above it. */
export function codeOptions(table: CodeTableName, lang: Lang): Option[] {
  const codes = codesOf(table);
  return codes.leaves().filter(({ historic }) => !historic).map((row) => {
    const above = codes.parent(row.code);
    return { value: row.code, label: above ? `${pick(lang, above)} › ${pick(lang, row)}` : pick(lang, row) };
  });
}

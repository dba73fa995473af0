import { problemFor } from "@ttx/api";
import { CONTRACT_TYPES } from "@ttx/domain/reference";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { DomainError } from "@ttx/domain/shared/errors";
import { read } from "@ttx/domain/shared/execute";
import type { Query } from "@ttx/domain/shared/use-case";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { Select, type Option } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import type { ReactNode } from "react";
import { href } from "#lang/href.ts";
import { deps } from "#runtime/deps.ts";
import { X } from "./tax-texts.ts";

export type TaxKind = "vat" | "income" | "reward" | "stamp";
/** What stands in the address. */
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Answer<Output> = { readonly result: Output | null; readonly errorOf: (path: string) => string | undefined };

/** Asks a calculator what was typed into its form; before anything was typed it is not asked. */
export async function answerTo<Input, Output>(query: Query<Input, Output>, given: Given, lang: Lang): Promise<Answer<Output>> {
  if (given["asked"] === undefined) return { result: null, errorOf: () => undefined };
  try {
    return { result: await read(deps(), query, ANONYMOUS, given), errorOf: () => undefined };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { errors = [] } = problemFor(error, lang);
    return { result: null, errorOf: (path) => errors.find((one) => one.path === path)?.message };
  }
}

export function one(given: Given, name: string, otherwise = ""): string {
  const value = given[name];
  return typeof value === "string" ? value : (value?.[0] ?? (given["asked"] === undefined ? otherwise : ""));
}

export function many(given: Given, name: string): readonly string[] {
  const value = given[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** A form of an address: it works without a script, and its result can be sent to somebody. */
export function TaxForm({ lang, kind, more, children }: { readonly lang: Lang; readonly kind: TaxKind; readonly more?: ReactNode; readonly children: ReactNode }) {
  return (
    <form action={href(lang, "/tax")} className="grid content-start gap-5">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="asked" value="1" />
      {children}
      <div className="flex flex-wrap gap-3"><Button type="submit" tone="primary">{pick(lang, X.calculate)}</Button>{more}</div>
    </form>
  );
}

export type FieldTools = { readonly lang: Lang; readonly given: Given; readonly errorOf: (path: string) => string | undefined };

export function Amount({ lang, given, errorOf, name, label, hint, optional = false }: FieldTools & { readonly name: string; readonly label: Text; readonly hint?: Text; readonly optional?: boolean }) {
  return <TextInput id={name} label={pick(lang, label)} hint={hint && pick(lang, hint)} optional={optional ? pick(lang, X.optional) : undefined} unit={pick(lang, X.yuan)} inputMode="decimal" maxLength={15} autoComplete="off" className="tabular" defaultValue={one(given, name)} error={errorOf(name)} />;
}

export function OnDay({ lang, given, errorOf, name, label, otherwise }: FieldTools & { readonly name: string; readonly label: Text; readonly otherwise: string }) {
  return <DateInput id={name} label={pick(lang, label)} defaultValue={one(given, name, otherwise)} error={errorOf(name)} />;
}

export function Ticked({ lang, given, name, label, otherwise = false }: Omit<FieldTools, "errorOf"> & { readonly name: string; readonly label: Text; readonly otherwise?: boolean }) {
  return <Checkbox id={name} label={pick(lang, label)} defaultChecked={given["asked"] === undefined ? otherwise : one(given, name) !== ""} />;
}

export function ContractType({ lang, given, errorOf, name, label, hint, wanted, otherwise, empty }: FieldTools & { readonly name: string; readonly label: Text; readonly hint?: Text; readonly wanted?: RegExp; readonly otherwise?: string; readonly empty?: string }) {
  return <Select id={name} label={pick(lang, label)} hint={hint && pick(lang, hint)} options={contractTypes(lang, wanted)} empty={empty} defaultValue={one(given, name, otherwise)} error={errorOf(name)} />;
}

export function contractTypes(lang: Lang, wanted = /./): Option[] {
  return CONTRACT_TYPES.leaves().filter(({ code }) => wanted.test(code)).map((row) => ({ value: row.code, label: pick(lang, row) }));
}

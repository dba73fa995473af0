"use client";

import { BoundAmount } from "@ttx/ui/bound-amount";
import { Button } from "@ttx/ui/button";
import type { ButtonLook } from "@ttx/ui/button-class";
import { Checkbox } from "@ttx/ui/checkbox";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import type { Amount } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select, type Option } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import type { Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import type { Method } from "#client/send.ts";
import { useMutation } from "#client/use-mutation.ts";

/** A field that is asked for only while a choice before it has one of these values. */
type OnlyWith = { readonly field: string; readonly values: readonly string[] };

export type ActField = { readonly onlyWith?: OnlyWith } & (
  | { readonly name: string; readonly label: string; readonly kind: "line" | "prose" | "money" | "date" | "instant" | "number"; readonly hint?: string; readonly optional?: string; readonly value?: string; /** The last day that may be chosen. */ readonly max?: string }
  | { readonly name: string; readonly label: string; readonly kind: "choice"; readonly hint?: string; readonly optional?: string; readonly value?: string; readonly options: readonly Option[]; /** What stands there before a choice is made. */ readonly empty?: string }
  | { readonly name: string; readonly label: string; readonly kind: "tick"; readonly hint?: string }
);

export type FormActProps = {
  readonly lang: Lang;
  readonly url: string;
  readonly method?: Method;
  readonly label: string;
  /** What the act does and what follows from it. */
  readonly sentence: string;
  readonly fields: readonly ActField[];
  /** Sent beside what is typed. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly tone?: ButtonLook["tone"];
  readonly small?: boolean;
  readonly wide?: boolean;
  /** Shown with its capital form, where the act binds to an amount. */
  readonly amount?: Amount;
};

/** An act that asks for a few words or figures: a button, a dialog that says what will happen, and the page as it is afterwards. */
export function FormAct({ lang, url, method = "POST", label, sentence, fields, body, tone = "primary", small = true, wide = false, amount }: FormActProps) {
  const { submit, problems, pending, reset } = useMutation(url, { method });
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const asked = fields.filter(({ onlyWith }) => !onlyWith || onlyWith.values.includes(chosen[onlyWith.field] ?? ""));
  const prefix = useId();
  const router = useRouter();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const outcome = await submit({ ...body, ...typed(asked, new FormData(event.currentTarget)) });
    if (!outcome.ok) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <>
      <Button tone={tone} size={small ? "small" : "normal"} wide={wide} onClick={() => { reset(); setChosen({}); setOpen(true); }}>{label}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={label} footer={<Button tone={tone} type="submit" form={`${prefix}form`} pending={pending}>{label}</Button>}>
        <form id={`${prefix}form`} className="grid gap-4" noValidate onSubmit={(event) => void send(event)} onChange={({ target }) => { if (target instanceof HTMLSelectElement) setChosen({ ...chosen, [target.name]: target.value }); }}>
          <ErrorSummary lang={lang} items={(problems?.summary ?? []).map((item) => (item.fieldId === undefined ? item : { ...item, fieldId: `${prefix}${item.fieldId}` }))} />
          <p>{sentence}</p>
          {amount === undefined ? null : <BoundAmount amount={amount} />}
          {asked.map((field) => <Input key={field.name} lang={lang} id={`${prefix}${field.name}`} field={field} error={problems?.fields[field.name]} />)}
        </form>
      </Dialog>
    </>
  );
}

function Input({ lang, id, field, error }: { readonly lang: Lang; readonly id: string; readonly field: ActField; readonly error: string | undefined }) {
  const shared = { id, name: field.name, label: field.label, hint: field.hint, ...(error === undefined ? {} : { error }) };
  if (field.kind === "tick") return <Checkbox {...shared} />;
  const value = { ...(field.optional === undefined ? {} : { optional: field.optional }), ...(field.value === undefined ? {} : { defaultValue: field.value }) };
  switch (field.kind) {
    case "prose":
      return <Textarea {...shared} {...value} rows={4} />;
    case "money":
      return <MoneyInput {...shared} {...value} lang={lang} />;
    case "choice":
      return <Select {...shared} {...value} {...(field.empty === undefined ? {} : { empty: field.empty })} options={field.options} />;
    default:
      return <TextInput {...shared} {...value} type={INPUT_TYPES[field.kind]} {...(field.max === undefined ? {} : { max: field.max })} />;
  }
}

const INPUT_TYPES = { line: "text", date: "date", instant: "datetime-local", number: "number" } as const;

/** As the API reads it: what is empty is left out, instants are Beijing time, ticks are true or false. */
function typed(fields: readonly ActField[], data: FormData): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const text = String(data.get(field.name) ?? "").trim();
      if (field.kind === "tick") return [[field.name, text !== ""]];
      if (text === "") return [];
      if (field.kind === "number") return [[field.name, Number(text)]];
      return [[field.name, field.kind === "instant" ? `${text.length === 16 ? `${text}:00` : text}+08:00` : text]];
    }),
  );
}

"use client";

import { ErrorSummary } from "@ttx/ui/error-summary";
import type { FormEvent, ReactNode } from "react";
import { useMemo, useState } from "react";
import { formBody } from "./form-body.ts";
import type { Method } from "./send.ts";
import { withLabel } from "./field-label.ts";
import { usePageLang, useMutation } from "./use-mutation.ts";

export type FormState<T> = {
  readonly pending: boolean;
  readonly done: T | null;
  /** The message for a field, by its path: `<TextInput id="title" error={errorOf("title")} />`. */
  readonly errorOf: (path: string) => string | undefined;
};

export type MutationFormProps<T> = {
  readonly url: string;
  readonly method?: Method;
  /** From the form's values to the API's input; by default names with dots become nested objects, names ending in [] lists. */
  readonly toBody?: (data: FormData) => unknown;
  readonly onDone?: (value: T) => void;
  readonly className?: string;
  readonly children: (state: FormState<T>) => ReactNode;
};

/** A form that is one act of the API: its summary of errors on top, the same words at the fields. Nothing typed is ever lost. */
export function MutationForm<T>({ url, method, toBody = formBody, onDone, className, children }: MutationFormProps<T>) {
  const lang = usePageLang();
  const { submit, problems, pending, done } = useMutation<T>(url, { method });
  const summary = useMemo(() => problems?.summary.map((item) => withLabel(item, lang)) ?? NO_ITEMS, [problems, lang]);
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setEdited(new Set());
    const outcome = await submit(toBody(new FormData(event.currentTarget)));
    if (outcome.ok) onDone?.(outcome.value);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      onInput={({ target }) => {
        const id = target instanceof HTMLElement ? target.id : "";
        if (id && problems?.fields[id] && !edited.has(id)) setEdited(new Set([...edited, id]));
      }}
      className={className ?? "grid gap-6"}
    >
      <ErrorSummary lang={lang} items={summary} reference={problems?.requestId} />
      {children({ pending, done, errorOf: (path) => (edited.has(path) ? undefined : problems?.fields[path]) })}
    </form>
  );
}

const NO_ITEMS = [] as const;

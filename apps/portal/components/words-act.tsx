"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import type { Lang } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";

export type WordsActProps = {
  readonly lang: Lang;
  readonly url: string;
  readonly label: string;
  readonly sentence: string;
  /** Name and label of the one field; left out, the act needs no words. */
  readonly field?: { readonly name: string; readonly label: string; readonly rows?: number };
  readonly body?: Readonly<Record<string, unknown>>;
  readonly tone?: "primary" | "secondary" | "danger";
};

/** An act whose only input is what somebody has to say, in a dialog that says what will happen. */
export function WordsAct({ lang, url, label, sentence, field, body, tone = "secondary" }: WordsActProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const done = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <Button size="small" tone={tone} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={label} width="wide">
        <MutationForm url={url} onDone={done} toBody={(data) => ({ ...body, ...(field ? { [field.name]: data.get(field.name) ?? "" } : {}) })} className="grid gap-4">
          {({ pending, errorOf }) => (
            <>
              <p>{sentence}</p>
              {field ? <Textarea id={field.name} label={field.label} rows={field.rows ?? 5} maxLength={5000} error={errorOf(field.name)} /> : null}
              <div className="flex justify-end"><Button type="submit" tone={tone === "danger" ? "danger" : "primary"} pending={pending}>{label}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </>
  );
}

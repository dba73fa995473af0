"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import type { Method } from "#client/send.ts";
import { P } from "./performance-texts.ts";

export type ActDialogProps = {
  readonly lang: Lang;
  readonly url: string;
  readonly method?: Method;
  readonly label: Text;
  readonly text?: Text;
  readonly tone?: "primary" | "danger";
  readonly plain?: boolean;
  readonly small?: boolean;
  readonly toBody?: (data: FormData) => unknown;
  readonly fields?: (errorOf: (path: string) => string | undefined) => ReactNode;
};

/** An act of one side: a button, what it means, what is to be said, and the page as it is then. */
export function ActDialog({ lang, url, method, label, text, tone = "primary", plain = false, small = false, toBody, fields }: ActDialogProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const words = pick(lang, label);
  return (
    <>
      <Button tone={plain ? "plain" : tone === "danger" ? "danger" : undefined} size={small ? "small" : "normal"} onClick={() => setOpen(true)}>{words}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={words}>
        <MutationForm
          url={url}
          method={method}
          toBody={toBody}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          {({ pending, errorOf }) => (
            <>
              {text ? <p>{pick(lang, text)}</p> : null}
              {fields?.(errorOf)}
              <div><Button type="submit" tone={tone} pending={pending}>{tone === "danger" ? words : pick(lang, P.send)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </>
  );
}

"use client";

import { EXTENSION_CLASS_LABELS, EXTENSION_CLASSES, VENUE_CLASSES } from "@ttx/domain/extraordinary-extension/client";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { TextInput } from "@ttx/ui/text-input";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";
import { Q } from "./extension-texts.ts";

/** One act that moves every deadline of some classes in a window, with its legal notice. */
export function DeclareForm({ lang, byVenue }: { readonly lang: Lang; readonly byVenue: boolean }) {
  const router = useRouter();
  const classes = EXTENSION_CLASSES.filter((one) => !byVenue || VENUE_CLASSES.has(one));
  return (
    <MutationForm<{ readonly extensionId: string }> url="/api/v1/extensions" className="grid max-w-3xl gap-4" toBody={toBody} onDone={({ extensionId }) => router.push(href(lang, `/extensions/${extensionId}`))}>
      {({ pending, errorOf }) => (
        <>
          <div className="grid gap-4 md:grid-cols-2">
            <TextInput id="documentNo" label={pick(lang, Q.documentNo)} maxLength={60} error={errorOf("documentNo")} />
            <TextInput id="title" label={pick(lang, Q.heading)} maxLength={120} error={errorOf("title")} />
          </div>
          <Textarea id="reason" rows={3} label={pick(lang, Q.reason)} maxLength={1000} error={errorOf("reason")} />
          <TextInput id="legalBasis" label={pick(lang, Q.basis)} maxLength={200} error={errorOf("legalBasis")} />
          <fieldset className="grid gap-2">
            <legend className="mb-1 font-medium">{pick(lang, Q.classes)}</legend>
            {classes.map((one) => <Checkbox key={one} id={`class-${one}`} label={pick(lang, EXTENSION_CLASS_LABELS[one])} />)}
            {errorOf("classes") ? <p className="text-sm text-live">{errorOf("classes")}</p> : null}
          </fieldset>
          <div className="grid gap-4 md:grid-cols-3">
            <TextInput id="windowFrom" type="datetime-local" label={pick(lang, Q.windowFrom)} hint={pick(lang, Q.windowHint)} error={errorOf("windowFrom")} />
            <TextInput id="windowUntil" type="datetime-local" label={pick(lang, Q.windowUntil)} error={errorOf("windowUntil")} />
            <TextInput id="days" type="number" min={1} max={60} label={pick(lang, Q.days)} error={errorOf("days")} />
          </div>
          <p className="text-sm text-due">{pick(lang, Q.warn)}</p>
          <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, Q.declaring)}>{pick(lang, Q.declare)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}

function toBody(data: FormData): unknown {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const instant = (name: string) => (text(name) === "" ? undefined : `${text(name).length === 16 ? `${text(name)}:00` : text(name)}+08:00`);
  return {
    documentNo: text("documentNo"), title: text("title"), reason: text("reason"), legalBasis: text("legalBasis"),
    classes: EXTENSION_CLASSES.filter((one) => data.get(`class-${one}`) !== null),
    windowFrom: instant("windowFrom"), windowUntil: instant("windowUntil"), days: Number(text("days")),
  };
}

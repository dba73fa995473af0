"use client";

import { materialsOf, type ContractDraft, type Material } from "@ttx/domain/contract/client";
import { ACCEPTED_ENDINGS } from "@ttx/domain/document/client";
import { ATTACHMENTS } from "@ttx/domain/reference/client";
import { fillText } from "@ttx/domain/shared/texts";
import { FieldError } from "@ttx/ui/field";
import { FileInput } from "@ttx/ui/file-input";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { PaperclipIcon } from "@ttx/ui/icons/paperclip";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { uploadFile } from "@ttx/ui/upload-file";
import { useState } from "react";
import { FileLink } from "#components/document/file-link.tsx";
import { C } from "./contract-texts.ts";
import type { FormTools } from "./form-tools.ts";

const ACCEPTED = ACCEPTED_ENDINGS.join(",");

/** The checklist of documents, made from the answers; each row takes its files at once. */
export function FormMaterials({ draft, ...tools }: FormTools & { readonly draft: ContractDraft }) {
  const { lang } = tools;
  return (
    <Section id="materials" title={pick(lang, C.materials)} intro={pick(lang, C.materialsIntro)}>
      <ul className="grid gap-3">
        {materialsOf(draft).map((item) => (
          <li key={item.code} id={`attachments.${item.code}`} tabIndex={-1} className="grid gap-2 rounded border border-line bg-surface p-4 outline-none"><MaterialRow {...tools} item={item} /></li>
        ))}
      </ul>
    </Section>
  );
}

/** What fulfils a row without a file. */
export function fulfilledWords(lang: Lang, by: Material["fulfilledBy"]): string | null {
  switch (by) {
    case "deal":
      return pick(lang, C.fulfilledDeal);
    case "declaration":
      return pick(lang, C.fulfilledDeclaration);
    case "worksheet":
      return pick(lang, C.fulfilledWorksheet);
    case "document":
    case null:
      return null;
  }
}

function MaterialRow({ lang, form, change, errorOf, item }: FormTools & { readonly item: Material }) {
  const [sending, setSending] = useState<{ readonly name: string; readonly percent: number } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const row = ATTACHMENTS.get(item.code);
  const name = row ? pick(lang, row) : item.code;
  const files = form.attachments.filter(({ code }) => code === item.code);
  const otherwise = fulfilledWords(lang, item.fulfilledBy);
  const wrong = errorOf(`attachments.${item.code}`) ?? fault ?? undefined;

  async function add(file: File) {
    setFault(null);
    setSending({ name: file.name, percent: 0 });
    const sent = await uploadFile("/api/v1/documents?audience=PARTIES", file, lang, (percent) => setSending({ name: file.name, percent }));
    setSending(null);
    if ("error" in sent) setFault(sent.error);
    else change((now) => ({ attachments: [...now.attachments, { code: item.code, documentId: sent.id, name: file.name }] }));
  }

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1"><span className="tabular mr-2 text-ink-soft">{item.code}</span>{name}</p>
        {item.fulfilledBy ? <StatusTag tone="done">{pick(lang, item.need === "required" ? C.required : C.ifAny)}</StatusTag> : <StatusTag tone={item.need === "required" ? "due" : "waiting"}>{pick(lang, item.need === "required" ? C.required : C.ifAny)}</StatusTag>}
      </div>
      {otherwise ? <p className="flex items-center gap-2 text-sm text-done"><CircleCheckIcon size={16} />{otherwise}</p> : null}
      <ul className="grid gap-1 text-sm" aria-live="polite">
        {files.map((file) => (
          <li key={file.documentId} className="flex items-center gap-2">
            <PaperclipIcon size={16} className="text-ink-soft" />
            <FileLink lang={lang} documentId={file.documentId} name={file.name} className="link min-w-0 truncate" />
            <button type="button" className="link" onClick={() => change((now) => ({ attachments: now.attachments.filter(({ code, documentId }) => code !== file.code || documentId !== file.documentId) }))}>{pick(lang, C.remove)}</button>
          </li>
        ))}
        {sending ? <li className="flex items-center gap-2"><PaperclipIcon size={16} className="text-ink-soft" /><span className="truncate">{sending.name}</span><progress value={sending.percent} max={100} aria-label={sending.name} className="h-1.5 flex-1" /></li> : null}
      </ul>
      {wrong ? <FieldError id={`attachments.${item.code}`}>{wrong}</FieldError> : null}
      {item.fulfilledBy === "declaration" ? null : (
        <label className="relative inline-flex min-h-9 w-fit cursor-pointer items-center rounded border border-edge px-3 text-sm font-medium focus-within:outline-3 focus-within:outline-focus hover:border-brand hover:text-brand">
          {fillText(pick(lang, C.upload), { name: item.code })}
          <FileInput accept={ACCEPTED} aria-label={fillText(pick(lang, C.upload), { name: `${item.code} ${name}` })} onFiles={([file]) => void add(file!)} className="absolute inset-0 cursor-pointer opacity-0" />
        </label>
      )}
    </>
  );
}

"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { DownloadIcon } from "@ttx/ui/icons/download";
import { FileTextIcon } from "@ttx/ui/icons/file-text";
import { LightbulbIcon } from "@ttx/ui/icons/lightbulb";
import { UploadIcon } from "@ttx/ui/icons/upload";
import { FieldError } from "@ttx/ui/field";
import { FileInput } from "@ttx/ui/file-input";
import { LinkButton } from "@ttx/ui/link-button";
import { pick, type Text } from "@ttx/ui/text";
import { uploadFile } from "@ttx/ui/upload-file";
import { useState } from "react";
import { readProblem } from "#client/problem.ts";
import type { FormTools } from "./form-tools.ts";
import { TextAssistance, type Assistance } from "./text-assistance.tsx";

const T = {
  template: { zh: "按模板生成文本", en: "Make it from the template" },
  fromFile: { zh: "从文件读取文本", en: "Read it from a file" },
  docx: { zh: "下载 DOCX", en: "Download DOCX" },
  pdf: { zh: "下载 PDF", en: "Download PDF" },
  check: { zh: "检查文本", en: "Check the text" },
  fileHint: { zh: "支持 DOCX、PDF、TXT，10 MB 以内；文件同时作为合同文本（A01）附上。", en: "DOCX, PDF or TXT of at most 10 MB; the file is also attached as the contract (A01)." },
  replaceTitle: { zh: "替换现有文本", en: "Replace the text" },
  replaceText: { zh: "文本栏已有内容，生成的文本会替换它。", en: "There is a text already; the new one takes its place." },
  replace: { zh: "替换", en: "Replace" },
  lost: { zh: "暂未连上服务器，请稍后再试。", en: "Not connected; try again later." },
} as const satisfies Record<string, Text>;

const READABLE = ".docx,.pdf,.txt";

type Props = Pick<FormTools, "lang" | "form" | "change"> & {
  readonly contractId: string;
  /** Saves what is typed before the server looks at it. */
  readonly flush: () => Promise<unknown>;
  /** Takes a proposal over into the form. */
  readonly adopt: FormTools["change"];
  readonly signedHere: boolean;
};

/** What can be done with the text: made from clauses, read from a file, put on paper, checked. */
export function TextTools({ lang, form, change, contractId, flush, adopt, signedHere }: Props) {
  const [busy, setBusy] = useState<"template" | "file" | "check" | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [found, setFound] = useState<Assistance | null>(null);
  const url = `/api/v1/contracts/${contractId}`;

  async function ask<Answer>(address: string, what: NonNullable<typeof busy>): Promise<Answer | null> {
    setBusy(what);
    setFault(null);
    try {
      await flush();
      const answer = await fetch(address, { headers: { accept: "application/json, application/problem+json", "accept-language": lang } });
      const body: unknown = await answer.json();
      if (answer.ok) return body as Answer;
      const { title, summary } = readProblem(answer.status, body, lang);
      setFault(summary[0]?.message ?? title);
    } catch {
      setFault(pick(lang, T.lost));
    } finally {
      setBusy(null);
    }
    return null;
  }

  function put(text: string) {
    if (form.text.trim() === "") change({ text });
    else setWaiting(text);
  }

  async function fromTemplate() {
    const answer = await ask<{ readonly text: string }>(`${url}/proposed-text`, "template");
    if (answer) put(answer.text);
  }

  async function fromFile(file: File) {
    setBusy("file");
    setFault(null);
    const sent = await uploadFile("/api/v1/documents?audience=PARTIES", file, lang, () => undefined);
    if ("error" in sent) {
      setFault(sent.error);
      return setBusy(null);
    }
    const answer = await ask<{ readonly text: string }>(`${url}/documents/${sent.id}/text`, "file");
    if (!answer) return;
    change((now) => ({ attachments: [...now.attachments, { code: "A01", documentId: sent.id, name: file.name }] }));
    put(answer.text);
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {signedHere ? null : (
          <>
            <Button size="small" icon={<FileTextIcon size={16} />} pending={busy === "template"} onClick={() => void fromTemplate()}>{pick(lang, T.template)}</Button>
            <label className="relative inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded border border-edge bg-surface px-3 text-sm font-medium focus-within:outline-3 focus-within:outline-focus hover:border-brand hover:text-brand">
              <UploadIcon size={16} />
              {pick(lang, T.fromFile)}
              <FileInput accept={READABLE} disabled={busy !== null} aria-describedby="text-file-hint" onFiles={([file]) => void fromFile(file!)} className="absolute inset-0 cursor-pointer opacity-0" />
            </label>
          </>
        )}
        <Button size="small" icon={<LightbulbIcon size={16} />} pending={busy === "check"} onClick={() => void ask<Assistance>(`${url}/assistance`, "check").then(setFound)}>{pick(lang, T.check)}</Button>
        <LinkButton size="small" icon={<DownloadIcon size={16} />} href={`${url}/text.docx`}>{pick(lang, T.docx)}</LinkButton>
        <LinkButton size="small" icon={<DownloadIcon size={16} />} href={`${url}/text.pdf`}>{pick(lang, T.pdf)}</LinkButton>
      </div>
      {signedHere ? null : <p id="text-file-hint" className="text-sm text-ink-soft">{pick(lang, T.fileHint)}</p>}
      {fault ? <FieldError id="text-tools">{fault}</FieldError> : null}
      {found ? <TextAssistance lang={lang} found={found} form={form} adopt={adopt} onClose={() => setFound(null)} /> : null}
      <Dialog lang={lang} open={waiting !== null} onClose={() => setWaiting(null)} title={pick(lang, T.replaceTitle)}>
        <div className="grid gap-4">
          <p>{pick(lang, T.replaceText)}</p>
          <div>
            <Button
              tone="primary"
              onClick={() => {
                change({ text: waiting ?? "" });
                setWaiting(null);
              }}
            >
              {pick(lang, T.replace)}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}

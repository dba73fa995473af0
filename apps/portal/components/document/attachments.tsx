"use client";

import { ACCEPTED_ENDINGS, SIZE_LIMIT_BYTES } from "@ttx/domain/document/client";
import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { FileDrop } from "@ttx/ui/file-drop";
import { RadioGroup } from "@ttx/ui/radio-group";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRef, useState } from "react";
import { connectionLost, type Problems } from "#client/problem.ts";
import { send } from "#client/send.ts";
import { DocumentList, type ListedDocument } from "./document-list.tsx";

const TITLE: Text = { zh: "附件", en: "Files" };
const WHO: Text = { zh: "上传的文件谁可以看", en: "Who may read what you upload" };
const PUBLIC: Text = { zh: "所有人（发布后公开）", en: "Everyone, once published" };
const OWNER: Text = { zh: "仅本单位", en: "Your organisation only" };
const FILES: Text = { zh: "上传文件", en: "Upload files" };
const HINT: Text = { zh: "PDF、PNG、JPG、DOCX、XLSX、TXT、CSV，每个不超过 50 MB。不得上传涉密材料。", en: "PDF, PNG, JPG, DOCX, XLSX, TXT or CSV, 50 MB each at most. Nothing secret." };
const REMOVE: Text = { zh: "删除", en: "Remove" };

export type Attachment = ListedDocument & { readonly audience: string };

export type AttachmentsProps = {
  readonly lang: Lang;
  readonly subjectType: "result" | "demand";
  readonly subjectId: string;
  readonly documents: readonly Attachment[];
  readonly locked: boolean;
};

/** Files of a result or demand: sent at once, read by whom the owner says. */
export function Attachments({ lang, subjectType, subjectId, documents, locked }: AttachmentsProps) {
  const [kept, setKept] = useState(documents);
  const [audience, setAudience] = useState<"PUBLIC" | "OWNER">("PUBLIC");
  const [problems, setProblems] = useState<Problems | null>(null);
  const sent = useRef<readonly string[]>([]);

  async function remove(documentId: string): Promise<boolean> {
    const outcome = await send({ url: `/api/v1/documents/${documentId}`, method: "DELETE", body: undefined, idempotencyKey: crypto.randomUUID(), lang }).catch(() => ({ ok: false as const, problems: connectionLost(lang) }));
    setProblems(outcome.ok ? null : outcome.problems);
    return outcome.ok;
  }

  /** What was taken out of the box again is taken off the server too. */
  function changed(ids: readonly string[]) {
    for (const gone of sent.current.filter((id) => !ids.includes(id))) void remove(gone);
    sent.current = ids;
  }

  const names = { PUBLIC: pick(lang, PUBLIC), OWNER: pick(lang, OWNER) } as const;
  return (
    <Section id="files" title={pick(lang, TITLE)}>
      <ErrorSummary lang={lang} items={problems?.summary ?? NONE} />
      <DocumentList
        lang={lang}
        documents={kept}
        note={({ audience: who }) => (who === "PUBLIC" ? names.PUBLIC : names.OWNER)}
        actions={({ documentId, name }) =>
          locked ? null : <Button size="small" tone="plain" aria-label={`${pick(lang, REMOVE)} ${name}`} onClick={() => void remove(documentId).then((gone) => (gone ? setKept((all) => all.filter((one) => one.documentId !== documentId)) : undefined))}>{pick(lang, REMOVE)}</Button>
        }
      />
      {locked ? null : (
        <>
          <RadioGroup id="audience" inline label={pick(lang, WHO)} value={audience} onChange={(value) => setAudience(value === "OWNER" ? "OWNER" : "PUBLIC")} options={[{ value: "PUBLIC", label: names.PUBLIC }, { value: "OWNER", label: names.OWNER }]} />
          <FileDrop
            id="file"
            lang={lang}
            label={pick(lang, FILES)}
            hint={pick(lang, HINT)}
            multiple
            accept={ACCEPTED_ENDINGS.join(",")}
            maxBytes={SIZE_LIMIT_BYTES}
            url={`/api/v1/documents?${new URLSearchParams({ subjectType, subjectId, audience }).toString()}`}
            onChange={changed}
          />
        </>
      )}
    </Section>
  );
}

const NONE = [] as const;

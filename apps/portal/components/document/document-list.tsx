import { DownloadIcon } from "@ttx/ui/icons/download";
import { FileTextIcon } from "@ttx/ui/icons/file-text";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { fileSize } from "./file-size.ts";
import { previewOf } from "./preview-kind.ts";
import { PreviewLink } from "./preview-link.tsx";

const LOAD: Text = { zh: "下载", en: "Download" };

export type ListedDocument = { readonly documentId: string; readonly name: string; readonly sizeBytes: number; readonly mediaType: string; readonly isShown: boolean };

export type DocumentListProps<Document extends ListedDocument> = {
  readonly lang: Lang;
  readonly documents: readonly Document[];
  /** Beside the name: who may read it. */
  readonly note?: (document: Document) => ReactNode;
  readonly actions?: (document: Document) => ReactNode;
};

/** Files with what can be done with them. Pictures and PDF open over the page, everything is saved to disk. */
export function DocumentList<Document extends ListedDocument>({ lang, documents, note, actions }: DocumentListProps<Document>) {
  return (
    <ul className="grid gap-2">
      {documents.map((document) => {
        const address = `/api/v1/documents/${document.documentId}/content`;
        const kind = document.isShown ? previewOf(document.mediaType) : null;
        return (
          <li key={document.documentId} className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded border border-line bg-surface px-3 py-2">
            <span className="flex min-w-0 flex-1 basis-full items-start gap-2 sm:basis-0"><FileTextIcon size={18} className="mt-1.5 shrink-0 text-ink-soft" /><span className="min-w-0">{document.name}<span className="tabular ml-2 text-sm text-ink-soft">{fileSize(document.sizeBytes)}</span></span></span>
            {note ? <span className="text-sm text-ink-soft">{note(document)}</span> : null}
            {kind === null ? null : <PreviewLink lang={lang} name={document.name} kind={kind} shownAt={`${address}?view=1`} savedAt={address} />}
            <a className="link inline-flex min-h-9 items-center gap-1 text-sm" href={address} download><DownloadIcon size={16} />{pick(lang, LOAD)}<span className="sr-only">{` ${document.name}`}</span></a>
            {actions?.(document)}
          </li>
        );
      })}
    </ul>
  );
}

import type { Material } from "@ttx/domain/contract/client";
import { ATTACHMENTS } from "@ttx/domain/reference/client";
import { PaperclipIcon } from "@ttx/ui/icons/paperclip";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import { FileLink } from "#components/document/file-link.tsx";
import { C } from "./contract-texts.ts";

type Attached = { readonly code: string; readonly documentId: string; readonly name: string | null };

/** The checklist with what fulfils each row. */
export function MaterialsView({ lang, materials, attachments }: { readonly lang: Lang; readonly materials: readonly Material[]; readonly attachments: readonly Attached[] }) {
  return (
    <ul className="grid text-sm">
      {materials.map((item) => {
        const row = ATTACHMENTS.get(item.code);
        return (
          <li key={item.code} className="grid gap-1 border-b border-line py-2 last:border-b-0">
            <div className="flex items-start justify-between gap-3">
              <span className="min-w-0"><span className="tabular mr-2 text-ink-soft">{item.code}</span>{row ? pick(lang, row) : item.code}</span>
              {item.fulfilledBy ? null : <StatusTag tone={item.need === "required" ? "refused" : "waiting"}>{pick(lang, item.need === "required" ? C.missing : C.ifAny)}</StatusTag>}
            </div>
            {attachments.filter(({ code }) => code === item.code).map(({ documentId, name }) => (
              <FileLink key={documentId} lang={lang} documentId={documentId} name={name ?? documentId} className="link flex items-center gap-1.5 break-all"><PaperclipIcon size={14} />{name ?? documentId}</FileLink>
            ))}
            {item.fulfilledBy === "deal" ? <span className="text-ink-soft">{pick(lang, C.fulfilledDeal)}</span> : null}
            {item.fulfilledBy === "declaration" ? <span className="text-ink-soft">{pick(lang, C.fulfilledDeclaration)}</span> : null}
            {item.fulfilledBy === "worksheet" ? <span className="text-ink-soft">{pick(lang, C.fulfilledWorksheet)}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

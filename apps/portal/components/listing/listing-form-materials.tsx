"use client";

import { LISTING_MATERIALS, MATERIAL_HINTS, MATERIAL_LABELS, type ListingMaterial } from "@ttx/domain/listing/client";
import { FileDrop } from "@ttx/ui/file-drop";
import { FieldError } from "@ttx/ui/field";
import { PaperclipIcon } from "@ttx/ui/icons/paperclip";
import { Section } from "@ttx/ui/section";
import { TextInput } from "@ttx/ui/text-input";
import { pick } from "@ttx/ui/text";
import { FileLink } from "#components/document/file-link.tsx";
import type { FormPart } from "./listing-form.tsx";
import { F } from "./listing-form-texts.ts";
import type { TypedMaterial } from "./listing-form-values.ts";

const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
const NOTHING: TypedMaterial = { documentId: null, documentName: null, note: "" };

/** The twelve items of the checklist, each with a file, a statement, or both. */
export function ListingFormMaterials({ lang, typed, change, errorOf, required, open }: FormPart & { readonly required: readonly ListingMaterial[]; readonly open: readonly ListingMaterial[] }) {
  const set = (code: ListingMaterial, patch: Partial<TypedMaterial>): void => change((now) => ({ materials: { ...now.materials, [code]: { ...NOTHING, ...now.materials[code], ...patch } } }));
  return (
    <Section id="materials" title={pick(lang, F.materials)} intro={pick(lang, F.materialsIntro)}>
      <ol className="grid gap-6">
        {LISTING_MATERIALS.map((code, at) => {
          const item = typed.materials[code] ?? NOTHING;
          const error = errorOf(`materials.${code}`);
          return (
            <li key={code} id={`materials.${code}`} tabIndex={-1} className="grid scroll-mt-24 gap-3 rounded border border-line bg-surface p-4 outline-none">
              <div>
                <p className="font-medium">
                  {`${at + 1}. ${pick(lang, MATERIAL_LABELS[code])}`}
                  <span className={required.includes(code) ? "ml-2 text-sm font-normal text-due" : "ml-2 text-sm font-normal text-ink-soft"}>{pick(lang, required.includes(code) ? F.required : F.ifAny)}</span>
                  {open.includes(code) ? <span className="ml-2 text-sm font-normal text-brand">{pick(lang, F.public)}</span> : null}
                </p>
                <p className="text-sm text-ink-soft">{pick(lang, MATERIAL_HINTS[code])}</p>
              </div>
              {error ? <FieldError id={`materials.${code}`}>{error}</FieldError> : null}
              <div className="grid items-start gap-x-6 gap-y-3 md:grid-cols-2">
                <TextInput id={`note-${code}`} lang="zh-CN" maxLength={2000} label={pick(lang, F.note)} value={item.note} onChange={(event) => set(code, { note: event.target.value })} />
                {item.documentId !== null && item.documentName !== null ? (
                  <p className="flex flex-wrap items-center gap-2 text-sm">
                    <PaperclipIcon size={16} className="text-ink-soft" />
                    <FileLink lang={lang} documentId={item.documentId} name={item.documentName} />
                    <button type="button" className="link" onClick={() => set(code, { documentId: null, documentName: null })}>{pick(lang, F.removeFile)}</button>
                  </p>
                ) : (
                  <FileDrop id={`file-${code}`} lang={lang} label={pick(lang, F.file)} optional={pick(lang, F.optional)} url="/api/v1/documents" maxBytes={FILE_LIMIT_BYTES} onChange={(ids) => set(code, { documentId: ids[0] ?? null })} />
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

"use client";

import { IMPORT_CHOICES, IMPORT_SIZE_LIMIT_BYTES, type ImportChoice } from "@ttx/domain/contract-import/client";
import { FileDrop } from "@ttx/ui/file-drop";
import { RadioGroup } from "@ttx/ui/radio-group";
import { pick, type Lang } from "@ttx/ui/text";
import { useState } from "react";
import { href } from "#lang/href.ts";
import { M } from "./texts.ts";

/** The choice first, then the file: it is sent at once, and the worker begins by itself. */
export function ImportUpload({ lang }: { readonly lang: Lang }) {
  const [choice, setChoice] = useState<ImportChoice>("GOOD");
  return (
    <div className="grid max-w-2xl gap-4">
      <RadioGroup id="choice" label={pick(lang, M.choice)} value={choice} onChange={(value) => setChoice(value === "ALL" ? "ALL" : "GOOD")} options={IMPORT_CHOICES.toReversed().map((value) => ({ value, label: pick(lang, M[value]) }))} />
      <FileDrop
        id="file"
        lang={lang}
        label={pick(lang, M.file)}
        hint={pick(lang, M.fileHint)}
        accept=".xlsx,.csv"
        maxBytes={IMPORT_SIZE_LIMIT_BYTES}
        url={`/api/v1/contract-imports?choice=${choice}`}
        onChange={([id]) => {
          if (id !== undefined) window.location.assign(href(lang, "/desk/contracts/import", { import: id }));
        }}
      />
    </div>
  );
}

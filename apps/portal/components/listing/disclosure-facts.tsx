import { ENCUMBRANCE_LABELS, type EncumbranceKind } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import type { Definition } from "@ttx/ui/definition-list";
import { formatDay } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { DISCLOSURE as X } from "./disclosure-texts.ts";

export type Disclosed = {
  readonly encumbrances: readonly { readonly kind: EncumbranceKind; readonly territory: string; readonly until: string | null; readonly detail: string }[];
  readonly defects: string;
};

/** What the seller discloses, or that there is nothing: a buyer has to know that it was asked. */
export function disclosureFacts(lang: Lang, { encumbrances, defects }: Disclosed): Definition[] {
  return [
    {
      term: pick(lang, X.encumbrances),
      value:
        encumbrances.length === 0 ? (
          pick(lang, X.undisclosed)
        ) : (
          <ul className="grid gap-1.5">
            {encumbrances.map(({ kind, territory, until, detail }, at) => (
              <li key={at}>
                <span className="font-medium">{pick(lang, ENCUMBRANCE_LABELS[kind])}</span>
                {until === null ? null : <span className="ml-2 text-sm text-ink-soft">{fillText(pick(lang, X.untilDay), { until: formatDay(until, lang) })}</span>}
                <span lang="zh-CN" className="block text-sm">{[territory, detail].filter((part) => part !== "").join("；")}</span>
              </li>
            ))}
          </ul>
        ),
    },
    { term: pick(lang, X.defects), value: defects === "" ? pick(lang, X.noDefects) : <span lang="zh-CN" className="whitespace-pre-line">{defects}</span> },
  ];
}

import { TERM_FIELD_LABELS, termValueText, type TermDifference, type TermLine } from "@ttx/domain/terms/client";
import { DefinitionList } from "@ttx/ui/definition-list";
import { pick, type Lang } from "@ttx/ui/text";
import { T } from "./terms-texts.ts";

/** Terms line by line, in words. */
export function TermLines({ lang, lines }: { readonly lang: Lang; readonly lines: readonly TermLine[] }) {
  return <DefinitionList items={lines.map(({ field, value }) => ({ term: pick(lang, TERM_FIELD_LABELS[field]), value: <span className="whitespace-pre-line">{termValueText(lang, field, value)}</span> }))} />;
}

/** In what terms differ from those before them, field by field. */
export function TermDifferences({ lang, differences }: { readonly lang: Lang; readonly differences: readonly TermDifference[] }) {
  if (differences.length === 0) return <p className="text-sm text-ink-soft">{pick(lang, T.same)}</p>;
  const words = (field: TermDifference["field"], value: string | null): string => (value === null ? pick(lang, T.none) : termValueText(lang, field, value));
  return (
    <ul className="grid gap-1 text-sm">
      {differences.map(({ field, before, after }) => (
        <li key={field}>
          <span className="font-medium">{pick(lang, TERM_FIELD_LABELS[field])}</span>
          <span className="text-ink-soft">{lang === "zh" ? "：" : ": "}</span>
          <del className="text-ink-soft"><span className="sr-only">{pick(lang, T.before)} </span>{words(field, before)}</del>
          <span aria-hidden="true" className="px-1.5 text-ink-soft">→</span>
          <ins className="font-medium no-underline"><span className="sr-only">{pick(lang, T.after)} </span>{words(field, after)}</ins>
        </li>
      ))}
    </ul>
  );
}

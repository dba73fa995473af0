import { Hint } from "@ttx/ui/hint";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { FORM_HELP, type HelpKey } from "./form-help.ts";

const T = {
  open: { zh: "填写说明", en: "How to fill this in" },
  basis: { zh: "依据：", en: "Rule: " },
} as const satisfies Record<string, Text>;

/** The help of one field, behind a mark, with the article it rests on. */
export function Help({ lang, of }: { readonly lang: Lang; readonly of: HelpKey }) {
  const { text, basis } = FORM_HELP[of];
  return (
    <Hint label={pick(lang, T.open)}>
      <p>{pick(lang, text)}</p>
      <p className="mt-2 text-ink-soft">{pick(lang, T.basis)}{pick(lang, basis)}</p>
    </Hint>
  );
}

/** The two languages of the platform. Chinese is the first; English is written, not translated word for word. */
export type Lang = "zh" | "en";

/** One text in every language: a missing language is a type error. */
export type Text = Readonly<Record<Lang, string>>;

export const LANGS = ["zh", "en"] as const satisfies readonly Lang[];

export function pick(lang: Lang, text: Text): string {
  return text[lang];
}

export function isLang(value: string): value is Lang {
  return value === "zh" || value === "en";
}

import type { Lang } from "@ttx/ui/text";

/** Names stand in the language of the page where there is one. */
export function nameIn(lang: Lang, { name, nameEn }: { readonly name: string; readonly nameEn: string | null }): string {
  return (lang === "en" && nameEn) || name;
}

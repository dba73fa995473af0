import type { Lang } from "@ttx/ui/text";

/** The address of a place in a language: href("en", "/results") is /en/results. */
export function href(lang: Lang, place: `/${string}`, query?: Readonly<Record<string, string | undefined>>): string {
  const path = lang === "zh" ? place : place === "/" ? "/en" : `/en${place}`;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value) params.set(name, value);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** The same place in the other language. */
export function inOtherLang(address: string): { readonly lang: Lang; readonly href: string } {
  const english = /^\/en(?=\/|\?|$)/.test(address);
  if (english) {
    const rest = address.slice(3);
    return { lang: "zh", href: rest.startsWith("/") ? rest : `/${rest}` };
  }
  return { lang: "en", href: `/en${address === "/" ? "" : address.startsWith("/?") ? address.slice(1) : address}` };
}

/** The place of an address: its path without language and query. */
export function placeOf(address: string): string {
  const path = address.split("?", 1)[0] ?? "/";
  return path.replace(/^\/en(?=\/|$)/, "") || "/";
}

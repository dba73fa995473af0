import { href } from "#lang/href.ts";
import type { Lang } from "@ttx/ui/text";

/** What an address asks for, as Next hands it over. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A filter of an address, given once, several times, or separated by commas. */
export function askedValues(asked: Asked, name: string): string[] {
  return [asked[name] ?? []].flat().flatMap((text) => text.split(",")).filter((text) => text !== "");
}

export function askedText(asked: Asked, name: string): string {
  const [first = ""] = [asked[name] ?? []].flat();
  return first;
}

/** The same search with some answers changed; it begins again at the first page. Lists go in a fixed order, so that one search has one address. */
export function searchAddress(lang: Lang, place: `/${string}`, asked: Asked, names: readonly string[], changes: Readonly<Record<string, readonly string[]>> = {}): string {
  const query = Object.fromEntries(names.map((name) => [name, (changes[name] ?? askedValues(asked, name)).toSorted().join(",")]));
  return href(lang, place, { ...query, q: changes["q"]?.[0] ?? askedText(asked, "q") });
}

/** With a value switched on or off. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** The address of the page after; undefined on the last. */
export function nextPage(address: string, cursor: string | null): string | undefined {
  return cursor === null ? undefined : `${address}${address.includes("?") ? "&" : "?"}cursor=${cursor}`;
}

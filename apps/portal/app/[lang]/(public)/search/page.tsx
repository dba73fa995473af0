import { redirect } from "next/navigation";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<{ readonly q?: string | string[]; readonly kind?: string | string[] }> };

const PLACES = { results: "/results", demands: "/demands", auctions: "/auctions" } as const;

/** The one search box leads to the list of the kind that was chosen. */
export default async function SearchPage({ params, searchParams }: Props) {
  const lang = await readLang(params);
  const { q, kind } = await searchParams;
  const place = kind === "demands" || kind === "auctions" ? PLACES[kind] : PLACES.results;
  redirect(href(lang, place, { q: typeof q === "string" ? q.trim().slice(0, 200) : undefined }));
}

"use client";

import type { Lang } from "@ttx/ui/text";
import { useEffect, useState, type InputHTMLAttributes } from "react";

const WAIT_MS = 150;

type Suggestion = { readonly title: string; readonly kind: string; readonly id: string };

/** A search field that names what may be meant while one types; without a script it is a plain field. */
export function SuggestedInput({ lang, kind, defaultValue, ...rest }: InputHTMLAttributes<HTMLInputElement> & { readonly lang: Lang; readonly kind?: string }) {
  const [typed, setTyped] = useState<string>();
  const [titles, setTitles] = useState<readonly string[]>([]);
  useEffect(() => {
    const q = typed?.trim() ?? "";
    if (q === "") return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ q, ...(kind ? { kind } : {}) });
      fetch(`/api/v1/search/suggestions?${query.toString()}`, { signal: leaving.signal, headers: { "accept-language": lang } })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ readonly items: readonly Suggestion[] }>) : { items: [] }))
        .then(({ items }) => setTitles([...new Set(items.map(({ title }) => title))]))
        .catch(() => undefined); // left, or no connection: the field works without
    }, WAIT_MS);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [typed, kind, lang]);
  const listId = `${rest.id ?? "q"}-suggestions`;
  return (
    <>
      <input {...rest} type="search" name="q" defaultValue={defaultValue} list={listId} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <datalist id={listId}>{titles.map((title) => <option key={title} value={title} />)}</datalist>
    </>
  );
}

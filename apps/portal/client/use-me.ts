"use client";

import { useEffect, useState } from "react";

export type Me = { readonly name: string };

/** Who is signed in, asked of the API after the page has come: "asking", then the person, or null for a visitor. */
export function useMe(): Me | null | "asking" {
  const [me, setMe] = useState<Me | null | "asking">("asking");
  useEffect(() => {
    const abort = new AbortController();
    fetch("/api/v1/me", { credentials: "same-origin", headers: { accept: "application/json" }, signal: abort.signal })
      .then(async (answer) => (answer.ok ? readMe(await answer.json()) : null))
      .then(setMe, () => (abort.signal.aborted ? undefined : setMe(null)));
    return () => abort.abort();
  }, []);
  return me;
}

/** The API's answer is data from outside: only what is needed is taken from it. */
function readMe(body: unknown): Me | null {
  if (typeof body !== "object" || body === null) return null;
  const person = "person" in body && typeof body.person === "object" && body.person !== null ? body.person : body;
  return "name" in person && typeof person.name === "string" ? { name: person.name } : null;
}

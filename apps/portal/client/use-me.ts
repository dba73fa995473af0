"use client";

import { useEffect, useState } from "react";

export type Me = { readonly name: string };

let asked: Promise<Me | null> | undefined;

/** One question a page, however many places show the answer. */
function askMe(): Promise<Me | null> {
  return (asked ??= fetch("/api/v1/session", { credentials: "same-origin", headers: { accept: "application/json" } })
    .then(async (answer) => {
      const body: unknown = await answer.json();
      return answer.ok ? readMe(body) : null;
    })
    .catch(() => null));
}

/** Who is signed in, asked of the API after the page has come: "asking", then the person, or null for a visitor. */
export function useMe(): Me | null | "asking" {
  const [me, setMe] = useState<Me | null | "asking">("asking");
  useEffect(() => {
    let here = true;
    void askMe().then((answer) => (here ? setMe(answer) : undefined));
    return () => {
      here = false;
    };
  }, []);
  return me;
}

/** The API's answer is data from outside: only what is needed is taken from it. */
function readMe(body: unknown): Me | null {
  if (typeof body !== "object" || body === null) return null;
  const person = "person" in body && typeof body.person === "object" && body.person !== null ? body.person : body;
  return "name" in person && typeof person.name === "string" ? { name: person.name } : null;
}

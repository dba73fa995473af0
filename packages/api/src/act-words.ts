import type { Words } from "./door/endpoint.ts";
import { ENDPOINTS } from "./endpoints.ts";

const WORDS = new Map<string, Words>();
for (const endpoint of ENDPOINTS) {
  const acts = endpoint.kind === "plain" ? [endpoint.target.name] : endpoint.reaches;
  if (endpoint.method !== "GET") for (const act of acts) if (!WORDS.has(act)) WORDS.set(act, endpoint.summary);
}

/** What an act is called in the documentation, so that the record of acts says the same; null for what only the platform itself does. */
export function actWords(act: string): Words | null {
  return WORDS.get(act) ?? null;
}

/** Names of all acts that somebody can do over the API. */
export const KNOWN_ACTS: readonly string[] = [...WORDS.keys()].sort();

import type { Option } from "@ttx/ui/select";

/** Asks the API for divisions by a part of the name or the beginning of the code. */
export async function searchDivisions(words: string, signal: AbortSignal): Promise<readonly Option[]> {
  const answer = await fetch(`/api/v1/divisions?${new URLSearchParams({ text: words })}`, { signal, headers: { accept: "application/json" } });
  const body: unknown = answer.ok ? await answer.json() : null;
  if (typeof body !== "object" || body === null || !("items" in body) || !Array.isArray(body.items)) return [];
  return body.items.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null || !("code" in item) || !("name" in item)) return [];
    return typeof item.code === "string" && typeof item.name === "string" ? [{ value: item.code, label: item.name }] : [];
  });
}

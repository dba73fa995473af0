import type { Row } from "../../bare-next/rows.tsx";

export const ROW_COUNT = 50;
/** The portal's public list at the size that is measured. */
export const LIST = `/results?limit=${ROW_COUNT}`;

interface FoundResult {
  readonly resultId: string;
  readonly title: string;
  readonly ownerName: string;
  readonly field: string;
  readonly publishedAt: string;
  readonly excerptParts: readonly { readonly text: string }[];
  readonly askedPrice: string | null;
}

/** The very rows of our list, for the bare app to show. */
export async function listedRows(portalUrl: string): Promise<readonly Row[]> {
  const answer = await fetch(`${portalUrl}/api/v1${LIST}`);
  const { items } = (await answer.json()) as { readonly items: readonly FoundResult[] };
  if (items.length !== ROW_COUNT) throw new Error(`The demo country shows ${items.length} results, not ${ROW_COUNT}.`);
  return items.map(({ resultId, title, ownerName, field, publishedAt, excerptParts, askedPrice }) => ({
    id: resultId,
    title,
    about: [ownerName, field, publishedAt].join(" · "),
    excerpt: excerptParts.map(({ text }) => text).join(""),
    price: askedPrice ?? "价格面议",
  }));
}

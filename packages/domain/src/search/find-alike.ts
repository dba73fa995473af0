import type { ReadContext } from "../shared/use-case.ts";
import { bigramsOf, isHan, searchRuns } from "./bigrams.ts";
import { markTerm } from "./marks.ts";
import type { SearchKind } from "./search.schema.ts";

export type Alike = { readonly subjectId: string; readonly title: string; readonly ownerId: string; readonly ownerName: string; readonly text: string };

/** So many pairs in a row, seven characters, are seldom the same by chance. */
const WINDOW = 6;
const SHORT_WINDOW = 3;
const WINDOWS_MAX = 24;
const CANDIDATES = 200;

/** Public entries that share a longer passage with what is being typed: candidates for a closer look. */
export async function findAlike(ctx: Pick<ReadContext, "pool">, kind: SearchKind, title: string, text: string): Promise<readonly Alike[]> {
  const windows = [...passagesOf(title, SHORT_WINDOW), ...passagesOf(text, WINDOW)].slice(0, WINDOWS_MAX);
  if (windows.length === 0) return [];
  const { rows } = await ctx.pool.query<Alike>({
    name: "search-alike",
    text: `select subject_id as "subjectId", title, owner_id as "ownerId", owner_name as "ownerName", text from search_entry where search @@ $1::tsquery order by at desc limit ${CANDIDATES}`,
    values: [`${markTerm("k", [kind])} & (${windows.join(" | ")})`],
  });
  return rows;
}

/** Passages spread over a text, as terms of a tsquery. */
function passagesOf(text: string, window: number): string[] {
  const passages = searchRuns(text).filter(isHan).flatMap((run) => {
    const pairs = bigramsOf(run);
    if (pairs.length < window) return [];
    const steps = Array.from({ length: Math.ceil((pairs.length - window + 1) / window) }, (_, at) => at * window);
    return steps.map((at) => `(${pairs.slice(at, at + window).map((pair) => `'${pair}'`).join(" & ")})`);
  });
  const every = Math.max(1, Math.ceil(passages.length / (WINDOWS_MAX / 2)));
  return passages.filter((_, at) => at % every === 0);
}

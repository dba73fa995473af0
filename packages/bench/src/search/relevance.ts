import { findEntries, SearchInput } from "@ttx/domain/search";
import type { Deps } from "@ttx/domain/shared/database";
import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import { demoResults, type DemoResult } from "../../../../prisma/seed/content/index.ts";
import { SEED } from "../../../../prisma/seed/seed-number.ts";
import { JUDGED, type JudgedQuery } from "./judged.ts";
import { ndcgAt10 } from "./ndcg.ts";

/** The grade of a result: that of the most exact key that names it. */
export function gradeOf({ wanted }: JudgedQuery, result: Pick<DemoResult, "topic" | "title">): number {
  const matching = Object.entries(wanted).filter(([key]) => {
    const [topic, ...words] = key.split(" ");
    return topic === result.topic && words.every((word) => result.title.includes(word));
  });
  return matching.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? 0;
}

type Ranker = (q: string) => Promise<readonly string[]>;

/** Titles found by the platform's search, in its order. */
export function ours(deps: Deps): Ranker {
  const ctx = { pool: deps.pool, searches: deps.searches, now: () => readDomainTime(deps.db, deps.config.mode) };
  return async (q) => (await findEntries(ctx, SearchInput.parse({ q, limit: 10 }), ["RESULT"])).items.map(({ title }) => title);
}

/** The same corpus by pg_trgm: word similarity with title and text, title first, whatever shares a trigram. */
export function byTrigrams(deps: Deps): Ranker {
  return async (q) => {
    const { rows } = await deps.pool.query<{ title: string }>(
      `select title from search_entry where kind = 'RESULT' and (word_similarity($1, title) > 0 or word_similarity($1, text) > 0)
       order by 2 * word_similarity($1, title) + word_similarity($1, text) desc, at desc limit 10`,
      [q],
    );
    return rows.map(({ title }) => title);
  };
}

/** Mean nDCG@10 over the judged set, over all and by kind of query. */
export async function relevance(rank: Ranker): Promise<{ readonly mean: number; readonly byKind: ReadonlyMap<string, number>; readonly worst: readonly string[] }> {
  const results = demoResults(SEED);
  const scores: { readonly kind: string; readonly q: string; readonly score: number }[] = [];
  for (const judged of JUDGED) {
    const found = await rank(judged.q);
    const gradeByTitle = new Map(results.map((result) => [result.title, gradeOf(judged, result)]));
    scores.push({ kind: judged.kind, q: judged.q, score: ndcgAt10(found.map((title) => gradeByTitle.get(title) ?? 0), [...gradeByTitle.values()]) });
  }
  const mean = (of: readonly { readonly score: number }[]): number => of.reduce((sum, { score }) => sum + score, 0) / of.length;
  const kinds = [...new Set(scores.map(({ kind }) => kind))];
  return { mean: mean(scores), byKind: new Map(kinds.map((kind) => [kind, mean(scores.filter((one) => one.kind === kind))])), worst: scores.toSorted((a, b) => a.score - b.score).slice(0, 8).map(({ q, score }) => `${q} ${score.toFixed(2)}`) };
}

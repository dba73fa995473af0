import { createHash } from "node:crypto";
import type pg from "pg";
import { allOf, anyOf, type Alternatives } from "./bigrams.ts";

/** Adds a value to a statement and yields its place: "$1". */
export type Value = (given: unknown) => string;

/** What an entry has to meet: one of the alternatives of words, and every mark; and the time that is looked into. All are terms of tsqueries. */
export type Terms = { readonly words: Alternatives; readonly marks: readonly string[]; readonly time?: string | undefined };

/** The index walks so many lists beside each other; a longer text has several of its words in one of them. */
const KEYS_MAX = 6;
/** So many alternatives are looked for one after the other; of more, several at once. */
const ARMS_MAX = 12;

/** Places for values, in the order in which they are asked for. */
export function placesIn(values: unknown[]): Value {
  return (given) => `$${values.push(given)}`;
}

/**
 * The rows of the entries `e` that fit, one that fits several alternatives as often: whoever reads them takes each once. Every term is a condition of its own, because the index then leaps from one's hits to the next one's; of terms
 * within one condition it reads through the hits of the rarest, whatever the others leave of them. Alternatives are looked for each by itself for the
 * same reason. "offset 0" keeps the order that is asked for around it away from the planner, which would walk through all entries in that order.
 */
export function fitting({ words, marks, time }: Terms, value: Value, columns: string, beyond = ""): string {
  const [only, ...others] = wordKeys(words);
  const fits = (query: string): string => `e.search @@ ${query}`;
  const given = (term: string): string => fits(`${value(term)}::tsquery`);
  // The time stands first: from there on nothing older is looked at.
  const rows = (wordsFit: readonly string[]): string =>
    `select ${columns} from search_entry e where ${[...(time === undefined ? [] : [given(time)]), ...wordsFit, ...marks.map(given)].join(" and ") || "true"} ${beyond} offset 0`;
  if (only === undefined || others.length === 0) return rows((only ?? []).map(given));
  const names = only.map((_, at) => `key${at}`);
  const arms = names.map((_, at) => `${value([only, ...others].map((arm) => arm[at]))}::tsquery[]`);
  return `select fit.* from unnest(${arms.join(", ")}) as arm(${names.join(", ")}) cross join lateral (${rows(names.map((name) => fits(`arm.${name}`)))}) as fit`;
}

/** The alternatives with as many keys each. */
function wordKeys(words: Alternatives): readonly (readonly string[])[] {
  const size = Math.min(KEYS_MAX, ...words.map((terms) => terms.length));
  const arms = words.length <= ARMS_MAX ? words : dealt(words, ARMS_MAX).map((some) => [anyOf(some.map(allOf))!]);
  return arms.map((terms) => dealt(terms, words.length <= ARMS_MAX ? size : 1).map((some) => allOf(some)!));
}

function dealt<Item>(items: readonly Item[], hands: number): readonly (readonly Item[])[] {
  return Array.from({ length: hands }, (_, hand) => items.filter((_item, at) => at % hands === hand));
}

/** All of it as one tsquery; null when nothing is asked for. */
export function asQuery({ words, marks }: Terms): string | null {
  const any = anyOf(words.map(allOf));
  return allOf([...(any === null ? [] : words.length > 1 ? [any] : words[0]!), ...marks]);
}

/** The same text has the same name, so that a connection parses it once; there are few texts, whatever is asked. */
export async function askNamed<Row extends pg.QueryResultRow>(db: Pick<pg.ClientBase, "query">, text: string, values: unknown[]): Promise<Row[]> {
  return (await db.query<Row>({ name: `search-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`, text, values })).rows;
}

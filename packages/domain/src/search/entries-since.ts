import { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { searchTerms } from "./bigrams.ts";
import { marksFor } from "./find-entries.ts";
import type { SearchInput, SearchKind } from "./search.schema.ts";
import { asQuery } from "./statement.ts";
import { SYNONYMS } from "./synonyms.ts";

/** No more than these are counted: whoever gets so many looks for himself. */
const MOST = 100;

/** Titles of public entries that hold every word and fit the filters, and became public in a span of time; the newest first. */
export async function entriesBetween(db: Pick<Tx, "$queryRaw">, input: Omit<SearchInput, "cursor" | "limit" | "sort">, kinds: readonly SearchKind[], after: Date, until: Date): Promise<readonly string[]> {
  const query = asQuery({ words: searchTerms(input.q, SYNONYMS, 1), marks: marksFor(input, kinds) });
  const fits = query === null ? Prisma.empty : Prisma.sql`and e.search @@ ${query}::tsquery`;
  const rows = await db.$queryRaw<{ title: string }[]>`select e.title from search_entry e where e.at > ${after} and e.at <= ${until} ${fits} order by e.at desc, e.subject_id desc limit ${MOST}`;
  return rows.map(({ title }) => title);
}

import { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { searchQuery } from "./bigrams.ts";
import { marksFor } from "./find-entries.ts";
import { allTerms } from "./look-up.ts";
import type { SearchInput, SearchKind } from "./search.schema.ts";
import { SYNONYMS } from "./synonyms.ts";

/** No more than these are counted: whoever gets so many looks for himself. */
const MOST = 100;

/** Titles of public entries that hold every word and fit the filters, and became public in a span of time; the newest first. */
export async function entriesBetween(db: Pick<Tx, "$queryRaw">, input: Omit<SearchInput, "cursor" | "limit" | "sort">, kinds: readonly SearchKind[], after: Date, until: Date): Promise<readonly string[]> {
  const words = input.q === "" ? null : searchQuery(input.q, SYNONYMS);
  const terms = allTerms({ words, marks: marksFor(input, kinds) });
  const fits = terms.length === 0 ? Prisma.empty : Prisma.sql`and e.search @@ ${terms.join(" & ")}::tsquery`;
  const rows = await db.$queryRaw<{ title: string }[]>`select e.title from search_entry e where e.at > ${after} and e.at <= ${until} ${fits} order by e.at desc, e.subject_id desc limit ${MOST}`;
  return rows.map(({ title }) => title);
}

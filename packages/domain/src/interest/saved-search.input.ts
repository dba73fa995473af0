import { z } from "zod";
import { FilterValues, SEARCH_KINDS, SearchInput } from "../search/index.ts";
import { Id } from "../shared/input.ts";

/** A search without its place in a list: words, kinds and filters. */
export const SaveSearchInput = SearchInput.omit({ cursor: true, limit: true, sort: true }).extend({ kind: FilterValues.transform((kinds) => SEARCH_KINDS.filter((kind) => kinds.includes(kind))) });
export type SavedCriteria = z.infer<typeof SaveSearchInput>;
export const SavedSearchInput = z.object({ searchId: Id });
export const SavedSearchDueInput = z.object({ searchId: Id, dueAt: z.coerce.date() });

/** A person has no more of them. */
export const MOST_SAVED = 20;

import type pg from "pg";
import type { ReadContext } from "../shared/use-case.ts";
import { knownUnits, type Units } from "./slices.ts";

/** What a search is made with: a connection, what there is by time, and the time. */
export type Searching = { readonly db: Pick<pg.ClientBase, "query">; readonly units: Units; readonly now: Date };
export type SearchContext = Pick<ReadContext, "pool" | "searches" | "now">;

/**
 * Makes a search on one of the few connections that are kept for searches, each waiting for its turn: of more than the processors can work on at once none would
 * be done sooner, and the dear ones would keep everybody waiting.
 */
export async function searching<Found>(ctx: SearchContext, search: (searching: Searching) => Promise<Found>): Promise<Found> {
  const now = await ctx.now();
  const units = await knownUnits(ctx.pool, now);
  const db = await ctx.searches.connect();
  let isSpoiled = true;
  try {
    const found = await search({ db, units, now });
    isSpoiled = false;
    return found;
  } finally {
    db.release(isSpoiled);
  }
}

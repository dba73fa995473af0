import type { Actor } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import type { Deps } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { parseInput, read } from "../shared/execute.ts";
import { dateColumn } from "../shared/input.ts";
import { defineQuery } from "../shared/use-case.ts";
import { SubjectInput } from "./interest-input.ts";

/**
 * Counts that something public was opened, once for each session of a browser, which says so itself. Nothing about the visitor is kept, so it is a
 * figure and no trace; and it is no act of anybody's, so it is not in the record of acts.
 */
export async function countView(deps: Deps, actor: Actor, rawInput: unknown): Promise<void> {
  const { kind, id } = parseInput(SubjectInput, rawInput);
  const { on } = await read(deps, mayBeCounted, actor, { kind, id });
  await deps.pool.query({
    name: "interest-count-view",
    text: `insert into view_count (kind, subject_id, "on", views) values ($1::"SearchKind", $2, $3, 1) on conflict (kind, subject_id, "on") do update set views = view_count.views + 1`,
    values: [kind, id, on],
  });
}

/** Only what is public is counted. */
const mayBeCounted = defineQuery("interest.count-view", SubjectInput, async (ctx, { kind, id }) => {
  ctx.authorise();
  const entry = await ctx.db.searchEntry.findUnique({ where: { kind_subjectId: { kind, subjectId: id } }, select: { kind: true } });
  if (!entry) notFound(kind.toLowerCase(), id);
  return { on: dateColumn(dayOf(await ctx.now())) };
});

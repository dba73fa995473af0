import { ownerNameEnIn } from "../search/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { decodeTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { ListFollowingInput, SubjectInput } from "./interest-input.ts";

/** Whether the reader follows something; a visitor follows nothing. */
export const readFollowing = defineQuery("interest.read-following", SubjectInput, async (ctx, { kind, id }) => {
  ctx.authorise();
  const personId = personIdOf(ctx.actor);
  const found = personId === null ? null : await ctx.db.follow.findUnique({ where: { personId_kind_subjectId: { personId, kind, subjectId: id } }, select: { createdAt: true } });
  return { isSignedIn: personId !== null, following: found !== null };
});

/** What the reader follows, latest first; what is not public any more is listed without its name. */
export const listFollowing = defineQuery("interest.list-following", ListFollowingInput, async (ctx, { limit, cursor }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const last = decodeTimeCursor(cursor);
  const older = last === null ? {} : { OR: [{ createdAt: { lt: last.at } }, { createdAt: last.at, subjectId: { lt: last.id } }] };
  const rows = await ctx.db.follow.findMany({ where: { personId: personId!, ...older }, orderBy: [{ createdAt: "desc" }, { subjectId: "desc" }], take: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.subjectId]);
  const entries = await ctx.db.searchEntry.findMany({ where: { OR: page.items.map(({ kind, subjectId }) => ({ kind, subjectId })) }, select: { kind: true, subjectId: true, title: true, titleEn: true, ownerName: true, card: true, dueAt: true, priceFen: true } });
  const entryOf = new Map(entries.map((entry) => [`${entry.kind} ${entry.subjectId}`, entry]));
  return {
    ...page,
    items: page.items.map(({ kind, subjectId, createdAt }) => {
      const entry = entryOf.get(`${kind} ${subjectId}`);
      return { kind, id: subjectId, since: createdAt, entry: entry ? { title: entry.title, titleEn: entry.titleEn, ownerName: entry.ownerName, ownerNameEn: ownerNameEnIn(entry.card), dueAt: entry.dueAt, priceFen: entry.priceFen } : null };
    }),
  };
});

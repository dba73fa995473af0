import { personIdOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { SubjectInput } from "./interest-input.ts";

/** Wants to hear of changes to something public (关注). Done twice is done once. */
export const follow = defineUseCase("interest.follow", SubjectInput, async (ctx, { kind, id }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const entry = (await ctx.tx.searchEntry.findUnique({ where: { kind_subjectId: { kind, subjectId: id } }, select: { divisionCode: true } })) ?? notFound(kind.toLowerCase(), id);
  await ctx.tx.follow.createMany({ data: [{ personId: personId!, kind, subjectId: id, createdAt: ctx.clock.now() }], skipDuplicates: true });
  ctx.record({ type: kind.toLowerCase(), id, divisionCode: entry.divisionCode, after: { followed: true } });
  return { following: true };
});

/** Does not want to hear of it any more; also when it is not public any more. */
export const unfollow = defineUseCase("interest.unfollow", SubjectInput, async (ctx, { kind, id }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  await ctx.tx.follow.deleteMany({ where: { personId: personId!, kind, subjectId: id } });
  ctx.record({ type: kind.toLowerCase(), id, after: { followed: false } });
  return { following: false };
});

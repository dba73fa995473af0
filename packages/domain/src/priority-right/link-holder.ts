import { invalidField, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandOpen } from "./demand-open.ts";
import { lockRight, moveRight } from "./priority-right.repository.ts";
import { LinkHolderInput } from "./priority-right.schema.ts";
import { tellAsked } from "./tell-holder.ts";

/** The seller says which of its own people the named holder is (关联账号), so that he can answer by himself. Both the seller's word and the person's name have to agree. */
export const linkPriorityHolder = defineUseCase("priority-right.link", LinkHolderInput, async (ctx, { rightId, personId }) => {
  const right = await lockRight(ctx.tx, rightId);
  ctx.authorise({ ownerId: right.ownerId });
  const open = demandOpen(right, ctx.clock.now());
  if (right.holderId !== null || right.holderPersonId !== null) refuse("PRIORITY_LINKED_ALREADY");
  const colleague = await ctx.tx.membership.findFirst({ where: { personId, organisationId: right.ownerId, state: "ACTIVE", person: { name: right.holder, state: "ACTIVE" } } });
  if (!colleague) invalidField("personId", "PRIORITY_NOT_A_COLLEAGUE");
  await moveRight(ctx, right, open, { holderPersonId: personId });
  if (open === "NOTIFIED" && right.dueAt !== null) await tellAsked(ctx, { ...right, holderPersonId: personId }, right.dueAt);
  return { rightId };
});

import { personIdOf } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandOpen } from "./demand-open.ts";
import { PRIORITY_MOVES } from "./priority-right.machine.ts";
import { lockRight, moveRight, type SubjectType } from "./priority-right.repository.ts";
import { AnswerOwnRightInput } from "./priority-right.schema.ts";
import { subjectOf } from "./priority-subject.ts";
import { tellSellerOfAnswer } from "./tell-holder.ts";

/** The holder himself exercises or waives (本人行使或放弃), once and in time, on the conditions that he was shown. 民法典 847, 859, 860. */
export const answerOwnPriorityRight = defineUseCase("priority-right.answer-own", AnswerOwnRightInput, async (ctx, { rightId, answer, price }) => {
  const right = await lockRight(ctx.tx, rightId);
  ctx.authorise({ personId: right.holderPersonId, counterpartyId: right.holderId });
  const at = ctx.clock.now();
  const open = demandOpen(right, at);
  const subject = await subjectOf(ctx.tx, right.subjectType as SubjectType, right.subjectId);
  if (price !== subject.priceFen) throw new DomainError("PRIORITY_CONDITIONS_CHANGED", "conflict", { id: rightId });
  const state = step(PRIORITY_MOVES, open, answer);
  await moveRight(ctx, right, state, { answeredAt: at, answeredById: personIdOf(ctx.actor) });
  await tellSellerOfAnswer(ctx, right, answer === "exercise" ? "EXERCISED" : "WAIVED");
  return { rightId, state };
});

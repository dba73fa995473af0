import { addDays, endOfDay } from "../shared/clock.ts";
import { refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { readParameter } from "../shared/parameter.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { z } from "zod";
import { BREACH_MOVES } from "./performance.machine.ts";
import { factsOf, lockPerformance, record, sideOf, todayOf, type Performance, type Side } from "./performance.repository.ts";
import { AnswerBreachInput, ClaimBreachInput, CloseBreachInput } from "./performance.schema.ts";
import { otherSide, tellSide } from "./tell-sides.ts";

const ANSWER_DAYS = 15;

/** One side says that the other did not perform (违约主张, 民法典 577); the other is asked to answer. */
export const claimBreach = defineUseCase("performance.claim-breach", ClaimBreachInput, async (ctx, { contractId, kind, facts }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise(factsOf(performance, ctx.actor));
  const at = ctx.clock.now();
  const side = sideOf(performance, ctx.actor);
  const no = performance.breaches.length + 1;
  const days = await readParameter(ctx.tx, "performance.breach-answer-days", z.number().int().min(1).max(90), at, ANSWER_DAYS);
  const answerOn = addDays(todayOf(ctx), days);
  await ctx.tx.performanceBreach.create({ data: { contractId, no, bySide: side === "seller" ? "SELLER" : "BUYER", kind, facts, claimedAt: at, answerDueAt: endOfDay(answerOn) } });
  await tellSide(ctx, performance, otherSide(side), "performance.breach-claimed", { dueOn: answerOn });
  record(ctx, performance, { after: { breach: no, kind } });
  return { contractId, no, state: "CLAIMED" as const };
});

/** The other side answers. */
export const answerBreach = defineUseCase("performance.answer-breach", AnswerBreachInput, async (ctx, { contractId, no, answer }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise(factsOf(performance, ctx.actor));
  const { breach, claimant } = claimOf(performance, no);
  if (sideOf(performance, ctx.actor) === claimant) refuse("NOT_THE_OTHER_SIDE");
  const state = step(BREACH_MOVES, breach.state, "answer");
  await ctx.tx.performanceBreach.update({ where: { contractId_no: { contractId, no } }, data: { state, answer, answeredAt: ctx.clock.now() } });
  await tellSide(ctx, performance, claimant, "performance.breach-answered", {});
  record(ctx, performance, { after: { breach: no, state } });
  return { contractId, no, state };
});

/** The claimant closes it: made good, withdrawn, or taken to court or arbitration. */
export const closeBreach = defineUseCase("performance.close-breach", CloseBreachInput, async (ctx, { contractId, no, outcome, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise(factsOf(performance, ctx.actor));
  const { breach, claimant } = claimOf(performance, no);
  if (sideOf(performance, ctx.actor) !== claimant) refuse("NOT_THE_CLAIMANT");
  const state = step(BREACH_MOVES, breach.state, outcome);
  await ctx.tx.performanceBreach.update({ where: { contractId_no: { contractId, no } }, data: { state, outcome: note, closedAt: ctx.clock.now() } });
  await tellSide(ctx, performance, otherSide(claimant), "performance.breach-closed", { note });
  record(ctx, performance, { after: { breach: no, state, note } });
  return { contractId, no, state };
});

function claimOf(performance: Performance, no: number) {
  const breach = performance.breaches.find((one) => one.no === no) ?? refuse("BREACH_UNKNOWN");
  return { breach, claimant: (breach.bySide === "SELLER" ? "seller" : "buyer") satisfies Side as Side };
}

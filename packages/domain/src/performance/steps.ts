import { refuse } from "../shared/errors.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import type { PerformanceEvent, PerformanceState } from "./performance.machine.ts";
import { actingFor, factsOf, loadPerformance, lockPerformance, movePerformance, sideOf, sideOrganisation, type Performance, type Side } from "./performance.repository.ts";
import { technicalIncome } from "./performance.rules.ts";
import { ReasonedStepInput, StepInput } from "./performance.schema.ts";
import { otherSide, tellSide } from "./tell-sides.ts";
import { watchNext } from "./watch-performance.ts";

/** One step of a side: moved, watched anew, and told to the other. */
async function take(ctx: Context, performance: Performance, event: PerformanceEvent, by: Side, note: string): Promise<{ readonly contractId: string; readonly state: PerformanceState }> {
  const state = await movePerformance(ctx, performance, event, note);
  await watchNext(ctx, await loadPerformance(ctx.tx, performance.contractId));
  await tellSide(ctx, performance, otherSide(by), `performance.${KIND_OF[event]}`, { note });
  return { contractId: performance.contractId, state };
}

const KIND_OF = { deliver: "delivered", accept: "accepted", recordAcceptance: "accepted", reject: "not-accepted", complete: "completed", terminate: "terminated" } as const;

/** The seller hands over what was agreed (交付). */
export const deliverWork = defineUseCase("performance.deliver", StepInput, async (ctx, { contractId, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  return take(ctx, performance, "deliver", "seller", note);
});

/** The buyer accepts it (验收合格). */
export const acceptWork = defineUseCase("performance.accept", StepInput, async (ctx, { contractId, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: sideOrganisation(performance, "buyer", ctx.actor) });
  return take(ctx, performance, "accept", "buyer", note);
});

/** The buyer is not on the platform: the seller records its written acceptance (买方验收证明). */
export const recordAcceptance = defineUseCase("performance.record-acceptance", ReasonedStepInput, async (ctx, { contractId, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  if (sideOrganisation(performance, "buyer", ctx.actor) !== null) refuse("BUYER_IS_HERE");
  return take(ctx, performance, "recordAcceptance", "seller", note);
});

/** The buyer does not accept it, and says why (验收不合格). */
export const rejectWork = defineUseCase("performance.reject", ReasonedStepInput, async (ctx, { contractId, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: sideOrganisation(performance, "buyer", ctx.actor) });
  return take(ctx, performance, "reject", "buyer", note);
});

/** All was accepted and paid, and no claim is open (履行完毕). */
export const completePerformance = defineUseCase("performance.complete", StepInput, async (ctx, { contractId, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  const { contract, receipts, breaches } = performance;
  const promisedFen = contract.instalments.filter(({ estimated }) => !estimated).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const { receivedFen } = technicalIncome(receipts, contract.turnoverFen ?? 0n, contract.technicalFen ?? 0n);
  if (receivedFen < promisedFen) refuse("MONEY_OUTSTANDING", { open: toYuanText(promisedFen - receivedFen) });
  if (breaches.some(({ state }) => state === "CLAIMED" || state === "ANSWERED")) refuse("BREACH_OPEN");
  return take(ctx, performance, "complete", "seller", note);
});

/**
 * The contract was rescinded or ended (解除、终止). The registration stands until the seller has it cancelled at the office that registered it
 * (管理办法（2000） Art. 18; 2024 draft Art. 16): statistics change then, not here.
 */
export const terminatePerformance = defineUseCase("performance.terminate", ReasonedStepInput, async (ctx, { contractId, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise(factsOf(performance, ctx.actor));
  const outcome = await take(ctx, performance, "terminate", sideOf(performance, ctx.actor), note);
  await tellSide(ctx, performance, "seller", "performance.cancel-registration", {});
  return outcome;
});

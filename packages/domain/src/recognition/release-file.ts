import { personIdOf } from "../shared/actor.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { loadSeen } from "./recognition.repository.ts";
import { FileInput } from "./recognition.schema.ts";

/** Puts a file back on the office's pile (退回待办): whoever holds it, and nothing happens when nobody does. */
export const releaseFile = defineUseCase("recognition.release", FileInput, async (ctx, input) => {
  const file = await loadSeen(ctx, input);
  ctx.authorise({ officeId: file.officeId });
  const { count } = await ctx.tx.contract.updateMany({
    where: { id: file.id, claimedById: personIdOf(ctx.actor) },
    data: { claimedById: null, claimedUntil: null },
  });
  ctx.record({ type: "contract", id: file.id, divisionCode: file.divisionCode, after: { released: count === 1 } });
  return { contractId: file.id, released: count === 1 };
});

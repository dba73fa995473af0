import { dropEntry } from "../search/index.ts";
import { refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ResultWithdrawn } from "./result.events.ts";
import { RESULT_MOVES } from "./result.machine.ts";
import { changeResult, getResult, isOnSale } from "./result.repository.ts";
import { WithdrawResultInput } from "./result.schema.ts";

/** Takes a result out of the public library (成果撤下). Its versions stay on record. */
export const withdrawResult = defineUseCase("result.withdraw", WithdrawResultInput, async (ctx, { resultId, version, reason }) => {
  const row = await getResult(ctx.tx, resultId);
  ctx.authorise({ ownerId: row.ownerId });
  const next = step(RESULT_MOVES, row.state, "withdraw");
  if (await isOnSale(ctx.tx, resultId)) refuse("RESULT_ON_SALE");
  await changeResult(ctx.tx, row, version, { state: next, updatedAt: ctx.clock.now() });
  await dropEntry(ctx.tx, "RESULT", resultId);
  ctx.record({ type: "result", id: resultId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state: next, reason } });
  ctx.emit(ResultWithdrawn, { type: "result", id: resultId }, { resultId, ownerId: row.ownerId });
  return { resultId, state: next, version: version + 1 };
});

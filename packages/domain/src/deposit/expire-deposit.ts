import { defineUseCase } from "../shared/use-case.ts";
import { DepositExpired } from "./deposit.events.ts";
import { lockDeposit, moveDeposit } from "./deposit.repository.ts";
import { ExpireDepositInput } from "./deposit.schema.ts";
import { notFound } from "../shared/errors.ts";

/** The deadline of a deposit has come without the money (逾期未交). Takes effect from the deadline, however late it is now. */
export const expireDeposit = defineUseCase("deposit.expire", ExpireDepositInput, async (ctx, input) => {
  ctx.authorise();
  const deposit = await lockDeposit(ctx.tx, { id: input.depositId });
  if (!deposit) notFound("deposit", input.depositId);
  const isDue = deposit.state === "REQUESTED" && !deposit.paused && deposit.dueAt <= ctx.clock.now();
  if (isDue) {
    await moveDeposit(ctx.tx, deposit, "cancel", { endedAt: deposit.dueAt });
    ctx.emit(DepositExpired, { type: "deposit", id: deposit.id }, { depositId: deposit.id, intentId: deposit.intentId, expiredAt: deposit.dueAt.toISOString() });
  }
  ctx.record({ type: "deposit", id: deposit.id, divisionCode: deposit.intent.listing.divisionCode, before: { state: deposit.state }, after: { expired: isDue } });
  return { depositId: deposit.id, expired: isDue };
});

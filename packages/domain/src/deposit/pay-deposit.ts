import { organisationOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import { fen } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { getDeposit } from "./deposit.repository.ts";
import { PayDepositInput } from "./deposit.schema.ts";
import { instantGateway } from "./payment-gateway.ts";
import { takeReceipt } from "./receipts.ts";

/** Pays a deposit through a provider that settles at once; where there is none, the payer goes to his bank. Trading §4.2. */
export const payDeposit = defineUseCase("deposit.pay", PayDepositInput, async (ctx, input) => {
  const deposit = await getDeposit(ctx.tx, input.depositId);
  ctx.authorise({ ownerId: deposit.payerId });
  const gateway = instantGateway(ctx.config.mode);
  if (!gateway) refuse("INSTANT_PAYMENT_UNAVAILABLE");
  // HELD passes: a click repeated is answered as the first one was.
  if (deposit.state !== "REQUESTED" && deposit.state !== "HELD") refuse("DEPOSIT_NOT_AWAITED");
  if (deposit.state === "REQUESTED" && deposit.paused) refuse("DEPOSIT_PAUSED");
  const now = ctx.clock.now();
  if (deposit.state === "REQUESTED" && now >= deposit.dueAt) refuse("DEPOSIT_DEADLINE_PASSED");
  const receipt = gateway.collect({ reference: deposit.reference, payerName: organisationOf(ctx.actor)!.name, amountFen: fen(deposit.amountFen), at: now });
  if (!receipt) refuse("INSTANT_PAYMENT_UNAVAILABLE");
  const taken = await takeReceipt(ctx, receipt, null);
  // An instant provider takes no money that would only go back.
  if (taken.outcome !== "HELD") refuse(taken.outcome === "LATE" ? "DEPOSIT_DEADLINE_PASSED" : "DEPOSIT_NOT_AWAITED");
  return { depositId: deposit.id, outcome: taken.outcome };
});

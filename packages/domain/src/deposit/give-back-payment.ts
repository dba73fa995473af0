import { defineUseCase } from "../shared/use-case.ts";
import { GiveBackInput } from "./deposit.schema.ts";
import { giveBackReceipt } from "./receipts.ts";

/** Sends back a payment that was passed on and that nobody could use. */
export const giveBackPayment = defineUseCase("payment.give-back", GiveBackInput, async (ctx, input) => {
  ctx.authorise();
  await giveBackReceipt(ctx, input.receiptId, input.reason);
  ctx.record({ type: "payment", id: input.receiptId, after: { givenBack: input.reason } });
  return { receiptId: input.receiptId };
});

import { notFound, refuse } from "../shared/errors.ts";
import { fen, toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { refundRefusal } from "./deposit.rules.ts";
import { ConfirmRefundInput } from "./deposit.schema.ts";
import { lockRefund, settleRefund } from "./receipts.ts";

/** Enters that a refund has left the bank, whole and to the account the money came from (trading §4.3.3). */
export const confirmRefund = defineUseCase("deposit.confirm-refund", ConfirmRefundInput, async (ctx, input) => {
  const refund = await lockRefund(ctx.tx, input.refundId);
  if (!refund) notFound("refund", input.refundId);
  ctx.authorise({ venueId: refund.venueId });
  if (refund.state === "PAID") refuse("REFUND_DONE_ALREADY");
  const account = (text: string): string => text.replace(/\s/g, "");
  const refusal = refundRefusal({
    fromAccount: account(refund.receipt.payerAccount),
    toAccount: account(input.toAccount),
    heldFen: refund.amountFen,
    refundFen: input.amount,
  });
  if (refusal) refuse(`REFUND_${refusal}`, { due: toYuanText(fen(refund.amountFen)) });
  await settleRefund(ctx, refund, `bank/${input.bankReference}`);
  ctx.record({ type: "refund", id: refund.id, before: { state: refund.state }, after: { state: "PAID", bankReference: input.bankReference } });
  return { refundId: refund.id };
});

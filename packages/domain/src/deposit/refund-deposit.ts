import { notifyOrganisation } from "../notification/index.ts";
import { notFound } from "../shared/errors.ts";
import { fen, toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { RefundInput } from "./deposit.schema.ts";
import { lockRefund, sendBack, settleRefund } from "./receipts.ts";

/** Sends money back to where it came from: at once where the provider can, else it is put before the venue's settlement officers. */
export const refundDeposit = defineUseCase("deposit.refund", RefundInput, async (ctx, input) => {
  ctx.authorise();
  const refund = await lockRefund(ctx.tx, input.refundId);
  if (!refund) notFound("refund", input.refundId);
  ctx.record({ type: "refund", id: refund.id, after: { amountFen: refund.amountFen, reason: refund.reason } });
  if (refund.state === "PAID") return { refundId: refund.id, paid: true };
  const providerRef = sendBack(refund);
  if (providerRef !== null) await settleRefund(ctx, refund, providerRef);
  else if (refund.venueId !== null) {
    await notifyOrganisation(ctx, refund.venueId, ["VENUE_FINANCE"], {
      kind: "refund.ordered",
      params: { amount: toYuanText(fen(refund.amountFen)), payer: refund.receipt.payerName },
      link: "/desk/money?view=refunds",
    });
  }
  return { refundId: refund.id, paid: providerRef !== null };
});

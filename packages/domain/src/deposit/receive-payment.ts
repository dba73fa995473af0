import { organisationOf } from "../shared/actor.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { BANK_TRANSFER, type Receipt } from "./payment-gateway.ts";
import { ReceivePaymentInput, type BankReceiptInput } from "./deposit.schema.ts";
import { takeReceipt, type TakenReceipt } from "./receipts.ts";

/** Enters one transfer that reached the segregated account (到账登记). */
export const receivePayment = defineUseCase("payment.receive", ReceivePaymentInput, async (ctx, input) => {
  const venueId = await receivingVenue(ctx, input.reference);
  ctx.authorise({ venueId });
  return takeReceipt(ctx, bankReceipt(input), venueId);
});

/** The venue whose account it is: of the deposit that the reference names, else of whoever enters it. */
export async function receivingVenue(ctx: Context, reference: string): Promise<string | null> {
  const own = organisationOf(ctx.actor)?.id ?? null;
  const deposit = await ctx.tx.deposit.findUnique({ where: { reference }, select: { intent: { select: { listing: { select: { venueId: true } } } } } });
  const venueId = deposit?.intent.listing.venueId ?? own;
  if (own !== null && venueId !== own) refuse("PAYMENT_OF_OTHER_VENUE");
  return venueId;
}

export function bankReceipt(input: BankReceiptInput): Receipt {
  const { bankReference, reference, payerName, payerAccount, amount, receivedAt } = input;
  return { provider: BANK_TRANSFER.provider, providerRef: bankReference, reference, payerName, payerAccount, amountFen: amount, receivedAt };
}

export type { TakenReceipt };

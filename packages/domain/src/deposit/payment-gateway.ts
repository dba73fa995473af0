import type { Fen } from "../shared/money.ts";
import type { Mode } from "../shared/config.ts";

/** A payment as a provider reports it. */
export type Receipt = {
  readonly provider: string;
  /** The provider's own number: the same again counts once. */
  readonly providerRef: string;
  readonly reference: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly amountFen: Fen;
  readonly receivedAt: Date;
};

export type PaymentRequest = { readonly reference: string; readonly payerName: string; readonly amountFen: Fen; readonly at: Date };
export type RefundOrder = { readonly refundId: string; readonly amountFen: Fen; readonly toAccount: string };

/**
 * A way for money to come and go. Nothing outside is called in a transaction: a provider whose work takes time answers ORDERED
 * and its doing is reported later, by `payment.receive` and `deposit.confirm-refund`.
 */
export type PaymentGateway = {
  readonly provider: string;
  /** The receipt, where the provider settles at once; null where the payer has to go to his bank. */
  collect(request: PaymentRequest): Receipt | null;
  /** What the provider calls the refund, where it was done at once; null where people have to make the transfer. */
  refund(order: RefundOrder): string | null;
};

/** The exchange's segregated account at a bank: transfers in and out are entered from its statements. */
export const BANK_TRANSFER: PaymentGateway = { provider: "bank-transfer", collect: () => null, refund: () => null };

/** Settles in the same second, with no money: for demonstration and tests. */
export const SIMULATED: PaymentGateway = {
  provider: "simulated",
  collect: ({ reference, payerName, amountFen, at }) => ({
    provider: "simulated",
    providerRef: `in/${reference}`,
    reference,
    payerName,
    payerAccount: `SIM-${reference}`,
    amountFen,
    receivedAt: at,
  }),
  refund: ({ refundId }) => `out/${refundId}`,
};

const GATEWAYS: readonly PaymentGateway[] = [BANK_TRANSFER, SIMULATED];

/** The provider that a payer is offered: money moves by bank transfer only, where money is real. */
export function instantGateway(mode: Mode): PaymentGateway | undefined {
  return mode === "production" ? undefined : SIMULATED;
}

export function gatewayOf(provider: string): PaymentGateway {
  const gateway = GATEWAYS.find((one) => one.provider === provider);
  if (!gateway) throw new Error(`no payment provider is called ${provider}`);
  return gateway;
}

import { z } from "zod";
import { Id, line, YuanText } from "../shared/input.ts";

/** The memo a payer writes on the transfer; blanks and hyphens, which people add to read it, do not count. */
export const PaymentReference = line(60).transform((text) => text.normalize("NFKC").toUpperCase().replace(/[\s-]/g, ""));

/** One incoming transfer as the bank states it (到账通知). */
export const BankReceiptInput = z.object({
  /** The bank's own number for the transfer: the same again counts once. */
  bankReference: line(80),
  reference: PaymentReference,
  payerName: line(200),
  payerAccount: line(60),
  amount: YuanText,
  receivedAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
export type BankReceiptInput = z.infer<typeof BankReceiptInput>;

export const ReceivePaymentInput = BankReceiptInput;

export const STATEMENT_ROWS_MAX = 1_000;
/** A statement file (对账单) as text; its rows are judged one by one. */
export const LoadStatementInput = z.object({ statement: z.string().min(1).max(400_000) });

export const PayDepositInput = z.object({ depositId: Id });
export const DepositIdInput = z.object({ depositId: Id });
export const ExpireDepositInput = z.object({ depositId: Id, dueAt: z.coerce.date() });
export const RefundInput = z.object({ refundId: Id });
export const ConfirmRefundInput = z.object({ refundId: Id, bankReference: line(80), toAccount: line(60), amount: YuanText });

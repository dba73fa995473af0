import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Fen = z.string().regex(/^\d+$/);

/** The money is there, in time, whole, from the right account. */
export const DepositHeld = defineEvent("DepositHeld", z.object({ depositId: z.uuid(), intentId: z.uuid(), payerId: z.uuid(), amountFen: Fen, heldAt: z.iso.datetime() }));

/** The deadline passed without the money. */
export const DepositExpired = defineEvent("DepositExpired", z.object({ depositId: z.uuid(), intentId: z.uuid(), expiredAt: z.iso.datetime() }));

export const DepositRefunded = defineEvent("DepositRefunded", z.object({ depositId: z.uuid(), intentId: z.uuid(), payerId: z.uuid(), amountFen: Fen, refundedAt: z.iso.datetime() }));

/** Money arrived whose reference is not a deposit's: whoever gave out the reference takes it, or gives it back (`giveBackReceipt`). */
export const PaymentReceived = defineEvent(
  "PaymentReceived",
  z.object({
    receiptId: z.uuid(),
    provider: z.string(),
    providerRef: z.string(),
    reference: z.string(),
    payerName: z.string(),
    amountFen: Fen,
    receivedAt: z.iso.datetime(),
    venueId: z.uuid().nullable(),
  }),
);

import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Instalment = z.object({ no: z.number().int(), dueOn: z.iso.date(), amountFen: z.string() });

export const DealOpened = defineEvent(
  "DealOpened",
  z.object({ dealId: z.uuid(), origin: z.enum(["AUCTION", "SOLE_BUYER", "AGREED_PRICE"]), listingId: z.uuid().nullable(), sellerId: z.uuid(), buyerId: z.uuid(), priceFen: z.string() }),
);

/** Both sides signed: everything that the registration of the contract (认定登记) asks for. Amounts are fen as text. */
export const DealSigned = defineEvent(
  "DealSigned",
  z.object({
    dealId: z.uuid(),
    dealNo: z.string(),
    sellerId: z.uuid(),
    buyerId: z.uuid(),
    resultId: z.uuid(),
    venueId: z.uuid().nullable(),
    priceFen: z.string(),
    tradeMode: z.string(),
    licenceKind: z.string().nullable(),
    licenceYears: z.number().int().nullable(),
    contractName: z.string(),
    contractText: z.string(),
    contractHash: z.string(),
    signedOn: z.iso.date(),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    instalments: z.array(Instalment),
  }),
);

/** The buyer ordered a payment through the payment gateway; the gateway answers with a receipt. */
export const DealPaymentOrdered = defineEvent(
  "DealPaymentOrdered",
  z.object({ dealId: z.uuid(), reference: z.string(), payerName: z.string(), amountFen: z.string(), orderId: z.string() }),
);

export const DealSettled = defineEvent("DealSettled", z.object({ dealId: z.uuid(), listingId: z.uuid().nullable(), sellerId: z.uuid(), buyerId: z.uuid(), priceFen: z.string() }));

/** The deal came to nothing before or while it was settled (违约 or 撤销). */
export const DealFailed = defineEvent(
  "DealFailed",
  z.object({ dealId: z.uuid(), listingId: z.uuid().nullable(), intentId: z.uuid().nullable(), state: z.enum(["DEFAULTED", "ANNULLED"]), reason: z.string(), effectiveAt: z.iso.datetime() }),
);

import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Fen = z.string().regex(/^\d+$/);
const Parties = z.object({ dealId: z.uuid(), listingId: z.uuid().nullable(), resultId: z.uuid(), sellerId: z.uuid(), buyerId: z.uuid(), priceFen: Fen });

export const DealOpened = defineEvent("DealOpened", Parties.extend({ origin: z.enum(["AUCTION", "SOLE_BUYER", "AGREED_PRICE", "NEGOTIATED"]) }));

/** Both sides signed: everything that the registration of the contract (认定登记) asks for. */
export const DealSigned = defineEvent(
  "DealSigned",
  Parties.extend({
    dealNo: z.string(),
    venueId: z.uuid().nullable(),
    tradeMode: z.string(),
    licenceKind: z.string().nullable(),
    licenceYears: z.number().int().nullable(),
    contractName: z.string(),
    contractText: z.string(),
    contractHash: z.string(),
    signedOn: z.iso.date(),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    instalments: z.array(z.object({ no: z.number().int(), dueOn: z.iso.date(), amountFen: Fen })),
  }),
);

/** The whole price was paid and, where a venue settles, passed on to the seller. */
export const DealSettled = defineEvent("DealSettled", Parties);

/** The deal came to nothing: the buyer defaulted (违约) or it was annulled (撤销). */
export const DealFailed = defineEvent("DealFailed", Parties.extend({ intentId: z.uuid().nullable(), state: z.enum(["DEFAULTED", "ANNULLED"]), effectiveAt: z.iso.datetime() }));

/** Part of the price reached the seller (价款划转到账), with what the settlement took off it; told once for each release. */
export const PriceReleased = defineEvent("PriceReleased", z.object({ dealId: z.uuid(), origin: z.string(), receivedFen: Fen, costsFen: Fen, at: z.iso.datetime() }));

export const AwardObjectionFiled = defineEvent("AwardObjectionFiled", z.object({ dealId: z.uuid(), objectionId: z.uuid() }));

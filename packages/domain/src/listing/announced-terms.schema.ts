import { z } from "zod";
import { YuanText } from "../shared/input.ts";
import { toYuanText } from "../shared/money.ts";
import { BiddingPlan } from "./bidding-plan.schema.ts";
import { SELLER_CLASSES } from "./listing.rules.ts";
import { Disclosure, LICENCE_KINDS, LISTING_TRADE_MODES, ListingPromise } from "./listing.schema.ts";

/** The terms of a listing as announced, one version (`ListingTerms.terms`): everything a buyer may rely on. */
export const AnnouncedTerms = z
  .object({
    tradeMode: z.enum(LISTING_TRADE_MODES),
    licenceKind: z.enum(LICENCE_KINDS).nullable(),
    licenceYears: z.number().nullable(),
    licenceTerritory: z.string().nullable().default(null),
    price: YuanText,
    deposit: YuanText,
    sellerClass: z.enum(SELLER_CLASSES),
    workingDays: z.number(),
    extensionCycles: z.number(),
    extensionDays: z.number(),
    buyerConditions: z.array(z.string()),
    paymentTerms: z.string(),
    bidding: BiddingPlan,
    promise: ListingPromise,
    disclosure: Disclosure.prefault({}),
    venueParameters: z.string(),
    /** Why this version replaced the one before, and the paper that approved it. */
    reason: z.string().nullable(),
    approvalPaper: z.string().nullable(),
  })
  .transform(({ price, deposit, ...terms }) => ({ ...terms, priceFen: price, depositFen: deposit }));
export type AnnouncedTerms = z.infer<typeof AnnouncedTerms>;

/** As it is stored; `AnnouncedTerms.parse` reads it back. */
export function termsJson({ priceFen, depositFen, bidding, ...terms }: AnnouncedTerms) {
  return { ...terms, price: toYuanText(priceFen), deposit: toYuanText(depositFen), bidding: planJson(bidding) };
}

export function planJson({ incrementTable, ...plan }: BiddingPlan) {
  return { ...plan, incrementTable: incrementTable.map(({ fromFen, stepFen }) => ({ from: toYuanText(fromFen), step: toYuanText(stepFen) })) };
}

/** One announced condition a line; empty lines and repetitions do not count. */
export function conditionsIn(text: string): string[] {
  return [...new Set(text.split("\n").map((condition) => condition.trim()).filter((condition) => condition !== ""))];
}

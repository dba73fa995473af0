import { z } from "zod";

const FenText = z.string().regex(/^\d{1,18}$/);
const Seconds = z.number().int().positive();
const Key = z.object({ fingerprint: z.string(), jwk: z.record(z.string(), z.string()) });

/** Sealed bids: how many rounds, how long each is, how long the bids are then laid open, and to whose keys they are encrypted. Trading §5.7. */
const SealedTerms = z.object({
  rounds: z.number().int().min(1).max(10),
  roundSeconds: Seconds,
  revealSeconds: Seconds,
  /** Null where nobody but the bidders themselves can lay the bids open. */
  keys: z.object({ venue: Key, notary: Key }).nullable(),
  /** The log has the sealed bids whole, so that every half laid open is checked by it; absent in what was announced before it had. */
  boxesInLog: z.literal(true).optional(),
});

/** Price and quality, §5.8: weights in basis points, quality in points × 100, given by so many scorers. */
const WeightTerms = z.object({
  priceWeightBp: z.number().int().min(0).max(10_000),
  items: z.array(z.object({ code: z.string(), name: z.string(), weightBp: z.number().int().min(0).max(10_000) })),
  scorers: z.number().int().min(1).max(15),
});

/** The falling price, §5.9, and what follows the first acceptance. */
const FallTerms = z.object({
  stepSeconds: Seconds,
  stepBp: z.number().int().min(1).max(5_000),
  maxSteps: z.number().int().min(1).max(99),
  floorFen: FenText,
  followUp: z.enum(["NONE", "SEALED_AND_BEST"]),
  bestSeconds: Seconds,
});

/** What the venue rules of pauses and outages (§5.4, §5.10); absent in what was announced before these stood here. */
const ClockRulesJson = z.object({ pauseSeconds: Seconds, shortOutageSeconds: z.number().int().min(0), restartNoticeHours: Seconds });

/**
 * What else is announced of a procedure, in the form in which it is stored and hashed: plain JSON. Every rule that decides anything reads it from
 * here, never from the listing, which may since have changed.
 */
export const ProcedureTermsJson = z.object({
  format: z.enum(["F1", "F2", "F3", "F4", "F5", "F6"]),
  /** Version of the listing's announced terms that this procedure carries out. */
  termsNo: z.number().int().positive(),
  legalRegime: z.enum(["VENUE_BIDDING", "AUCTION_LAW"]),
  identityMode: z.enum(["TYPE_AND_REGION", "WINNER_NAMED"]),
  standby: z.enum(["RESALE_ONLY", "OFFER_TO_RESERVE"]),
  /** For how many days after the close a reserve bidder stands by at most; absent in what was announced before it stood here. */
  standbyDays: z.number().int().positive().optional(),
  /** Automatic bidding up to a secret limit; open ascending formats only. */
  proxy: z.boolean(),
  /** Commitment to the reserve, where there is one. */
  reserveHash: z.string().nullable(),
  /** What a bid has to be secured with, and for how many days the object could be viewed; absent in what was announced before these stood here. */
  depositFen: FenText.optional(),
  viewingDays: z.number().int().min(0).optional(),
  clock: ClockRulesJson.optional(),
  sealed: SealedTerms.optional(),
  weights: WeightTerms.optional(),
  fall: FallTerms.optional(),
});
export type ProcedureTerms = z.infer<typeof ProcedureTermsJson>;
export type ProcedureFormat = ProcedureTerms["format"];

/** Formats whose bids are placed openly, one above the other. */
export function isOpenAscending(format: string): boolean {
  return format === "F1" || format === "F2";
}

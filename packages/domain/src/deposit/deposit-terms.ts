import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { readParameter } from "../shared/parameter.ts";
import { DEFAULT_FORFEIT_RULE, DEFAULT_INTEREST_RULE, DEFAULT_REFUND_RULE, REFUND_BOUND, type ForfeitRule, type InterestRule, type RefundRule, type SurplusRule } from "./deposit.rules.ts";

const Version = z.string().min(1);
const RefundTerms = z.discriminatedUnion("kind", [
  z.object({ version: Version, kind: z.literal("HOURS"), hours: z.number().int().min(1).max(REFUND_BOUND.hours) }),
  z.object({ version: Version, kind: z.literal("WORKING_DAYS"), days: z.number().int().min(1).max(REFUND_BOUND.workingDays) }),
]);
const InterestTerms = z.discriminatedUnion("kind", [z.object({ version: Version, kind: z.literal("NONE") }), z.object({ version: Version, kind: z.literal("CURRENT"), rateBp: z.number().int().min(1).max(1_000) })]);
const ForfeitTerms = z.object({ version: Version, appealWorkingDays: z.number().int().min(3).max(30) });

/** What a venue's announcement says of deposits: when they go back, with what interest, and what becomes of one that is forfeited. */
export type DepositTerms = { readonly refund: RefundRule; readonly interest: InterestRule; readonly forfeit: ForfeitRule };

/** The rules of a venue at the instant of an announcement; without a venue, or without rules of its own, the platform's. */
export async function depositTermsAt(db: Pick<Tx, "parameter">, venueId: string | null, announcedAt: Date): Promise<DepositTerms> {
  const scope = venueId ?? "";
  const [refund, interest, forfeit] = [
    await readParameter(db, "deposit.refund", RefundTerms, announcedAt, DEFAULT_REFUND_RULE, scope),
    await readParameter(db, "deposit.interest", InterestTerms, announcedAt, DEFAULT_INTEREST_RULE, scope),
    await readParameter(db, "deposit.forfeit", ForfeitTerms, announcedAt, DEFAULT_FORFEIT_RULE, scope),
  ];
  return { refund, interest, forfeit };
}

const Announced = z.object({ forfeitSurplus: z.enum(["TO_SELLER", "TO_BIDDER"]).default("TO_SELLER") });

/** Who keeps what a forfeited deposit exceeds the loss by: as the announcement of the listing promises (§4.4). */
export function announcedSurplus(promise: unknown): SurplusRule {
  return Announced.parse(promise).forfeitSurplus;
}

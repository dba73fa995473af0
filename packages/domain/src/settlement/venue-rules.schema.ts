import { z } from "zod";
import { DayText, Id, line, prose, YuanText, YuanTextOrZero } from "../shared/input.ts";

const count = (max: number, min = 0) => z.coerce.number().int().min(min).max(max);

export const SOLE_BUYER_RULES = ["ANNOUNCED", "NOTICE"] as const;

/** What an exchange sets of its rules, all of it at once, so that a version is whole (交易规则). */
export const SetVenueRulesInput = z.object({
  /** Least working days of an announcement, by class of seller. */
  announcedStateInstitute: count(120, 1),
  announcedStateEnterprise: count(120, 1),
  announcedPrivate: count(120, 1),
  extensionWorkingDays: count(60, 1),
  suspensionDays: count(180, 1),
  qualificationDays: count(15, 1),
  /** Whether a university's deal with the one buyer of its listing is put on notice like an agreed price. */
  soleBuyer: z.enum(SOLE_BUYER_RULES),
  withdrawalCost: YuanTextOrZero,
  fullPriceWorkingDays: count(60, 1),
  graceDays: count(60),
  /** A yearly rate in basis points; the law's ceiling for such interest is a matter of its day. */
  overdueInterestBp: count(1_800),
  /** The tariff, by bands of the price: up to the first amount, from there up to the second, above. In basis points for each. */
  feeFirstUpTo: YuanText,
  feeFirstBp: count(2_000),
  feeSecondUpTo: YuanText,
  feeSecondBp: count(2_000),
  feeAboveBp: count(2_000),
  /** The part of the fee that the buyer bears, in basis points: 0 the seller all of it, 5 000 each half, 10 000 the buyer all of it. */
  feeBuyerShareBp: count(10_000),
  /** Deposits: hours in which losers have theirs back, interest on it in basis points a year (none where 0), days to appeal against keeping it. */
  depositRefundHours: count(24, 1),
  depositInterestBp: count(1_000),
  depositAppealWorkingDays: count(30, 3),
  effectiveOn: DayText,
  /** Why the rules change, and where and until when everybody may say what he thinks of it. */
  reason: prose(1_000, 10),
  comments: line(200, 6),
});
/** What a price costs at a venue, by the tariff of an instant: that of the announcement, or today's. */
export const VenueFeesInput = z.object({ venueId: Id, price: YuanText, at: z.coerce.date().optional() });

export type SetVenueRulesInput = z.infer<typeof SetVenueRulesInput>;

import { z } from "zod";
import { depositTermsAt } from "../deposit/index.ts";
import { venueParametersAt } from "../listing/index.ts";
import { notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { wan } from "../shared/money.ts";
import { defineQuery } from "../shared/use-case.ts";
import { feeTariffAt } from "./fee-tariff.ts";
import { commission } from "./settlement.rules.ts";
import { settlementParametersAt } from "./settlement-parameters.ts";

/** Prices for which the page shows what the tariff makes. */
const EXAMPLES = [wan(50), wan(100), wan(700), wan(2_000)];

/** The rules by which a venue trades today (交易规则与收费标准): periods, deposits, settlement, fees; each its own or the platform's proposal. For everybody. */
export const readVenueRules = defineQuery("venue.read-rules", z.object({ venueId: Id.optional() }), async (ctx, { venueId }) => {
  ctx.authorise();
  const venues = await ctx.db.organisation.findMany({ where: { kind: "VENUE", state: "VERIFIED" }, select: { id: true, name: true, nameEn: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 50 });
  const venue = venueId === undefined ? venues[0] : (venues.find(({ id }) => id === venueId) ?? notFound("organisation", venueId));
  if (!venue) return { venues, rules: null };
  const now = await ctx.now();
  const [listing, deposit, { tariff, agreed }, settlement] = await Promise.all([venueParametersAt(ctx.db, venue.id, now), depositTermsAt(ctx.db, venue.id, now), feeTariffAt(ctx.db, venue.id, now), settlementParametersAt(ctx.db, venue.id, now)]);
  const { feeTariff: _illustration, ...periods } = listing;
  const coming = await ctx.db.parameter.findMany({ where: { key: { in: ["listing.venue", "settlement.rules"] }, scope: venue.id, effectiveFrom: { gt: now } }, orderBy: [{ effectiveFrom: "asc" }, { version: "desc" }], select: { effectiveFrom: true, reason: true }, take: 20 });
  return {
    venues,
    rules: {
      venue,
      now,
      listing: periods,
      deposit,
      settlement,
      /** Published, not in force yet: from when, why, and where to comment. Each day of effect with the rules as they will stand then. */
      coming: await Promise.all([...new Map(coming.map((row) => [row.effectiveFrom.toISOString(), row])).values()].map(async ({ effectiveFrom, reason }) => {
        const [then, money] = [await venueParametersAt(ctx.db, venue.id, effectiveFrom), await settlementParametersAt(ctx.db, venue.id, effectiveFrom)];
        return {
          effectiveFrom, reason,
          announcementMinWorkingDays: then.announcementMinWorkingDays, extensionMinWorkingDays: then.extensionMinWorkingDays, suspensionMaxDays: then.suspensionMaxDays, qualificationDays: then.qualificationDays,
          withdrawalCostFen: then.withdrawalCostFen, fullPriceWorkingDays: money.fullPriceWorkingDays, graceDays: money.graceDays, overdueInterestBpPerYear: money.overdueInterestBpPerYear,
        };
      })),
      fees: { version: tariff.version, agreed, bands: tariff.bands.map(({ upToFen, rateBp }) => ({ upToFen: upToFen ?? null, rateBp })), examples: EXAMPLES.map((priceFen) => ({ priceFen, feeFen: commission(priceFen, tariff, agreed) })) },
    },
  };
});

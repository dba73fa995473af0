import { z } from "zod";
import { depositTermsAt } from "../deposit/index.ts";
import { venueParametersAt } from "../listing/index.ts";
import { notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { wan } from "../shared/money.ts";
import { defineQuery } from "../shared/use-case.ts";
import { feeTariffAt } from "./fee-tariff.ts";
import { feeParts, type FeeTariff } from "./settlement.rules.ts";
import { settlementParametersAt } from "./settlement-parameters.ts";

/** Prices for which the page shows what the tariff makes. */
const EXAMPLES = [wan(50), wan(100), wan(700), wan(2_000)];

const RulesInput = z.object({ venueId: Id.optional(), /** As they stood at an instant of the past: that of an announcement. */ at: z.coerce.date().optional().catch(undefined) });

/** The rules by which a venue trades today (交易规则与收费标准): periods, deposits, settlement, fees; each its own or the platform's proposal. For everybody. */
export const readVenueRules = defineQuery("venue.read-rules", RulesInput, async (ctx, { venueId, at }) => {
  ctx.authorise();
  const venues = await ctx.db.organisation.findMany({ where: { kind: "VENUE", state: "VERIFIED" }, select: { id: true, name: true, nameEn: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 50 });
  const venue = venueId === undefined ? venues[0] : (venues.find(({ id }) => id === venueId) ?? notFound("organisation", venueId));
  if (!venue) return { venues, rules: null };
  const now = await ctx.now();
  const then = at !== undefined && at < now ? at : now;
  const [listing, deposit, { tariff, agreed }, settlement] = await Promise.all([venueParametersAt(ctx.db, venue.id, then), depositTermsAt(ctx.db, venue.id, then), feeTariffAt(ctx.db, venue.id, then), settlementParametersAt(ctx.db, venue.id, then)]);
  const { feeTariff: _illustration, ...periods } = listing;
  const coming = await ctx.db.parameter.findMany({ where: { key: { in: ["listing.venue", "settlement.rules"] }, scope: venue.id, effectiveFrom: { gt: now } }, orderBy: [{ effectiveFrom: "asc" }, { version: "desc" }], select: { effectiveFrom: true, reason: true }, take: 20 });
  return {
    venues,
    rules: {
      venue,
      now,
      /** Of which instant these are; null where they are today's. */
      asOf: then < now ? then : null,
      listing: periods,
      deposit,
      settlement,
      /** Published, not in force yet: from when, why, and where to comment. Each day of effect with the rules as they will stand then. */
      coming: await Promise.all([...new Map(coming.map((row) => [row.effectiveFrom.toISOString(), row])).values()].map(async ({ effectiveFrom, reason }) => {
        const [listed, money, { refund, interest, forfeit }, fees] = await Promise.all([venueParametersAt(ctx.db, venue.id, effectiveFrom), settlementParametersAt(ctx.db, venue.id, effectiveFrom), depositTermsAt(ctx.db, venue.id, effectiveFrom), feeTariffAt(ctx.db, venue.id, effectiveFrom)]);
        return {
          effectiveFrom, reason,
          announcementMinWorkingDays: listed.announcementMinWorkingDays, extensionMinWorkingDays: listed.extensionMinWorkingDays, suspensionMaxDays: listed.suspensionMaxDays, qualificationDays: listed.qualificationDays, soleBuyerNeedsNotice: listed.soleBuyerNeedsNotice,
          withdrawalCostFen: listed.withdrawalCostFen, fullPriceWorkingDays: money.fullPriceWorkingDays, graceDays: money.graceDays, overdueInterestBpPerYear: money.overdueInterestBpPerYear,
          refund, interest, appealWorkingDays: forfeit.appealWorkingDays, bands: bandsOf(fees.tariff), buyerShareBp: fees.tariff.buyerShareBp,
        };
      })),
      fees: { version: tariff.version, agreed, bands: bandsOf(tariff), buyerShareBp: tariff.buyerShareBp, examples: EXAMPLES.map((priceFen) => ({ priceFen, ...feeParts(priceFen, tariff, agreed) })) },
    },
  };
});

function bandsOf({ bands }: FeeTariff) {
  return bands.map(({ upToFen, rateBp }) => ({ upToFen: upToFen ?? null, rateBp }));
}

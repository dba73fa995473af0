import { defineQuery } from "../shared/use-case.ts";
import { feeTariffAt } from "./fee-tariff.ts";
import { feeParts } from "./settlement.rules.ts";
import { VenueFeesInput } from "./venue-rules.schema.ts";

/** The venue's service fee on a price and what each side bears of it (服务费及分担), by the tariff of the announcement's day. For everybody. */
export const readVenueFees = defineQuery("venue.read-fees", VenueFeesInput, async (ctx, { venueId, price, at }) => {
  ctx.authorise();
  const { tariff, agreed } = await feeTariffAt(ctx.db, venueId, at ?? (await ctx.now()));
  return { version: tariff.version, agreed, priceFen: price, buyerShareBp: tariff.buyerShareBp, ...feeParts(price, tariff, agreed) };
});

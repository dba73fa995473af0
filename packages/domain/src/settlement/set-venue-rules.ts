import type { Prisma } from "../generated/client.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf, startOfDay, type Day } from "../shared/clock.ts";
import { invalidField } from "../shared/errors.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { tariffRefusal, type FeeTariff } from "./settlement.rules.ts";
import { earliestEffect, rulesRefusal } from "./venue-rules.rules.ts";
import { SetVenueRulesInput } from "./venue-rules.schema.ts";

/**
 * An exchange publishes new rules of trading (公布交易规则): a version with its day of effect, shown to everybody at once. What is announced already keeps
 * the version it was announced under. Trading §2.2, 电子商务法 34.
 */
export const setVenueRules = defineUseCase("venue.set-rules", SetVenueRulesInput, async (ctx, rules) => {
  const venueId = organisationOf(ctx.actor)?.id ?? "";
  ctx.authorise({ venueId });
  const { effectiveOn, reason, comments } = rules;
  const publishedOn = dayOf(ctx.clock.now());
  const refusal = rulesRefusal({ publishedOn, effectiveOn });
  if (refusal) invalidField("effectiveOn", refusal, { earliest: earliestEffect(publishedOn) });
  const tariff = { version: "", buyerShareBp: rules.feeBuyerShareBp, bands: [{ upToFen: rules.feeFirstUpTo, rateBp: rules.feeFirstBp }, { upToFen: rules.feeSecondUpTo, rateBp: rules.feeSecondBp }, { rateBp: rules.feeAboveBp }] };
  const fault = tariffRefusal(tariff);
  if (fault) invalidField(fault === "RATE_RISES" ? "feeSecondBp" : "feeSecondUpTo", `VENUE_FEE_${fault}`);
  const listing = {
    announcementMinWorkingDays: { STATE_INSTITUTE: rules.announcedStateInstitute, STATE_OWNED_ENTERPRISE: rules.announcedStateEnterprise, PRIVATE: rules.announcedPrivate },
    extensionMinWorkingDays: rules.extensionWorkingDays,
    suspensionMaxDays: rules.suspensionDays,
    qualificationDays: rules.qualificationDays,
    soleBuyerNeedsNotice: rules.soleBuyer === "NOTICE",
    withdrawalCostFen: toYuanText(rules.withdrawalCost),
  };
  const why = `${reason}（意见反馈：${comments}）`;
  const version = await writeVersion(ctx, { key: "listing.venue", venueId, effectiveOn, reason: why, change: () => listing });
  await writeVersion(ctx, {
    key: "settlement.rules", venueId, effectiveOn, reason: why,
    change: (no) => ({ version: `venue-${no}`, fullPriceWorkingDays: rules.fullPriceWorkingDays, graceDays: rules.graceDays, overdueInterestBpPerYear: rules.overdueInterestBp }),
  });
  await writeVersion(ctx, { key: "settlement.fee-tariff", venueId, effectiveOn, reason: why, change: () => ({ bands: storedBands(tariff), buyerShareBp: tariff.buyerShareBp }) });
  await writeVersion(ctx, { key: "deposit.refund", venueId, effectiveOn, reason: why, change: (no) => ({ version: `venue-${no}`, kind: "HOURS", hours: rules.depositRefundHours }) });
  await writeVersion(ctx, {
    key: "deposit.interest", venueId, effectiveOn, reason: why,
    change: (no) => (rules.depositInterestBp === 0 ? { version: `venue-${no}`, kind: "NONE" } : { version: `venue-${no}`, kind: "CURRENT", rateBp: rules.depositInterestBp }),
  });
  await writeVersion(ctx, { key: "deposit.forfeit", venueId, effectiveOn, reason: why, change: (no) => ({ version: `venue-${no}`, appealWorkingDays: rules.depositAppealWorkingDays }) });
  ctx.record({ type: "parameter", id: `venue-rules/${venueId}`, divisionCode: organisationOf(ctx.actor)?.divisionCode ?? null, after: { ...rules, withdrawalCost: toYuanText(rules.withdrawalCost), feeFirstUpTo: toYuanText(rules.feeFirstUpTo), feeSecondUpTo: toYuanText(rules.feeSecondUpTo), version } });
  return { version, effectiveOn };
});

function storedBands(tariff: FeeTariff) {
  return tariff.bands.map(({ upToFen, rateBp }) => (upToFen === undefined ? { rateBp } : { upToFen: String(upToFen), rateBp }));
}

type NewVersion = { readonly key: string; readonly venueId: string; readonly effectiveOn: Day; readonly reason: string; readonly change: (version: number) => Prisma.InputJsonObject };

/** The next version of one parameter: what is not set here stays as the newest version of the venue has it. */
async function writeVersion(ctx: Context, { key, venueId, effectiveOn, reason, change }: NewVersion): Promise<number> {
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${key}/${venueId}`}, 0))`;
  const newest = await ctx.tx.parameter.findFirst({ where: { key, scope: venueId }, orderBy: { version: "desc" } });
  const version = (newest?.version ?? 0) + 1;
  const value = { ...(newest?.value as Prisma.JsonObject | undefined), ...change(version) };
  await ctx.tx.parameter.create({ data: { key, scope: venueId, version, effectiveFrom: startOfDay(effectiveOn), value, reason, setById: personIdOf(ctx.actor), createdAt: ctx.clock.now() } });
  return version;
}

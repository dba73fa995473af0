import { z } from "zod";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf, startOfDay, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { invalidField } from "../shared/errors.ts";
import { readParameter } from "../shared/parameter.ts";
import { defineQuery, defineUseCase } from "../shared/use-case.ts";
import { SetOwnTermsInput, StoredOwnTerms } from "./own-terms.schema.ts";
import { rewardTerms, termsWithOwn, type RewardTerms } from "./reward-terms.rules.ts";

const KEY = "income-share.own-terms";
type Unit = { readonly id: string; readonly divisionCode: string };

/** What holds for the rewards of a unit on a day: its own published rule, else its province's. PTA 44; 浙江 39–40. */
export async function rewardTermsOf(db: Pick<Tx, "parameter">, unit: Unit, on: Day): Promise<RewardTerms> {
  const own = await readParameter(db, KEY, StoredOwnTerms.nullable(), startOfDay(on), null, unit.id);
  return termsWithOwn(rewardTerms(unit.divisionCode, on), own);
}

/** The unit enters what its own published rule says of notice and payment (本单位奖酬办法), from a day to come. PTA 44. */
export const setOwnTerms = defineUseCase("income-share.set-own-terms", SetOwnTermsInput, async (ctx, { effectiveFrom, ...own }) => {
  const unit = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: unit?.id });
  const { id, divisionCode } = unit!;
  const now = ctx.clock.now();
  if (effectiveFrom <= dayOf(now)) invalidField("effectiveFrom", "INCOME_SHARE_TERMS_NOT_BACKWARDS");
  const least = rewardTerms(divisionCode, effectiveFrom);
  if (own.noticeDays < least.noticeDays) invalidField("noticeDays", "INCOME_SHARE_TERMS_NOTICE_TOO_SHORT", { days: least.noticeDays });
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${KEY}/${id}`}, 0))`;
  const { _max } = await ctx.tx.parameter.aggregate({ where: { key: KEY, scope: id }, _max: { version: true } });
  const version = (_max.version ?? 0) + 1;
  await ctx.tx.parameter.create({ data: { key: KEY, scope: id, version, effectiveFrom: startOfDay(effectiveFrom), value: own, reason: own.document, setById: personIdOf(ctx.actor), createdAt: now } });
  ctx.record({ type: "parameter", id: `${KEY}/${id}`, divisionCode, after: { ...own, version, effectiveFrom } });
  return { version, effectiveFrom };
});

/** What holds in one's own unit today, and what it has entered to hold later. */
export const readOwnTerms = defineQuery("income-share.read-own-terms", z.object({}), async (ctx) => {
  const unit = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: unit?.id });
  const { id, divisionCode } = unit!;
  const now = await ctx.now();
  const { noticeDays, payMonths, source } = await rewardTermsOf(ctx.db, { id, divisionCode }, dayOf(now));
  const later = await ctx.db.parameter.findMany({ where: { key: KEY, scope: id, effectiveFrom: { gt: now } }, orderBy: { version: "desc" }, take: 20 });
  return {
    today: dayOf(now),
    inForce: { noticeDays, payMonths, source },
    later: later.map(({ version, effectiveFrom, value }) => ({ version, effectiveFrom: dayOf(effectiveFrom), ...StoredOwnTerms.parse(value) })),
    maySet: ctx.may("income-share.set-own-terms", { ownerId: id }),
  };
});

import { z } from "zod";
import { organisationOf, personIdOf } from "../../shared/actor.ts";
import { dayOf, type Day } from "../../shared/clock.ts";
import type { Tx } from "../../shared/database.ts";
import { invalidField } from "../../shared/errors.ts";
import { prose, YuanText } from "../../shared/input.ts";
import { readParameter } from "../../shared/parameter.ts";
import { defineQuery, defineUseCase } from "../../shared/use-case.ts";
import { ruleSetOn } from "../rule-sets.rules.ts";
import type { ExpertRule } from "./expert-review.rules.ts";

const KEY = "recognition.expert-review";
const Rule = z.object({ fromFen: z.string().regex(/^\d+$/).nullable(), opinions: z.number().int().min(1).max(9) });

/**
 * The rule of a province at an instant, for files accepted on a day: what the province has set, else the measures of that day. Those of 2026
 * name an expert mechanism from 5 million yuan on (2024 draft Art. 14), those of 2000 none. How many experts, no source says: two, a project rule.
 */
export async function expertRuleOf(db: Pick<Tx, "parameter">, divisionCode: string, acceptedOn: Day, at: Date): Promise<ExpertRule> {
  const rules = ruleSetOn(acceptedOn);
  const otherwise = { fromFen: rules.expertsFromFen === null ? null : String(rules.expertsFromFen), opinions: 2 };
  const { fromFen, opinions } = await readParameter(db, KEY, Rule, at, otherwise, divisionCode.slice(0, 2));
  return { fromFen: fromFen === null ? null : BigInt(fromFen), opinions };
}

export const SetExpertRuleInput = z.object({ from: YuanText.nullable(), opinions: z.number().int().min(1).max(9), effectiveFrom: z.coerce.date().optional(), reason: prose(500, 5) });

/** The province says from which technical amount its offices hear experts, and how many: a version with its date of effect. */
export const setExpertRule = defineUseCase("recognition.set-expert-rule", SetExpertRuleInput, async (ctx, { from, opinions, effectiveFrom, reason }) => {
  const province = organisationOf(ctx.actor)?.jurisdiction ?? "";
  const divisionCode = province === "" ? null : province.padEnd(6, "0");
  ctx.authorise({ divisionCode });
  const now = ctx.clock.now();
  const begins = effectiveFrom ?? now;
  if (begins < now) invalidField("effectiveFrom", "SCOPE_NOT_BACKWARDS");
  await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${KEY}/${province}`}, 0))`;
  const { _max } = await ctx.tx.parameter.aggregate({ where: { key: KEY, scope: province }, _max: { version: true } });
  const version = (_max.version ?? 0) + 1;
  const value = { fromFen: from === null ? null : String(from), opinions };
  await ctx.tx.parameter.create({ data: { key: KEY, scope: province, version, effectiveFrom: begins, value, reason, setById: personIdOf(ctx.actor), createdAt: now } });
  ctx.record({ type: "parameter", id: `${KEY}/${province}`, divisionCode, after: { ...value, version, effectiveFrom: begins, reason } });
  return { version, effectiveFrom: begins };
});

/** The rule of the asker's province now, and its versions. */
export const readExpertRule = defineQuery("recognition.read-expert-rule", z.object({}), async (ctx) => {
  const province = organisationOf(ctx.actor)?.jurisdiction?.slice(0, 2) ?? "";
  ctx.authorise({ divisionCode: province === "" ? null : province.padEnd(6, "0") });
  const rows = await ctx.db.parameter.findMany({ where: { key: KEY, scope: province }, orderBy: { version: "desc" }, take: 50 });
  const now = await ctx.now();
  return { now: await expertRuleOf(ctx.db, province, dayOf(now), now), versions: rows.map(({ version, effectiveFrom, value, reason }) => ({ version, effectiveFrom, reason, ...Rule.parse(value) })) };
});

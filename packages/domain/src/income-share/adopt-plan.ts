import { notifyOrganisation, notifyPerson } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { addNaturalDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { DomainError, type FieldProblem } from "../shared/errors.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { INCOME_SHARE_DUE } from "./income-share.due.ts";
import { factsOf, lockIncomeShare, lockPlansOf, moveIncomeShare, otherPlans, type IncomeShareRow } from "./income-share.repository.ts";
import { equitySplit, floorsInForce, ownersInIncome, planProblems, type PlanFacts, type PlanProblem } from "./income-share.rules.ts";
import { PlanInput } from "./income-share.schema.ts";
import { sharedBefore } from "./open-income-share.ts";
import { rewardTermsOf } from "./own-terms.ts";
import { nextShare } from "./receipt-share.rules.ts";

/**
 * The unit adopts the plan by a body in which nobody who gets a share took part, and puts it on notice for the days of its own rule or its province (通过分配方案并公示).
 * Never below the floor of the law. Rights and income §2.3, §2.4; 浙江 37, 39.
 */
export const adoptPlan = defineUseCase("income-share.adopt", PlanInput, async (ctx, plan) => {
  await lockPlansOf(ctx.tx, plan.incomeShareId);
  const share = await lockIncomeShare(ctx.tx, plan.incomeShareId);
  ctx.authorise(factsOf(share));
  if (share.version !== plan.version) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  const rateBp = Math.max(plan.rateBp, share.floorBp);
  const before = await sharedBefore(ctx, share.dealId, share.id);
  const split = (rate: number) => (share.mode === "EQUITY" ? sharesSplit(share, rate) : nextShare(before, { received: share.received, costs: plan.costs, taxes: plan.taxes }, rate));
  const parts = split(rateBp);
  const lines = plan.lines.map((line, i) => ({ ...line, position: i + 1, personId: share.result.completers.find(({ position }) => position === line.completerPosition)?.personId ?? null }));
  const actorId = personIdOf(ctx.actor);
  const facts = planFacts(share, { ...parts, minPool: split(share.floorBp).pool }, plan, await otherPlans(ctx.tx, share));
  const details = { pool: toYuanText(parts.pool), floor: String(share.floorBp / 100), names: ownersInIncome(facts).join("、") };
  const problems: FieldProblem[] = planProblems(facts).map((problem) => ({ path: PATHS[problem] ?? "lines", code: `INCOME_SHARE_${problem}`, details }));
  if (lines.some(({ personId }) => personId !== null && personId === actorId)) problems.push({ path: "lines", code: "INCOME_SHARE_BENEFICIARY_ACTS" });
  if (plan.costs < share.knownCosts) problems.push({ path: "costs", code: "INCOME_SHARE_COSTS_BELOW_KNOWN", details: { known: toYuanText(share.knownCosts) } });
  if (plan.rateBp < share.floorBp) problems.push({ path: "rateBp", code: "INCOME_SHARE_RATE_BELOW_FLOOR", details: { floor: String(share.floorBp / 100) } });
  if (problems.length > 0) throw new DomainError("INCOME_SHARE_PLAN_NOT_FIT", "invalid", {}, problems);

  const noticedAt = ctx.clock.now();
  const { noticeDays } = await rewardTermsOf(ctx.tx, { id: share.unitId, divisionCode: share.divisionCode }, dayOf(noticedAt));
  const noticeEndsAt = endOfDay(addNaturalDays(calendarFor(), dayOf(noticedAt), noticeDays));
  const state = await moveIncomeShare(ctx.tx, share, "adopt", {
    ...parts, rateBp, costs: plan.costs, taxes: plan.taxes,
    decisionBody: plan.decisionBody, decisionOn: dateColumn(plan.decisionOn), decidedBy: plan.decidedBy, owners: plan.owners, noticePlace: plan.noticePlace,
    adoptedById: actorId, noticedAt, noticeEndsAt,
  });
  await ctx.tx.incomeShareLine.deleteMany({ where: { incomeShareId: share.id } });
  await ctx.tx.incomeShareLine.createMany({ data: lines.map(({ completerPosition: _position, ...line }) => ({ ...line, incomeShareId: share.id })) });
  await ctx.due(INCOME_SHARE_DUE.clear, share.id, noticeEndsAt);
  ctx.record({ type: "income-share", id: share.id, divisionCode: share.divisionCode, before: { state: share.state }, after: { state, ...parts, rateBp, lines: lines.map(({ name, role, amount }) => ({ name, role, amount })), noticeEndsAt } });
  const link = `/desk/income-shares/${share.id}`;
  await notifyOrganisation(ctx, share.unitId, ["ORG_ADMIN"], { kind: "income-share.noticed", params: { title: share.result.title }, link });
  for (const { personId } of lines) if (personId !== null) await notifyPerson(ctx, personId, { kind: "income-share.noticed", params: { title: share.result.title }, link });
  return { incomeShareId: share.id, state, noticeEndsAt, ...parts };
});

const PATHS: Partial<Record<PlanProblem, string>> = { BENEFICIARY_DECIDED: "decidedBy", OWNER_SHARES_IN_INCOME: "owners", POOL_BELOW_FLOOR: "rateBp" };

function sharesSplit({ received, floorBp }: IncomeShareRow, rateBp: number) {
  const { team, unit } = equitySplit(received, rateBp, floorBp);
  return { net: received, pool: team, unitPart: unit };
}

type Elsewhere = Awaited<ReturnType<typeof otherPlans>>;

function planFacts(share: IncomeShareRow, parts: { readonly net: bigint; readonly pool: bigint; readonly minPool: bigint }, plan: PlanInput, elsewhere: Elsewhere): PlanFacts {
  const { local, national } = floorsInForce(share.divisionCode, dayOfColumn(share.receivedOn));
  return {
    netFen: parts.net,
    poolFen: parts.pool,
    floorBp: share.floorBp,
    minPoolFen: parts.minPool,
    floors: local ?? national,
    shares: plan.lines.map(({ name, role, amount }) => ({ personId: name, role, amountFen: amount })),
    owners: [...plan.owners, ...elsewhere.owners],
    sharingElsewhere: elsewhere.sharing,
    decidedBy: plan.decidedBy,
  };
}

import { getDeal } from "../deal/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { endOfDay } from "../shared/clock.ts";
import { dateColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { USE_FIRST_DUE } from "./use-first.due.ts";
import { USE_FIRST_MOVES, type UseFirstState } from "./use-first.machine.ts";
import { lockUseFirst, moveUseFirst, useFirstTerms } from "./use-first.repository.ts";
import { FailUseFirstInput, UseFirstOfDealInput } from "./use-first.schema.ts";

/** A deal stands on terms by which the technology is used first and paid later (匹配): the licence waits for its signatures. Told twice, there is one. */
export const matchUseFirst = defineUseCase("use-first.match", UseFirstOfDealInput, async (ctx, { dealId }) => {
  ctx.authorise();
  const deal = await getDeal(ctx.tx, dealId);
  const terms = useFirstTerms(deal.terms);
  const known = await ctx.tx.useFirst.findUnique({ where: { dealId }, select: { id: true } });
  if (terms === null || known) {
    ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { useFirst: known?.id ?? "not of this kind" } });
    return { useFirstId: known?.id ?? null };
  }
  const state = step(USE_FIRST_MOVES, "OFFERED", "match");
  const { resultId, sellerId, buyerId, divisionCode } = deal;
  const { id } = await ctx.tx.useFirst.create({ data: { dealId, resultId, sellerId, buyerId, divisionCode, state, outerOn: dateColumn(terms.outerOn), createdAt: ctx.clock.now() } });
  ctx.record({ type: "use-first", id, divisionCode, after: { state, deal: deal.no } });
  return { useFirstId: id };
});

/** Both have signed: the use begins and nothing is due until the trigger (开始试用). */
export const startUseFirst = defineUseCase("use-first.start", UseFirstOfDealInput, async (ctx, { dealId }) => {
  ctx.authorise();
  const found = await ctx.tx.useFirst.findUnique({ where: { dealId }, select: { id: true } });
  ctx.record({ type: "deal", id: dealId, after: { useFirst: found?.id ?? null } });
  if (!found) return { useFirstId: null };
  const row = await lockUseFirst(ctx.tx, found.id);
  if (row.state !== "MATCHED") return { useFirstId: row.id };
  const state = await moveUseFirst(ctx.tx, row, "sign", { startedAt: ctx.clock.now() });
  await ctx.due(USE_FIRST_DUE.outerDate, row.id, endOfDay(useFirstTerms(row.deal.terms)!.outerOn));
  ctx.record({ type: "use-first", id: row.id, divisionCode: row.divisionCode, before: { state: row.state }, after: { state } });
  for (const [organisationId, role] of [[row.sellerId, "SELLER"], [row.buyerId, "BUYER"]] as const) {
    await notifyOrganisation(ctx, organisationId, [role], { kind: "use-first.started", params: { title: row.result.title }, link: `/desk/use-first/${row.id}` });
  }
  return { useFirstId: row.id };
});

const OVER: readonly UseFirstState[] = ["EXITED", "EXPIRED", "CANCELLED", "TERMINATED", "CLEARED"];

/** The deal came to nothing: the licence with it. */
export const failUseFirst = defineUseCase("use-first.fail", FailUseFirstInput, async (ctx, { dealId, reason }) => {
  ctx.authorise();
  const found = await ctx.tx.useFirst.findUnique({ where: { dealId }, select: { id: true } });
  ctx.record({ type: "deal", id: dealId, after: { useFirst: found?.id ?? null, reason } });
  if (!found) return { state: null };
  const row = await lockUseFirst(ctx.tx, found.id);
  if (OVER.includes(row.state)) return { state: row.state };
  const state = await moveUseFirst(ctx.tx, row, "fail", { stateReason: reason, endedAt: ctx.clock.now(), dueFen: null, payDueOn: null });
  for (const kind of Object.values(USE_FIRST_DUE)) await ctx.notDue(kind, row.id);
  ctx.record({ type: "use-first", id: row.id, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, reason } });
  return { state };
});

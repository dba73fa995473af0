import { DomainError, invalidField, refuse } from "../shared/errors.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ROYALTY_MOVES, type RoyaltyState } from "./performance.machine.ts";
import { actingFor, lockPerformance, record, todayOf, type Performance } from "./performance.repository.ts";
import { royaltyFen } from "./performance.rules.ts";
import { ConfirmRoyaltyInput, CorrectRoyaltyInput, QuestionRoyaltyInput, ReportRoyaltyInput } from "./performance.schema.ts";
import { tellSide } from "./tell-sides.ts";

const ROYALTY_METHODS: ReadonlySet<string> = new Set(["3", "4"]);

/** The payer reports what a period brought and what royalty it makes (提成申报). */
export const reportRoyalty = defineUseCase("performance.report-royalty", ReportRoyaltyInput, async (ctx, { contractId, periodFrom, periodTo, base, rateBp, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "buyer", ctx.actor) });
  if (!ROYALTY_METHODS.has(performance.contract.payment ?? "")) refuse("NOT_A_ROYALTY_CONTRACT");
  if (periodTo < periodFrom || periodTo > todayOf(ctx)) invalidField("periodTo", "ROYALTY_PERIOD_WRONG");
  if (performance.royalties.some((one) => dayOfColumn(one.periodFrom) <= periodTo && periodFrom <= dayOfColumn(one.periodTo))) invalidField("periodFrom", "ROYALTY_PERIOD_TWICE");
  const no = performance.royalties.length + 1;
  const amountFen = royaltyFen(base, rateBp);
  await ctx.tx.royaltyReport.create({ data: { contractId, no, periodFrom: dateColumn(periodFrom), periodTo: dateColumn(periodTo), baseFen: base, rateBp, amountFen, note, reportedAt: ctx.clock.now() } });
  await tellSide(ctx, performance, "seller", "performance.royalty-reported", { amount: toYuanText(amountFen), periodFrom, periodTo });
  record(ctx, performance, { after: { royalty: no, amountFen: String(amountFen) } });
  return { contractId, no, amountFen };
});

/** The seller agrees; the royalty can now be received, and added to the registration. */
export const confirmRoyalty = defineUseCase("performance.confirm-royalty", ConfirmRoyaltyInput, async (ctx, { contractId, no }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  const state = await ctx.tx.royaltyReport.update({ where: { contractId_no: { contractId, no } }, data: { state: moved(performance, no, "confirm"), answeredAt: ctx.clock.now() } }).then((row) => row.state);
  await tellSide(ctx, performance, "buyer", "performance.royalty-confirmed", { no: String(no) });
  record(ctx, performance, { after: { royalty: no, state } });
  return { contractId, no, state };
});

/** The seller asks how it was counted; it may see the books (民法典 846). */
export const questionRoyalty = defineUseCase("performance.question-royalty", QuestionRoyaltyInput, async (ctx, { contractId, no, question }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  const to = moved(performance, no, "question");
  await ctx.tx.royaltyReport.update({ where: { contractId_no: { contractId, no } }, data: { state: to, answer: question, answeredAt: ctx.clock.now() } });
  await tellSide(ctx, performance, "buyer", "performance.royalty-questioned", { no: String(no), question });
  record(ctx, performance, { after: { royalty: no, state: to, question } });
  return { contractId, no, state: to };
});

/** The payer reports a questioned royalty anew. */
export const correctRoyalty = defineUseCase("performance.correct-royalty", CorrectRoyaltyInput, async (ctx, { contractId, no, base, rateBp, note }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "buyer", ctx.actor) });
  const to = moved(performance, no, "correct");
  const amountFen = royaltyFen(base, rateBp);
  await ctx.tx.royaltyReport.update({ where: { contractId_no: { contractId, no } }, data: { state: to, baseFen: base, rateBp, amountFen, note, reportedAt: ctx.clock.now() } });
  const { periodFrom, periodTo } = performance.royalties.find((one) => one.no === no)!;
  await tellSide(ctx, performance, "seller", "performance.royalty-reported", { amount: toYuanText(amountFen), periodFrom: dayOfColumn(periodFrom), periodTo: dayOfColumn(periodTo) });
  record(ctx, performance, { after: { royalty: no, amountFen: String(amountFen) } });
  return { contractId, no, amountFen };
});

function moved(performance: Performance, no: number, event: "confirm" | "question" | "correct"): RoyaltyState {
  const royalty = performance.royalties.find((one) => one.no === no);
  if (!royalty) throw new DomainError("ROYALTY_UNKNOWN", "refused");
  return step(ROYALTY_MOVES, royalty.state, event);
}

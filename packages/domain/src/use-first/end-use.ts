import { defineUseCase } from "../shared/use-case.ts";
import { chargeFee, endTrial } from "./charge-fee.ts";
import { factsOf, lockUseFirst, openReport, useFirstTerms } from "./use-first.repository.ts";
import { feeDue, whenOuterDateComes } from "./use-first.rules.ts";
import { GiveUpInput, UseFirstDueInput } from "./use-first.schema.ts";

/** The firm gives the technology up before the trigger (退出): it returns the materials, secrecy stays, no fee is owed. */
export const giveUpUse = defineUseCase("use-first.give-up", GiveUpInput, async (ctx, { useFirstId, reason }) => {
  const row = await lockUseFirst(ctx.tx, useFirstId);
  ctx.authorise(factsOf(row));
  const state = await endTrial(ctx, row, "giveUp", reason);
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, reason, materialsReturned: true } });
  return { useFirstId, state };
});

/** The outer date has come (最晚期限). */
export const reachOuterDate = defineUseCase("use-first.outer-date", UseFirstDueInput, async (ctx, { useFirstId, dueAt }) => {
  ctx.authorise();
  const row = await lockUseFirst(ctx.tx, useFirstId);
  const terms = useFirstTerms(row.deal.terms)!;
  const dueFen = feeDue(terms, row.salesFen, row.paidFen);
  const event = row.state === "TRIAL" ? whenOuterDateComes({ trigger: terms.trigger, dueFen, claimOpen: openReport(row)?.triggerMet === true }) : undefined;
  const state = event === undefined ? row.state : event === "expire" ? await endTrial(ctx, row, "expire", "试用期满，未触发付费条件") : await chargeFee(ctx, row, event, row.salesFen, dueFen);
  ctx.record({ type: "use-first", id: useFirstId, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, dueAt } });
  return { state };
});

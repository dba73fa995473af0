import { Prisma } from "../generated/client.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, invalidField } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { whenPaperComes } from "./export-control.rules.ts";
import { GateIdInput, PaperInput, RefusedByAuthorityInput } from "./export-control.schema.ts";
import type { ExportGateState } from "./export-gate.machine.ts";
import { factsOf, lockGate, moveGate } from "./export-gate.repository.ts";
import { expectedFrom } from "./gate.ts";

/** The seller has applied for the letter of intent (申请许可意向书); until it comes there are no talks. 技术进出口管理条例 30–35. */
export const applyForLicence = defineUseCase("export-control.apply", GateIdInput, async (ctx, { gateId }) => {
  const gate = await lockGate(ctx.tx, gateId);
  ctx.authorise(factsOf(gate));
  const state = await moveGate(ctx.tx, gate, "apply", { expectedBy: expectedFrom(ctx, "PENDING_INTENT") });
  ctx.record({ type: "export-gate", id: gateId, divisionCode: gate.divisionCode, before: { state: gate.state }, after: { state } });
  return { gateId, state };
});

/** Whoever saw the original enters a paper of the authority (登记许可文件); the gate moves once its step has all that it needs. */
export const recordExportPaper = defineUseCase("export-control.record-paper", PaperInput, async (ctx, { gateId, kind, number, authority, issuedOn }) => {
  const gate = await lockGate(ctx.tx, gateId);
  ctx.authorise(factsOf(gate));
  const at = ctx.clock.now();
  if (issuedOn > dayOf(at)) invalidField("issuedOn", "EXPORT_PAPER_IN_FUTURE");
  if (!gate.papersNeeded.includes(kind)) invalidField("kind", "EXPORT_PAPER_NOT_NEEDED");
  if (gate.papers.some((paper) => paper.kind === kind && paper.number === number)) throw new DomainError("EXPORT_PAPER_ENTERED_ALREADY", "conflict");
  await ctx.tx.exportPaper.create({ data: { gateId, kind, number, authority, issuedOn: dateColumn(issuedOn), enteredById: personIdOf(ctx.actor)!, at } });
  const event = whenPaperComes(gate.state, gate.papersNeeded, new Set([...gate.papers.map((paper) => paper.kind), kind]));
  let state: ExportGateState = gate.state;
  if (event !== undefined) {
    const cleared = event === "letterOfIntent" ? {} : { clearedAt: at, ...(event === "licence" && gate.state === "PENDING_LICENCE" ? { effectiveOn: dateColumn(issuedOn) } : {}) };
    state = await moveGate(ctx.tx, gate, event, { ...cleared, expectedBy: null });
    await notifyOrganisation(ctx, gate.sellerId, ["SELLER"], { kind: "export-gate.moved", params: { title: gate.result.title }, link: `/desk/export-control/${gateId}` });
  }
  ctx.record({ type: "export-gate", id: gateId, divisionCode: gate.divisionCode, before: { state: gate.state }, after: { state, paper: { kind, number, authority, issuedOn } } });
  return { gateId, state };
});

/** The authority has refused (不予许可): the trade is off. */
export const recordExportRefusal = defineUseCase("export-control.record-refusal", RefusedByAuthorityInput, async (ctx, { gateId, reason }) => {
  const gate = await lockGate(ctx.tx, gateId);
  ctx.authorise(factsOf(gate));
  if (gate.state === "CHECK") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: gate.state, event: "block" });
  const state = await moveGate(ctx.tx, gate, "block", { stateReason: reason, expectedBy: null });
  ctx.record({ type: "export-gate", id: gateId, divisionCode: gate.divisionCode, before: { state: gate.state }, after: { state, reason } });
  await notifyOrganisation(ctx, gate.sellerId, ["SELLER"], { kind: "export-gate.moved", params: { title: gate.result.title }, link: `/desk/export-control/${gateId}` });
  return { gateId, state };
});

/** Main terms change after clearing: everything again (40). */
export const recheckGate = defineUseCase("export-control.recheck", RefusedByAuthorityInput, async (ctx, { gateId, reason }) => {
  const gate = await lockGate(ctx.tx, gateId);
  ctx.authorise(factsOf(gate));
  const state = await moveGate(ctx.tx, gate, "changeTerms", { stateReason: reason, firstFindings: Prisma.DbNull, secondFindings: Prisma.DbNull, firstById: null, secondById: null, firstAt: null, secondAt: null, papersNeeded: [], clearedAt: null, effectiveOn: null });
  ctx.record({ type: "export-gate", id: gateId, divisionCode: gate.divisionCode, before: { state: gate.state }, after: { state, reason } });
  return { gateId, state };
});

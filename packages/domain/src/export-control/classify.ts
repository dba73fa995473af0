import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { exportDecision, sameFindings } from "./export-control.rules.ts";
import { ClassifyInput, FindingsShape } from "./export-control.schema.ts";
import type { ExportGateState } from "./export-gate.machine.ts";
import { factsOf, lockGate, moveGate } from "./export-gate.repository.ts";
import { expectedFrom } from "./gate.ts";

/** The seller's officer says what he found: catalogue item, dual use, fiscal project (技术出口自查). */
export const proposeClass = defineUseCase("export-control.propose-class", ClassifyInput, async (ctx, { gateId, ...found }) => {
  const gate = await lockGate(ctx.tx, gateId);
  ctx.authorise(factsOf(gate));
  if (gate.state !== "CHECK") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: gate.state, event: "classify" });
  await ctx.tx.exportGate.update({ where: { id: gateId }, data: { firstFindings: found, firstById: personIdOf(ctx.actor), firstAt: ctx.clock.now(), version: { increment: 1 } } });
  ctx.record({ type: "export-gate", id: gateId, divisionCode: gate.divisionCode, after: { first: found } });
  const second = gate.venueId === null ? ([gate.sellerId, "ORG_ADMIN"] as const) : ([gate.venueId, "VENUE_REVIEWER"] as const);
  await notifyOrganisation(ctx, second[0], [second[1]], { kind: "export-gate.to-confirm", params: { title: gate.result.title }, link: `/desk/export-control/${gateId}` });
  return { gateId };
});

/**
 * A second person finds for himself; only where both found the same is the technology classified (双人归类). Where they differ nothing moves, and
 * both see what the other found.
 */
export const confirmClass = defineUseCase("export-control.confirm-class", ClassifyInput, async (ctx, { gateId, ...found }) => {
  const gate = await lockGate(ctx.tx, gateId);
  ctx.authorise(factsOf(gate));
  if (gate.state !== "CHECK") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: gate.state, event: "classify" });
  if (gate.firstFindings === null) refuse("EXPORT_FIRST_FINDINGS_MISSING");
  const agree = sameFindings(FindingsShape.parse(gate.firstFindings), found);
  const finding = { secondFindings: found, secondById: personIdOf(ctx.actor), secondAt: ctx.clock.now() };
  let state: ExportGateState = gate.state;
  if (agree) {
    const { event, papersNeeded } = exportDecision(found);
    const expectedBy = event === "classifyControlled" ? expectedFrom(ctx, "CONTROLLED") : null;
    state = await moveGate(ctx.tx, gate, event, { ...finding, papersNeeded: [...papersNeeded], expectedBy, stateReason: event === "block" ? "禁止出口或涉密" : null });
  } else {
    await ctx.tx.exportGate.update({ where: { id: gateId }, data: { ...finding, version: { increment: 1 } } });
  }
  ctx.record({ type: "export-gate", id: gateId, divisionCode: gate.divisionCode, before: { state: gate.state }, after: { state, second: found, agree } });
  await notifyOrganisation(ctx, gate.sellerId, ["SELLER"], { kind: agree ? "export-gate.classified" : "export-gate.differ", params: { title: gate.result.title }, link: `/desk/export-control/${gateId}` });
  return { gateId, state, agree };
});

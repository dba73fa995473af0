import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import type { Context } from "../shared/use-case.ts";
import { AUTHORITY_WORKING_DAYS, groundOf, stageRefusal, type ExportStage } from "./export-control.rules.ts";
import type { ExportGateState } from "./export-gate.machine.ts";
import { lockGate, moveGate } from "./export-gate.repository.ts";

/**
 * What other features ask of the gate, inside their own acts: whether a trade crosses the border, and whether it may go on.
 */

export type Crossing = { readonly resultId: string; readonly sellerId: string; readonly buyerId: string; readonly venueId: string | null; readonly divisionCode: string };

/** Opens the gate for a buyer abroad or a foreign-funded one; a buyer at home needs none. Asked again, there is one. */
export async function openGateFor(ctx: Context, crossing: Crossing): Promise<string | null> {
  const buyer = (await ctx.tx.organisation.findUnique({ where: { id: crossing.buyerId }, select: { partyType: true } })) ?? notFound("organisation", crossing.buyerId);
  const ground = groundOf(buyer.partyType);
  return ground === null ? null : createGate(ctx, crossing, ground, "");
}

export async function createGate(ctx: Context, { resultId, buyerId, ...crossing }: Crossing, ground: string, placeOfUse: string): Promise<string> {
  const known = await ctx.tx.exportGate.findUnique({ where: { resultId_buyerId: { resultId, buyerId } }, select: { id: true } });
  if (known) return known.id;
  const gate = await ctx.tx.exportGate.create({ data: { resultId, buyerId, ...crossing, ground, placeOfUse, createdAt: ctx.clock.now() }, include: { result: { select: { title: true } } } });
  ctx.record({ type: "export-gate", id: gate.id, divisionCode: gate.divisionCode, after: { state: gate.state, resultId, buyerId, ground, placeOfUse } });
  await notifyOrganisation(ctx, gate.sellerId, ["SELLER"], { kind: "export-gate.opened", params: { title: gate.result.title }, link: `/desk/export-control/${gate.id}` });
  return gate.id;
}

/** The gate between a result and a buyer; null where none is needed or none was opened. */
export async function gateState(db: Pick<Tx, "exportGate">, resultId: string, buyerId: string): Promise<ExportGateState | null> {
  const gate = await db.exportGate.findUnique({ where: { resultId_buyerId: { resultId, buyerId } }, select: { state: true } });
  return gate?.state ?? null;
}

/** Refuses what the gate does not let through; a trade that does not cross the border passes. */
export async function demandExportStage(ctx: Pick<Context, "tx">, stage: ExportStage, resultId: string, buyerId: string): Promise<void> {
  const gate = await gateState(ctx.tx, resultId, buyerId);
  if (gate === null) {
    const buyer = await ctx.tx.organisation.findUnique({ where: { id: buyerId }, select: { partyType: true } });
    if (!buyer || groundOf(buyer.partyType) === null) return;
  }
  const refusal = stageRefusal(stage, gate);
  if (refusal) refuse(refusal);
}

/** The contract is signed: a free technology waits for its registration, a restricted one for its licence. */
export async function signedAcrossBorder(ctx: Context, resultId: string, buyerId: string): Promise<void> {
  const found = await ctx.tx.exportGate.findUnique({ where: { resultId_buyerId: { resultId, buyerId } }, select: { id: true } });
  if (!found) return;
  const gate = await lockGate(ctx.tx, found.id);
  if (gate.state !== "FREE" && gate.state !== "MAY_NEGOTIATE") return;
  const next = gate.state === "FREE" ? "REGISTER" : "PENDING_LICENCE";
  await moveGate(ctx.tx, gate, "sign", { expectedBy: expectedFrom(ctx, next) });
  await notifyOrganisation(ctx, gate.sellerId, ["SELLER"], { kind: "export-gate.signed", params: { title: gate.result.title }, link: `/desk/export-control/${gate.id}` });
}

/** Whether a signed contract is in effect: with restricted technology on the day of the licence, not before (技术进出口管理条例 35); `from` is null where no licence counts. */
export type ContractEffect = { readonly isAwaited: boolean; readonly from: Day | null };

export async function contractEffect(db: Pick<Tx, "exportGate">, { resultId, buyerId }: { readonly resultId: string; readonly buyerId: string }): Promise<ContractEffect> {
  const gate = await db.exportGate.findUnique({ where: { resultId_buyerId: { resultId, buyerId } }, select: { state: true, effectiveOn: true } });
  return { isAwaited: gate?.state === "PENDING_LICENCE" || gate?.state === "BLOCKED", from: gate?.effectiveOn ? dayOfColumn(gate.effectiveOn) : null };
}

/** By when the authority decides, by its own rule. */
export function expectedFrom(ctx: Pick<Context, "clock">, state: ExportGateState): Date | null {
  const days = AUTHORITY_WORKING_DAYS[state];
  return days === undefined ? null : endOfDay(addWorkingDays(calendarFor(), dayOf(ctx.clock.now()), days));
}

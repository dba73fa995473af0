import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { ExportGateEvent, ExportGateState } from "./export-gate.machine.ts";
import { EXPORT_GATE_MOVES } from "./export-gate.machine.ts";

const PARTY = { id: true, name: true, nameEn: true, partyType: true } as const;
const WHOLE = {
  result: { select: { title: true } },
  seller: { select: PARTY },
  buyer: { select: PARTY },
  venue: { select: PARTY },
  papers: { orderBy: { at: "asc" } },
} as const satisfies Prisma.ExportGateInclude;
export type ExportGateRow = Prisma.ExportGateGetPayload<{ include: typeof WHOLE }>;

export async function getGate(db: Pick<Tx, "exportGate">, id: string): Promise<ExportGateRow> {
  return (await db.exportGate.findUnique({ where: { id }, include: WHOLE })) ?? notFound("export-gate", id);
}

export async function lockGate(tx: Tx, id: string): Promise<ExportGateRow> {
  await tx.$queryRaw`select 1 from export_gate where id = ${id}::uuid for update`;
  return getGate(tx, id);
}

type Change = Omit<Prisma.ExportGateUncheckedUpdateManyInput, "state" | "version">;

export async function moveGate(tx: Tx, { id, state, version }: Pick<ExportGateRow, "id" | "state" | "version">, event: ExportGateEvent, change: Change = {}): Promise<ExportGateState> {
  const next = step(EXPORT_GATE_MOVES, state, event);
  const { count } = await tx.exportGate.updateMany({ where: { id, state, version }, data: { ...change, state: next, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
  return next;
}

export function factsOf(gate: Pick<ExportGateRow, "sellerId" | "buyerId" | "venueId" | "divisionCode" | "firstById">) {
  return { ownerId: gate.sellerId, counterpartyId: gate.buyerId, venueId: gate.venueId, divisionCode: gate.divisionCode, authorId: gate.firstById };
}

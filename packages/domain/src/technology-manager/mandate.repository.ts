import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { MandateState } from "./mandate.machine.ts";

const PARTY = { select: { id: true, name: true, nameEn: true } } as const;
export const WHOLE_MANDATE = { client: PARTY, agency: PARTY, result: { select: { id: true, title: true } }, demand: { select: { id: true, title: true } } } as const satisfies Prisma.MandateInclude;

export type MandateRow = Prisma.MandateGetPayload<{ include: typeof WHOLE_MANDATE }>;

export async function getMandate(db: Pick<Tx, "mandate">, id: string): Promise<MandateRow> {
  return (await db.mandate.findUnique({ where: { id }, include: WHOLE_MANDATE })) ?? notFound("mandate", id);
}

export async function lockMandate(tx: Tx, id: string): Promise<MandateRow> {
  await tx.$queryRaw`select 1 from mandate where id = ${id}::uuid for update`;
  return getMandate(tx, id);
}

export async function moveMandate(tx: Tx, { id, state, version }: MandateRow, to: MandateState, change: Prisma.MandateUncheckedUpdateManyInput): Promise<void> {
  const { count } = await tx.mandate.updateMany({ where: { id, state, version }, data: { ...change, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
}

export function factsOf({ clientId, agencyId, divisionCode }: Pick<MandateRow, "clientId" | "agencyId" | "divisionCode">) {
  return { ownerId: clientId, counterpartyId: agencyId, divisionCode };
}

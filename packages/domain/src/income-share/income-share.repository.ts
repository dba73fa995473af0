import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { INCOME_SHARE_MOVES, type IncomeShareEvent, type IncomeShareState } from "./income-share.machine.ts";

const WHOLE = {
  unit: { select: { id: true, name: true, divisionCode: true } },
  result: { select: { id: true, title: true, completers: { orderBy: { position: "asc" } } } },
  deal: { select: { id: true, no: true, state: true, tradeMode: true } },
  lines: { orderBy: { position: "asc" } },
  objections: { orderBy: { filedAt: "asc" } },
} as const satisfies Prisma.IncomeShareInclude;
export type IncomeShareRow = Prisma.IncomeShareGetPayload<{ include: typeof WHOLE }>;

export async function getIncomeShare(db: Pick<Tx, "incomeShare">, id: string): Promise<IncomeShareRow> {
  return (await db.incomeShare.findUnique({ where: { id }, include: WHOLE })) ?? notFound("income-share", id);
}

export async function lockIncomeShare(tx: Tx, id: string): Promise<IncomeShareRow> {
  await tx.$queryRaw`select 1 from income_share where id = ${id}::uuid for update`;
  return getIncomeShare(tx, id);
}

/** Plans of one result are adopted one after the other: each counts on what the others gave, and on who took ownership. */
export async function lockPlansOf(tx: Tx, incomeShareId: string): Promise<void> {
  const share = (await tx.incomeShare.findUnique({ where: { id: incomeShareId }, select: { resultId: true } })) ?? notFound("income-share", incomeShareId);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`income-share/${share.resultId}`}, 0))`;
}

/** Who took ownership of a result and who shares in its income, by all plans but one. */
export async function otherPlans(db: Pick<Tx, "incomeShare">, { id, resultId }: Pick<IncomeShareRow, "id" | "resultId">): Promise<{ readonly owners: string[]; readonly sharing: string[] }> {
  const plans = await db.incomeShare.findMany({ where: { resultId, id: { not: id }, state: { in: ["NOTICED", "PAYABLE", "PAID"] } }, select: { owners: true, lines: { select: { name: true } } } });
  return { owners: [...new Set(plans.flatMap(({ owners }) => owners))], sharing: [...new Set(plans.flatMap(({ lines }) => lines.map(({ name }) => name)))] };
}

type Change = Omit<Prisma.IncomeShareUncheckedUpdateManyInput, "state" | "version">;

export async function moveIncomeShare(tx: Tx, { id, state, version }: Pick<IncomeShareRow, "id" | "state" | "version">, event: IncomeShareEvent, change: Change = {}): Promise<IncomeShareState> {
  const next = step(INCOME_SHARE_MOVES, state, event);
  const { count } = await tx.incomeShare.updateMany({ where: { id, state, version }, data: { ...change, state: next, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
  return next;
}

export function factsOf(share: Pick<IncomeShareRow, "unitId" | "divisionCode" | "adoptedById">) {
  return { ownerId: share.unitId, divisionCode: share.divisionCode, authorId: share.adoptedById };
}

export function openObjections({ objections }: Pick<IncomeShareRow, "objections">): number {
  return objections.filter(({ ruledAt }) => ruledAt === null).length;
}

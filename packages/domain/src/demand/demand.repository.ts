import type { Prisma } from "../generated/client.ts";
import { putEntry } from "../search/index.ts";
import { endOfDay } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import type { DemandState } from "./demand.machine.ts";
import type { DemandContent } from "./demand.rules.ts";
import type { DemandTyped } from "./demand.schema.ts";

const WHOLE = { owner: { select: { id: true, name: true, nameEn: true, kind: true, divisionCode: true } } } as const satisfies Prisma.DemandInclude;

export type DemandRow = Prisma.DemandGetPayload<{ include: typeof WHOLE }>;

export async function getDemand(db: Pick<Tx, "demand">, id: string): Promise<DemandRow> {
  return (await db.demand.findUnique({ where: { id }, include: WHOLE })) ?? notFound("demand", id);
}

export async function changeDemand(tx: Tx, { id, state }: DemandRow, version: number, data: Prisma.DemandUpdateManyMutationInput & { state?: DemandState }): Promise<void> {
  const { count } = await tx.demand.updateMany({ where: { id, state, version }, data: { ...data, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
}

export function contentOf(row: DemandRow): DemandContent {
  const { title, problem, targets, field, budgetFen, deadlineOn, divisionCode, contactName, contactPhone } = row;
  return { title, problem, targets, field, budgetFen, deadlineOn: deadlineOn && dayOfColumn(deadlineOn), divisionCode, contactName, contactPhone };
}

/** The content with what was typed into it. */
export function typedInto(content: DemandContent, { budget, ...typed }: DemandTyped): DemandContent {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Partial<DemandContent>;
  return { ...content, ...given, ...(budget === undefined ? {} : { budgetFen: budget }) };
}

export function columnsOf({ deadlineOn, ...content }: DemandContent) {
  return { ...content, deadlineOn: deadlineOn && dateColumn(deadlineOn) };
}

/** What an open demand is found by: its title, then its targets, then its owner, then the problem. */
export async function putDemandEntry(tx: Tx, row: Pick<DemandRow, "id" | "owner">, content: DemandContent, at: Date): Promise<void> {
  await putEntry(tx, {
    kind: "DEMAND", subjectId: row.id, title: content.title, titleEn: null, text: content.problem, owner: row.owner, field: content.field, divisionCode: content.divisionCode, stage: null, modes: [],
    parts: [{ text: content.title, weight: "A" }, { text: content.targets, weight: "B" }, { text: row.owner.name, weight: "C" }, { text: row.owner.nameEn ?? "", weight: "C" }, { text: content.problem, weight: "D" }],
    priceFen: content.budgetFen, dueAt: content.deadlineOn && endOfDay(content.deadlineOn), at, card: { deadlineOn: content.deadlineOn },
  });
}

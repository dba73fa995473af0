import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { storedTerms } from "../terms/index.ts";
import { USE_FIRST_MOVES, type UseFirstEvent, type UseFirstState } from "./use-first.machine.ts";
import type { UseFirstTerms } from "./use-first.rules.ts";

const PARTY = { select: { id: true, name: true, nameEn: true } } as const;
const WHOLE = {
  deal: { select: { id: true, no: true, terms: true, venueId: true, listingId: true, noticeId: true, awardedAt: true } },
  result: { select: { id: true, title: true } },
  seller: PARTY,
  buyer: PARTY,
  reports: { orderBy: { no: "asc" } },
  payments: { orderBy: { no: "asc" } },
} as const satisfies Prisma.UseFirstInclude;
export type UseFirstRow = Prisma.UseFirstGetPayload<{ include: typeof WHOLE }>;

export async function getUseFirst(db: Pick<Tx, "useFirst">, id: string): Promise<UseFirstRow> {
  return (await db.useFirst.findUnique({ where: { id }, include: WHOLE })) ?? notFound("use-first", id);
}

export async function lockUseFirst(tx: Tx, id: string): Promise<UseFirstRow> {
  await tx.$queryRaw`select 1 from use_first where id = ${id}::uuid for update`;
  return getUseFirst(tx, id);
}

type Change = Omit<Prisma.UseFirstUncheckedUpdateManyInput, "state" | "version">;

export async function moveUseFirst(tx: Tx, { id, state, version }: Pick<UseFirstRow, "id" | "state" | "version">, event: UseFirstEvent, change: Change = {}): Promise<UseFirstState> {
  const next = step(USE_FIRST_MOVES, state, event);
  const { count } = await tx.useFirst.updateMany({ where: { id, state, version }, data: { ...change, state: next, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
  return next;
}

export function factsOf({ sellerId, buyerId, divisionCode }: Pick<UseFirstRow, "sellerId" | "buyerId" | "divisionCode">) {
  return { ownerId: sellerId, counterpartyId: buyerId, divisionCode };
}

/** The payment terms of a deal where they are of this kind. */
export function useFirstTerms(terms: unknown): UseFirstTerms | null {
  const payment = storedTerms(terms)?.payment;
  return payment?.form === "USE_FIRST" ? payment : null;
}

/** The report that waits for the other side's answer. */
export function openReport({ reports }: Pick<UseFirstRow, "reports">) {
  return reports.find(({ answer }) => answer === null);
}

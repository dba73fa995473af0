import { randomInt } from "node:crypto";
import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { DEPOSIT_MOVES, type DepositEvent, type DepositState } from "./deposit.machine.ts";

const WITH_LOT = {
  payer: { select: { id: true, name: true } },
  intent: { select: { id: true, listingId: true, listing: { select: { venueId: true, sellerId: true, divisionCode: true, no: true, publishedAt: true, state: true } } } },
  forfeit: true,
} as const satisfies Prisma.DepositInclude;

export type DepositRow = Prisma.DepositGetPayload<{ include: typeof WITH_LOT }>;

/** Takes the row's lock first, so that whoever decides reads the clock and the state after everybody before him. */
export async function lockDeposit(tx: Tx, where: { id: string } | { intentId: string } | { reference: string }): Promise<DepositRow | null> {
  const unlocked = await tx.deposit.findUnique({ where, select: { id: true } });
  if (!unlocked) return null;
  await tx.$queryRaw`select 1 from deposit where id = ${unlocked.id}::uuid for update`;
  return tx.deposit.findUnique({ where: { id: unlocked.id }, include: WITH_LOT });
}

/** Locks every deposit of a lot in one order, so that two that do it cannot wait for each other. */
export async function lockDepositsOf(tx: Tx, listingId: string): Promise<DepositRow[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select d.id::text from deposit d join intent i on i.id = d.intent_id where i.listing_id = ${listingId}::uuid order by d.id for update of d`;
  return tx.deposit.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, include: WITH_LOT, orderBy: { id: "asc" } });
}

export async function getDeposit(tx: Pick<Tx, "deposit">, id: string): Promise<DepositRow> {
  return (await tx.deposit.findUnique({ where: { id }, include: WITH_LOT })) ?? notFound("deposit", id);
}

type Change = Omit<Prisma.DepositUpdateManyMutationInput, "state" | "version">;

export async function moveDeposit(tx: Tx, deposit: Pick<DepositRow, "id" | "state" | "version">, event: DepositEvent, change: Change): Promise<DepositState> {
  const { id, state, version } = deposit;
  const next = step(DEPOSIT_MOVES, state, event);
  const { count } = await tx.deposit.updateMany({ where: { id, state, version }, data: { ...change, state: next, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
  return next;
}

const REFERENCE_PREFIX = "BZ";
// Without 0, 1, I, L, O: people copy it by hand onto a transfer form.
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const REFERENCE_LETTERS = 10;

/** What the payer writes on the transfer (附言): not to be guessed from the lot, nor from another bidder's. */
export function newReference(): string {
  return REFERENCE_PREFIX + Array.from({ length: REFERENCE_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

export function isDepositReference(reference: string): boolean {
  return reference.startsWith(REFERENCE_PREFIX);
}

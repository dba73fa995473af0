import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { balanceOf, sumOfBook } from "../ledger/index.ts";
import type { ReceiptOutcome } from "./deposit.texts.ts";

const ACCOUNT_KEY = "deposit.account";
/** Where deposits are paid to (保证金专用账户): set by the venue. */
export const DepositAccount = z.object({ holder: z.string(), number: z.string(), bank: z.string() });
export type DepositAccount = z.infer<typeof DepositAccount>;

/** The venue's segregated account; null while it has set none. */
export async function depositAccountOf(db: Pick<Tx, "parameter">, venueId: string): Promise<DepositAccount | null> {
  const row = await db.parameter.findFirst({ where: { key: ACCOUNT_KEY, scope: venueId }, orderBy: { version: "desc" } });
  return row ? DepositAccount.parse(row.value) : null;
}

/** A deposit as payer and settlement officers see it. */
export const readDeposit = defineQuery("deposit.read", z.object({ depositId: Id }), async (ctx, { depositId }) => {
  const row = await ctx.db.deposit.findUnique({
    where: { id: depositId },
    include: { payer: { select: { name: true } }, intent: { select: { listing: { select: { id: true, no: true, venueId: true } } } } },
  });
  if (!row) notFound("deposit", depositId);
  const { listing } = row.intent;
  ctx.authorise({ ownerId: row.payerId, venueId: listing.venueId });
  const { state, amountFen, reference, dueAt, paused, heldAt, lockedAt, refundDueAt, endedAt } = row;
  return { depositId, state, amountFen, reference, dueAt, paused, heldAt, lockedAt, refundDueAt, endedAt, payer: row.payer.name, listing: { listingId: listing.id, no: listing.no }, account: await depositAccountOf(ctx.db, listing.venueId) };
});

/** Everything that reached the venue's account, newest first, with what became of it. */
export const listPayments = defineQuery("payment.list", PageInput, async (ctx, { limit, cursor }) => {
  const venueId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ venueId });
  const position = decodeCursor(cursor, 2);
  const rows = await ctx.db.paymentReceipt.findMany({
    where: {
      venueId: venueId!,
      reportedAt: { not: null },
      ...(position === null ? {} : { OR: [{ reportedAt: { lt: new Date(position[0]!) } }, { reportedAt: new Date(position[0]!), id: { lt: String(position[1]) } }] }),
    },
    include: { refund: { select: { id: true, state: true, dueAt: true, paidAt: true } } },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.reportedAt!.toISOString(), row.id]);
  const counted = await ctx.db.ledgerTransaction.findMany({
    where: { requestId: { in: page.items.flatMap(({ id }) => [`price/${id}`, `return/${id}`]) } },
    select: { requestId: true, subjectId: true },
  });
  return {
    items: page.items.map(({ id, outcome, venueId: _venue, ...row }) => ({
      receiptId: id,
      ...row,
      outcome: outcome as ReceiptOutcome,
      /** The deal whose price it is part of, or was returned to, once that is booked. */
      dealId: counted.find(({ requestId }) => requestId.endsWith(`/${id}`))?.subjectId ?? null,
    })),
    nextCursor: page.nextCursor,
  };
});

/** Refunds that settlement officers owe, the most urgent first. */
export const listRefunds = defineQuery("deposit.list-refunds", PageInput.extend({ state: z.enum(["ORDERED", "PAID"]).default("ORDERED") }), async (ctx, { state, limit, cursor }) => {
  const venueId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ venueId });
  const position = decodeCursor(cursor, 2);
  const isOpen = state === "ORDERED";
  const beyond = isOpen ? "gt" : "lt";
  const rows = await ctx.db.paymentRefund.findMany({
    where: {
      venueId: venueId!,
      state,
      ...(position === null ? {} : { OR: [{ dueAt: { [beyond]: new Date(position[0]!) } }, { dueAt: new Date(position[0]!), id: { [beyond]: String(position[1]) } }] }),
    },
    include: { receipt: { select: { payerName: true, payerAccount: true, reference: true, provider: true } } },
    orderBy: isOpen ? [{ dueAt: "asc" }, { id: "asc" }] : [{ dueAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.dueAt.toISOString(), row.id]);
  return {
    now: await ctx.now(),
    items: page.items.map(({ id, receipt, amountFen, reason, orderedAt, dueAt, paidAt, providerRef, depositId }) => ({ refundId: id, ...receipt, amountFen, reason, orderedAt, dueAt, paidAt, providerRef, isDeposit: depositId !== null })),
    nextCursor: page.nextCursor,
  };
});

/** The book of one lot (分户账): what came, what went, what is held. */
export const readLotLedger = defineQuery("ledger.read", z.object({ listingId: Id }), async (ctx, { listingId }) => {
  const listing = await ctx.db.listing.findUnique({ where: { id: listingId }, select: { no: true, venueId: true, divisionCode: true } });
  if (!listing) notFound("listing", listingId);
  ctx.authorise({ venueId: listing.venueId, divisionCode: listing.divisionCode });
  const transactions = await ctx.db.ledgerTransaction.findMany({
    where: { entries: { some: { account: { purpose: listingId } } } },
    include: { entries: { orderBy: { line: "asc" }, include: { account: { select: { kind: true, ownerKey: true } } } } },
    orderBy: { id: "asc" },
    take: 500,
  });
  return {
    no: listing.no,
    heldFen: await balanceOf(ctx.db, listingId, { kind: "DEPOSIT_HELD", owner: listingId }),
    isBalanced: (await sumOfBook(ctx.db)) === 0n,
    transactions: transactions.map(({ id, kind, at, entries }) => ({ id, kind, at, entries: entries.map(({ line, amountFen, account }) => ({ line, amountFen, kind: account.kind, isLot: account.ownerKey === listingId })) })),
  };
});

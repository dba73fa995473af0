import { depositApplied, depositForfeited, forfeitDistributed, post, releasedToSeller, reversed } from "../ledger/index.ts";
import { fen, ZERO_FEN, type Fen } from "../shared/money.ts";
import type { Context } from "../shared/use-case.ts";
import { lockDeposit, lockDepositsOf, moveDeposit, newReference, type DepositRow } from "./deposit.repository.ts";
import type { DepositEvent, DepositState } from "./deposit.machine.ts";
import type { ForfeitWaterfall } from "./deposit.rules.ts";
import { creditInterest, orderRefund } from "./receipts.ts";

/**
 * What other features do to deposits, inside their own acts. Every function may be called again without a second effect: it
 * finds the deposit where the first call left it.
 */

export type DepositRequest = {
  readonly intentId: string;
  readonly payerId: string;
  readonly amountFen: bigint;
  readonly dueAt: Date;
  /** False where the deadline is the end of a period that the caller itself settles. */
  readonly expiresByItself: boolean;
};

/** Asks for a deposit; the payer is told reference and deadline. */
export async function requestDeposit(ctx: Context, request: DepositRequest): Promise<{ readonly depositId: string; readonly reference: string }> {
  const { intentId, payerId, amountFen, dueAt } = request;
  const known = await ctx.tx.deposit.findUnique({ where: { intentId }, select: { id: true, reference: true } });
  if (known) return { depositId: known.id, reference: known.reference };
  const { id, reference } = await ctx.tx.deposit.create({ data: { intentId, payerId, amountFen, dueAt, reference: newReference() } });
  if (request.expiresByItself) await ctx.due("deposit.expire", id, dueAt);
  return { depositId: id, reference };
}

/** Nobody pays while a procedure is suspended (trading §9.15). */
export async function pauseDeposits(ctx: Context, listingId: string): Promise<void> {
  for (const deposit of await lockDepositsOf(ctx.tx, listingId)) {
    if (deposit.state !== "REQUESTED") continue;
    await ctx.tx.deposit.update({ where: { id: deposit.id }, data: { paused: true, version: { increment: 1 } } });
    await ctx.notDue("deposit.expire", deposit.id);
  }
}

/** The period has a new end, and with it every deposit still awaited; a suspension, if there was one, is over. */
export async function postponeDeposits(ctx: Context, listingId: string, dueAt: Date): Promise<void> {
  for (const deposit of await lockDepositsOf(ctx.tx, listingId)) {
    if (deposit.state !== "REQUESTED") continue;
    await ctx.tx.deposit.update({ where: { id: deposit.id }, data: { paused: false, dueAt, version: { increment: 1 } } });
    await ctx.notDue("deposit.expire", deposit.id);
  }
}

/** Deposits of a lot under lock, for whoever counts them. */
export async function depositsOfLot(ctx: Context, listingId: string): Promise<readonly { readonly intentId: string; readonly state: DepositState; readonly heldAt: Date | null }[]> {
  return lockDepositsOf(ctx.tx, listingId);
}

/** Bidding opens, or the sole buyer is held to his offer: from here a deposit leaves only by the outcome. */
export async function lockDeposits(ctx: Context, listingId: string, at: Date = ctx.clock.now()): Promise<number> {
  let locked = 0;
  for (const deposit of await lockDepositsOf(ctx.tx, listingId)) {
    if (deposit.state !== "HELD") continue;
    await moveDeposit(ctx.tx, deposit, "lock", { lockedAt: at });
    locked += 1;
  }
  return locked;
}

/** Gives a deposit back, or takes the request back where nothing was paid. `from` is when the claim arose. */
export async function releaseDeposit(
  ctx: Context,
  intentId: string,
  event: Extract<DepositEvent, "withdraw" | "release" | "lose" | "stepDown">,
  from: Date = ctx.clock.now(),
): Promise<DepositState | null> {
  const deposit = await lockDeposit(ctx.tx, { intentId });
  if (!deposit) return null;
  if (deposit.state === "REQUESTED") {
    await ctx.notDue("deposit.expire", deposit.id);
    return moveDeposit(ctx.tx, deposit, "cancel", { endedAt: from });
  }
  if (GIVEN_BACK.has(deposit.state)) return deposit.state;
  // A loser whose deposit was never locked (the lot failed before it opened) is simply released.
  const fitting = deposit.state === "HELD" && event === "lose" ? "release" : event;
  const refundDueAt = await refundOf(ctx, deposit, fitting, from);
  return moveDeposit(ctx.tx, deposit, fitting, { refundDueAt });
}
const GIVEN_BACK: ReadonlySet<DepositState> = new Set<DepositState>(["REFUNDING", "REFUNDED", "CANCELLED"]);

async function refundOf(ctx: Context, deposit: DepositRow, reason: DepositEvent, from: Date): Promise<Date> {
  const interestFen = await creditInterest(ctx, deposit, from);
  return orderRefund(ctx, {
    interestFen,
    announcedAt: deposit.intent.listing.publishedAt,
    receipt: { id: deposit.receiptId!, venueId: deposit.intent.listing.venueId },
    depositId: deposit.id,
    purpose: deposit.intent.listingId,
    owner: deposit.payerId,
    amountFen: fen(deposit.amountFen),
    reason,
    from,
  });
}

/** The winner's deposit counts towards the price (Court-Online 23). */
export async function applyDeposit(ctx: Context, intentId: string): Promise<Fen> {
  const deposit = await lockDeposit(ctx.tx, { intentId });
  if (!deposit) return ZERO_FEN;
  if (deposit.state !== "APPLIED") {
    await moveDeposit(ctx.tx, deposit, "apply", { endedAt: ctx.clock.now() });
    await post(ctx, `deposit/${deposit.id}/applied`, subject(deposit), depositApplied(moved(deposit)));
  }
  return fen(deposit.amountFen);
}

/** The deal failed after signing: what counted towards its price is a locked deposit again, in the segregated account. */
export async function takeBackDeposit(ctx: Context, intentId: string): Promise<Fen> {
  const deposit = await lockDeposit(ctx.tx, { intentId });
  if (!deposit) return ZERO_FEN;
  if (deposit.state === "APPLIED") {
    await moveDeposit(ctx.tx, deposit, "takeBack", { endedAt: null });
    await post(ctx, `deposit/${deposit.id}/taken-back`, subject(deposit), reversed(depositApplied(moved(deposit))));
  }
  return fen(deposit.amountFen);
}

/** The first reserve keeps his deposit in, if he agreed to stand by; `promote` puts him in the winner's place. */
export async function keepAsReserve(ctx: Context, intentId: string, event: Extract<DepositEvent, "standBy" | "promote">): Promise<DepositState | null> {
  const deposit = await lockDeposit(ctx.tx, { intentId });
  if (!deposit) return null;
  const wanted = event === "standBy" ? "STANDBY" : "LOCKED";
  return deposit.state === wanted ? wanted : moveDeposit(ctx.tx, deposit, event, {});
}

/** After a default was decided and the window for appeal is over; the money stays where it is until it is distributed. */
export async function forfeitDeposit(ctx: Context, intentId: string): Promise<Fen> {
  const deposit = await lockDeposit(ctx.tx, { intentId });
  if (!deposit) return ZERO_FEN;
  if (deposit.state !== "FORFEITED" && deposit.state !== "DISTRIBUTED") {
    await moveDeposit(ctx.tx, deposit, "forfeit", {});
    await post(ctx, `deposit/${deposit.id}/forfeited`, subject(deposit), depositForfeited(moved(deposit)));
  }
  return fen(deposit.amountFen);
}

/** Runs the waterfall of trading §4.4 over a forfeited deposit; what the announcement leaves to the bidder goes back to his account. */
export async function distributeForfeit(ctx: Context, intentId: string, waterfall: ForfeitWaterfall): Promise<void> {
  const deposit = await lockDeposit(ctx.tx, { intentId });
  if (!deposit || deposit.state === "DISTRIBUTED") return;
  const at = ctx.clock.now();
  await moveDeposit(ctx.tx, deposit, "distribute", { endedAt: at });
  const { venueId, sellerId } = deposit.intent.listing;
  const listingId = deposit.intent.listingId;
  const toSellerFen = waterfall.toShortfallFen + waterfall.surplusToSellerFen;
  await post(ctx, `deposit/${deposit.id}/distributed`, subject(deposit), forfeitDistributed({ listingId, bidder: deposit.payerId, venue: venueId, seller: sellerId, ...waterfall }));
  if (toSellerFen > 0n) await post(ctx, `deposit/${deposit.id}/to-seller`, subject(deposit), releasedToSeller({ listingId, seller: sellerId, amountFen: toSellerFen }));
  if (waterfall.surplusToBidderFen > 0n) {
    await orderRefund(ctx, {
      receipt: { id: deposit.receiptId!, venueId },
      depositId: null,
      purpose: listingId,
      owner: deposit.payerId,
      amountFen: waterfall.surplusToBidderFen,
      reason: "surplus",
      from: at,
      announcedAt: deposit.intent.listing.publishedAt,
    });
  }
}

const subject = ({ id }: DepositRow) => ({ type: "deposit", id });
const moved = (deposit: DepositRow) => ({ listingId: deposit.intent.listingId, bidder: deposit.payerId, amountFen: deposit.amountFen });

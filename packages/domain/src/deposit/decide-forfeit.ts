import { notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { fen, toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { depositTermsAt } from "./deposit-terms.ts";
import { lockDeposit, type DepositRow } from "./deposit.repository.ts";
import type { ForfeitGround } from "./deposit.rules.ts";
import { DecideForfeitInput } from "./forfeit.schema.ts";

/** The venue decides, with reasons, that a deposit is not returned (不予退还决定); the bidder may appeal, another person rules. Trading §4.2. */
export const decideForfeit = defineUseCase("deposit.decide-forfeit", DecideForfeitInput, async (ctx, { depositId, ground, reason }) => {
  const deposit = (await lockDeposit(ctx.tx, { id: depositId })) ?? notFound("deposit", depositId);
  ctx.authorise({ venueId: deposit.intent.listing.venueId });
  if (deposit.forfeit) throw new DomainError("FORFEIT_DECIDED_ALREADY", "conflict");
  const { appealEndsAt } = await decide(ctx, deposit, { ground, reason, decidedById: personIdOf(ctx.actor)!, firstPriceFen: null });
  return { depositId, appealEndsAt };
});

export type ForfeitOpening = {
  readonly intentId: string;
  readonly ground: ForfeitGround;
  readonly reason: string;
  /** Who decided it: never the one who rules later. */
  readonly decidedById: string;
  /** The price that the bidder failed to honour, where no deal was opened on it. */
  readonly firstPriceFen: bigint | null;
};

/** The same decision as part of another feature's act (a winner who backs out of an auction, 悔拍). Twice is once. */
export async function openForfeit(ctx: Context, { intentId, ...decision }: ForfeitOpening): Promise<{ readonly depositId: string; readonly appealEndsAt: Date } | null> {
  const deposit = await lockDeposit(ctx.tx, { intentId });
  if (!deposit) return null;
  return deposit.forfeit ? { depositId: deposit.id, appealEndsAt: deposit.forfeit.appealEndsAt } : decide(ctx, deposit, decision);
}

type Decision = Omit<ForfeitOpening, "intentId">;

async function decide(ctx: Context, deposit: DepositRow, decision: Decision) {
  const { listing } = deposit.intent;
  if (deposit.state !== "LOCKED" && deposit.state !== "STANDBY") refuse("FORFEIT_NOT_LOCKED");
  const decidedAt = ctx.clock.now();
  const { forfeit: rule } = await depositTermsAt(ctx.tx, listing.venueId, listing.publishedAt ?? decidedAt);
  const appealEndsAt = endOfDay(addWorkingDays(calendarFor(), dayOf(decidedAt), rule.appealWorkingDays));
  await ctx.tx.depositForfeit.create({ data: { depositId: deposit.id, ...decision, decidedAt, appealEndsAt } });
  await ctx.due("deposit.appeal-over", deposit.id, appealEndsAt);
  ctx.record({ type: "deposit", id: deposit.id, divisionCode: listing.divisionCode, after: { forfeit: decision.ground, reason: decision.reason, appealEndsAt } });
  await notifyOrganisation(ctx, deposit.payerId, ["BUYER"], {
    kind: "deposit.forfeit-decided",
    params: { listing: listing.no, amount: toYuanText(fen(deposit.amountFen)), until: appealEndsAt.toISOString().slice(0, 10) },
    link: `/desk/forfeits/${deposit.id}`,
  });
  return { depositId: deposit.id, appealEndsAt };
}

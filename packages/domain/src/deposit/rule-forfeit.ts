import { notifyOrganisation } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { lockDeposit } from "./deposit.repository.ts";
import { forfeitRefusal } from "./deposit.rules.ts";
import { RuleForfeitInput } from "./forfeit.schema.ts";
import { forfeitDeposit, releaseDeposit } from "./move-deposits.ts";

/**
 * The second person rules (复核裁定). Revoked, the deposit goes back at once; upheld, which waits for the end of the window so that an
 * appeal can still come, the claim passes to the lot and the waterfall may run. Trading §4.2.
 */
export const ruleForfeit = defineUseCase("deposit.rule-forfeit", RuleForfeitInput, async (ctx, { depositId, ruling, reason }) => {
  const deposit = (await lockDeposit(ctx.tx, { id: depositId })) ?? notFound("deposit", depositId);
  const { listing } = deposit.intent;
  ctx.authorise({ venueId: listing.venueId, authorId: deposit.forfeit?.decidedById ?? null });
  const { forfeit } = deposit;
  if (!forfeit) refuse("FORFEIT_NOT_OPEN");
  if (forfeit.ruledAt !== null) throw new DomainError("FORFEIT_RULED_ALREADY", "conflict");
  const ruledAt = ctx.clock.now();
  const ruledById = personIdOf(ctx.actor)!;
  if (ruling === "UPHELD") {
    const refusal = forfeitRefusal({ reason: forfeit.reason, decidedBy: forfeit.decidedById, confirmedBy: ruledById, appealEndsAt: forfeit.appealEndsAt, now: ruledAt });
    if (refusal) refuse(`FORFEIT_${refusal}`);
  }
  await ctx.tx.depositForfeit.update({ where: { depositId }, data: { ruling, rulingReason: reason, ruledById, ruledAt } });
  await ctx.notDue("deposit.appeal-over", depositId);
  if (ruling === "UPHELD") await forfeitDeposit(ctx, deposit.intentId);
  else await releaseDeposit(ctx, deposit.intentId, "release", ruledAt);
  ctx.record({ type: "deposit", id: depositId, divisionCode: listing.divisionCode, before: { state: deposit.state }, after: { ruling, reason } });
  await notifyOrganisation(ctx, deposit.payerId, ["BUYER"], { kind: ruling === "UPHELD" ? "deposit.forfeit-upheld" : "deposit.forfeit-revoked", params: { listing: listing.no }, link: `/desk/forfeits/${depositId}` });
  if (ruling === "UPHELD") await notifyOrganisation(ctx, listing.venueId, ["VENUE_FINANCE"], { kind: "deposit.forfeit-to-distribute", params: { listing: listing.no }, link: `/desk/forfeits/${depositId}` });
  return { depositId, ruling };
});

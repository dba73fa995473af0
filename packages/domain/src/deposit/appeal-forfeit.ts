import { notifyOrganisation } from "../notification/index.ts";
import { DomainError, notFound, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { lockDeposit } from "./deposit.repository.ts";
import { DepositIdInput } from "./deposit.schema.ts";
import { AppealForfeitInput } from "./forfeit.schema.ts";

/** The bidder objects to the decision that his deposit is kept (申诉), once, within the window. */
export const appealForfeit = defineUseCase("deposit.appeal-forfeit", AppealForfeitInput, async (ctx, { depositId, appeal }) => {
  const deposit = (await lockDeposit(ctx.tx, { id: depositId })) ?? notFound("deposit", depositId);
  ctx.authorise({ ownerId: deposit.payerId });
  const { forfeit } = deposit;
  if (!forfeit || forfeit.ruledAt !== null) refuse("FORFEIT_NOT_OPEN");
  if (forfeit.appealedAt !== null) throw new DomainError("FORFEIT_APPEALED_ALREADY", "conflict");
  const appealedAt = ctx.clock.now();
  if (appealedAt >= forfeit.appealEndsAt) refuse("FORFEIT_APPEAL_OVER");
  await ctx.tx.depositForfeit.update({ where: { depositId }, data: { appeal, appealedAt } });
  const { listing } = deposit.intent;
  ctx.record({ type: "deposit", id: depositId, divisionCode: listing.divisionCode, after: { appeal } });
  await notifyOrganisation(ctx, listing.venueId, ["VENUE_REVIEWER"], { kind: "deposit.forfeit-appealed", params: { listing: listing.no }, link: `/desk/forfeits/${depositId}` });
  return { depositId, appealedAt };
});

/** The window for appeal is over: the decision waits for the ruling of the second person. */
export const remindOfRuling = defineUseCase("deposit.remind-of-ruling", DepositIdInput, async (ctx, { depositId }) => {
  ctx.authorise();
  const deposit = (await lockDeposit(ctx.tx, { id: depositId })) ?? notFound("deposit", depositId);
  const { listing } = deposit.intent;
  ctx.record({ type: "deposit", id: depositId, divisionCode: listing.divisionCode, after: { appealOver: true, ruled: deposit.forfeit?.ruledAt ?? null } });
  if (deposit.forfeit?.ruledAt === null) await notifyOrganisation(ctx, listing.venueId, ["VENUE_REVIEWER"], { kind: "deposit.forfeit-to-rule", params: { listing: listing.no }, link: `/desk/forfeits/${depositId}` });
  return { depositId };
});

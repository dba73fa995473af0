import { releaseDeposit } from "../deposit/index.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandRunning } from "./announce.ts";
import { lockIntent, moveIntent } from "./intent.repository.ts";
import { DropIntentInput, IntentIdInput } from "./listing.schema.ts";
import { tellBuyer } from "./tell.ts";

/** A buyer steps back before the period ends (退出), with the deposit; an admitted one only where the announcement allows it. */
export const leaveIntent = defineUseCase("intent.leave", IntentIdInput, async (ctx, input) => {
  const { intent, listing } = await lockIntent(ctx.tx, input.intentId);
  ctx.authorise({ ownerId: intent.buyerId });
  demandRunning(ctx, listing);
  if (listing.state !== "LISTED" && listing.state !== "SUSPENDED") refuse("LISTING_NOT_OPEN");
  // Who no longer agrees after a change of terms may always go.
  if (intent.state === "ADMITTED" && !listing.promise.mayLeave) refuse("MAY_NOT_LEAVE");
  const now = ctx.clock.now();
  const state = await moveIntent(ctx.tx, intent, "leave", { endedAt: now });
  await releaseDeposit(ctx, intent.id, "withdraw", now);
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { state: intent.state }, after: { state } });
  return { intentId: intent.id, state };
});

/** An admitted buyer accepts the changed terms (重新确认). */
export const reconfirmIntent = defineUseCase("intent.reconfirm", IntentIdInput, async (ctx, input) => {
  const { intent, listing } = await lockIntent(ctx.tx, input.intentId);
  ctx.authorise({ ownerId: intent.buyerId });
  if (listing.state !== "LISTED") refuse("LISTING_NOT_OPEN");
  demandRunning(ctx, listing);
  const state = await moveIntent(ctx.tx, intent, "reconfirm", { termsNo: listing.termsVersion });
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { state: intent.state }, after: { state, termsNo: listing.termsVersion } });
  return { intentId: intent.id, state };
});

/** The deposit did not arrive in time (逾期未交): out, with effect from the deadline. */
export const dropIntent = defineUseCase("intent.drop", DropIntentInput, async (ctx, input) => {
  ctx.authorise();
  const { intent, listing } = await lockIntent(ctx.tx, input.intentId);
  const isDue = intent.state === "QUALIFIED";
  if (isDue) {
    await moveIntent(ctx.tx, intent, "drop", { endedAt: input.expiredAt });
    await tellBuyer(ctx, listing, intent.buyerId, "intent.dropped");
  }
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { state: intent.state }, after: { dropped: isDue } });
  return { intentId: intent.id, dropped: isDue };
});

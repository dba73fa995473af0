import { defineUseCase, type Context } from "../shared/use-case.ts";
import { lockIntent, moveIntent, newBidderNo, type Intent } from "./intent.repository.ts";
import { IntentAdmitted } from "./listing.events.ts";
import type { Listing } from "./listing.repository.ts";
import { AdmitIntentInput } from "./listing.schema.ts";
import { tellBuyer } from "./tell.ts";

/** Lets a qualified buyer whose deposit has arrived take part (取得竞买资格). */
export const admitIntent = defineUseCase("intent.admit", AdmitIntentInput, async (ctx, input) => {
  ctx.authorise();
  const { intent, listing } = await lockIntent(ctx.tx, input.intentId);
  const deposit = await ctx.tx.deposit.findUnique({ where: { intentId: intent.id }, select: { state: true, heldAt: true } });
  // The end of the period may have admitted him already; after it, or released meanwhile, there is nothing to admit to.
  const isDue = intent.state === "QUALIFIED" && listing.state === "LISTED" && deposit?.state === "HELD" && deposit.heldAt !== null;
  if (isDue) await admit(ctx, listing, intent, deposit.heldAt!);
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { state: intent.state }, after: { admitted: isDue } });
  return { intentId: intent.id, admitted: isDue };
});

/** Gives the bidder number; the caller holds the listing's lock. */
export async function admit(ctx: Context, listing: Listing, intent: Intent, admittedAt: Date): Promise<number> {
  const bidderNo = await newBidderNo(ctx.tx, listing.id);
  await moveIntent(ctx.tx, intent, "admit", { admittedAt, bidderNo });
  ctx.emit(IntentAdmitted, { type: "intent", id: intent.id }, { intentId: intent.id, listingId: listing.id, admittedAt: admittedAt.toISOString() });
  await tellBuyer(ctx, listing, intent.buyerId, "intent.admitted", { bidderNo: String(bidderNo) });
  return bidderNo;
}

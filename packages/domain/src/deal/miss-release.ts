import { notifyOrganisation } from "../notification/index.ts";
import type { Tx } from "../shared/database.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { isWithheld } from "../shared/withheld.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { lockDeal, type DealRow } from "./deal.repository.ts";
import { DealDueInput } from "./deal.schema.ts";
import { openAwardObjections } from "./file-award-objection.ts";

/** While something holds the price back nobody is late with it: it is asked again after this. */
const ASK_AGAIN_MS = 86_400_000;

/** The working days in which the venue passes the price on are over and it has not (逾期未划转): both it and the seller are told, and it stays owed. Trading §7. */
export const missRelease = defineUseCase("deal.miss-release", DealDueInput, async (ctx, { dealId, dueAt }) => {
  ctx.authorise();
  const deal = await lockDeal(ctx.tx, dealId);
  const now = ctx.clock.now();
  const isOwed = deal.settlement === "PAYABLE_TO_SELLER" && deal.handedOverAt !== null && deal.venueId !== null;
  const isHeld = isOwed && (await isHeldBack(ctx.tx, deal));
  if (isHeld) await ctx.due(DEAL_DUE.missRelease, dealId, new Date(now.getTime() + ASK_AGAIN_MS));
  if (!isOwed || isHeld || now < dueAt) {
    ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { notNow: "miss-release", settlement: deal.settlement } });
    return { late: false };
  }
  ctx.record({ type: "deal", id: dealId, divisionCode: deal.divisionCode, after: { releaseMissed: true, effectiveAt: dueAt } });
  const message = { kind: "deal.release-late", params: { no: deal.no }, link: `/desk/deals/${dealId}` } as const;
  await notifyOrganisation(ctx, deal.venueId!, ["VENUE_FINANCE", "VENUE_OPERATOR"], message);
  await notifyOrganisation(ctx, deal.sellerId, ["SELLER"], message);
  return { late: true };
});

/** As the release itself asks: content withheld, an objection to the result open, the certificate revoked. */
async function isHeldBack(tx: Tx, deal: DealRow): Promise<boolean> {
  if (isWithheld(deal.result) || (await openAwardObjections(tx, deal.id)) > 0) return true;
  return (await tx.transactionCertificate.count({ where: { dealId: deal.id, revokedAt: null } })) === 0;
}

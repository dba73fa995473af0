import { calendarFor } from "../reference/index.ts";
import { releaseDueAt, settlementParametersAt } from "../settlement/index.ts";
import type { Context } from "../shared/use-case.ts";
import { DEAL_DUE } from "./deal.due.ts";
import { getDeal } from "./deal.repository.ts";
import { rulesFixedAt } from "./fixed-terms.ts";

/** Certified and handed over, whichever came last: from now on the venue has the working days of its rules to pass the price on (价款划转期限). Trading §7. */
export async function awaitRelease(ctx: Pick<Context, "tx" | "clock" | "due">, dealId: string): Promise<void> {
  const deal = await getDeal(ctx.tx, dealId);
  if (deal.settlement !== "PAYABLE_TO_SELLER" || deal.handedOverAt === null) return;
  const parameters = await settlementParametersAt(ctx.tx, deal.venueId, await rulesFixedAt(ctx.tx, deal));
  await ctx.due(DEAL_DUE.missRelease, dealId, releaseDueAt(ctx.clock.now(), calendarFor(), parameters));
}

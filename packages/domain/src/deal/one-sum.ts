import { calendarFor } from "../reference/index.ts";
import { fullPriceDueOn, settlementParametersAt } from "../settlement/index.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import type { DealRow } from "./deal.repository.ts";
import { rulesFixedAt } from "./fixed-terms.ts";
import { signaturesHeldUntil } from "./result-hold.ts";

/** A price in one sum (一次付清) by the rules of the venue: in how many working days, and the last of them. */
export type OneSumRule = { readonly workingDays: number; readonly dueOn: Day };

/**
 * What the venue's rules say of a price in one sum. They hold where a venue settles and the parties have not agreed how it is paid: an agreed day, agreed parts and
 * royalties are held against the agreement. Counted from when the contract takes effect, which is not before it can be signed. Trading §7.
 */
export async function oneSumRuleOf(db: Pick<Tx, "parameter" | "listing" | "publicNotice">, deal: DealRow, validFrom: Day, now: Date): Promise<OneSumRule | null> {
  if (deal.venueId === null || deal.terms !== null) return null;
  const parameters = await settlementParametersAt(db, deal.venueId, await rulesFixedAt(db, deal));
  const heldUntil = await signaturesHeldUntil(db, deal);
  const effectiveOn = [validFrom, dayOf(now), ...(heldUntil === null ? [] : [dayOf(heldUntil)])].reduce((latest, on) => (on > latest ? on : latest));
  return { workingDays: parameters.fullPriceWorkingDays, dueOn: fullPriceDueOn(effectiveOn, calendarFor(), parameters) };
}

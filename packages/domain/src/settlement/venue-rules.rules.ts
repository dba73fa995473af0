import { addDays, type Day } from "../shared/clock.ts";

/** 电子商务法 34: a change of a platform's rules is published seven days before it takes effect, open for comment. */
export const RULES_NOTICE_DAYS = 7;

/** The first day on which rules published today may take effect: seven whole days lie between. */
export function earliestEffect(publishedOn: Day): Day {
  return addDays(publishedOn, RULES_NOTICE_DAYS + 1);
}

export function rulesRefusal(facts: { readonly publishedOn: Day; readonly effectiveOn: Day }): "VENUE_RULES_TOO_SOON" | undefined {
  return facts.effectiveOn < earliestEffect(facts.publishedOn) ? "VENUE_RULES_TOO_SOON" : undefined;
}

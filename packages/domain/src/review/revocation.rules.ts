import { addNaturalDays, type WorkingCalendar } from "../shared/calendar.ts";
import { endOfDay, type Day } from "../shared/clock.ts";

/** Grounds of revocation (撤销登记): 沪科技市〔2025〕31号 Art. 4; the fourth item is cut off in the copy read. */
export const REVOCATION_GROUNDS = {
  FALSE_OR_FRAUD: { zh: "合同虚假，或以欺诈、贿赂、侵权等手段取得登记证明", en: "False contract, or certificate obtained by fraud, bribery or infringement", basis: "沪科技市〔2025〕31号第四条第（一）项" },
  VOID_NOT_CANCELLED: { zh: "合同无效或被撤销而当事人不申请注销", en: "Contract void or revoked and the party does not cancel", basis: "沪科技市〔2025〕31号第四条第（二）项" },
  DUPLICATE: { zh: "重复登记", en: "Registered twice", basis: "沪科技市〔2025〕31号第四条第（三）项" },
  AFTER_TERM: { zh: "超过合同有效期登记", en: "Registered after the term of the contract", basis: "沪科技市〔2025〕31号第四条第（四）项" },
  JUDGMENT: { zh: "依据生效裁判或复议决定", en: "By a final judgment or a decision on reconsideration", basis: "行政诉讼法、行政复议法" },
} as const satisfies Record<string, { zh: string; en: string; basis: string }>;
export type RevocationGround = keyof typeof REVOCATION_GROUNDS;

/** Days the party has for its statement after the notice is served (project rule, §7). */
export const STATEMENT_DAYS = 10;

export function statementEndsAt(servedOn: Day, calendar: WorkingCalendar): Date {
  return endOfDay(addNaturalDays(calendar, servedOn, STATEMENT_DAYS));
}

export type RevocationFacts = { readonly now: Date; readonly statementEndsAt: Date; readonly statementReceived: boolean; readonly authorIsNoticeGiver: boolean };
export type RevocationObstacle = "STATEMENT_PERIOD_RUNS" | "SAME_PERSON_GAVE_NOTICE";

/** What still stands against the decision: the party is heard first, and the person who gave the notice does not decide. */
export function revocationObstacles(facts: RevocationFacts): readonly RevocationObstacle[] {
  const obstacles: RevocationObstacle[] = [];
  if (!facts.statementReceived && facts.now < facts.statementEndsAt) obstacles.push("STATEMENT_PERIOD_RUNS");
  if (facts.authorIsNoticeGiver) obstacles.push("SAME_PERSON_GAVE_NOTICE");
  return obstacles;
}

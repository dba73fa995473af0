import { addNaturalDays, addWorkingDays, workingDaysBetween, type WorkingCalendar } from "../shared/calendar.ts";
import { addDays, dayOf, daysBetween, endOfDay, type Day } from "../shared/clock.ts";
import { localLimitOn, ruleSetOn, type RuleSetCode, type TimeLimit } from "./rule-sets.rules.ts";

export type LimitFacts = {
  readonly acceptedOn: Day;
  readonly officeDivision: string;
  readonly technicalAmountFen: bigint;
  /** Leaf code of the contract type. */
  readonly contractType: string;
  readonly disputed: boolean;
};

export type LegalLimit = TimeLimit & { readonly ruleSet: RuleSetCode; readonly large: boolean; readonly source: string };

/** The time the law gives for a file (认定时限). Large: technical amount at or above the threshold of the rule set, or a dispute. */
export function legalLimit(facts: LimitFacts): LegalLimit {
  const rules = ruleSetOn(facts.acceptedOn);
  const local = localLimitOn(facts.acceptedOn, facts.officeDivision);
  if (local?.large && facts.technicalAmountFen > local.large.aboveFen && local.large.types.includes(facts.contractType.charAt(0))) {
    return { ...local.large.limit, ruleSet: rules.code, large: true, source: local.source };
  }
  const large = facts.disputed || facts.technicalAmountFen >= rules.secondReviewFromFen;
  if (large && rules.large) return { ...rules.large, ruleSet: rules.code, large, source: rules.limitSource };
  const limit = local ?? { ordinary: rules.ordinary, source: rules.limitSource };
  return { ...limit.ordinary, ruleSet: rules.code, large, source: limit.source };
}

/** Last day of a limit; day 1 is the day after (民法典 201). A last natural day off moves to the next working day (民法典 203). */
export function dueOn(acceptedOn: Day, { count, unit }: TimeLimit, calendar: WorkingCalendar): Day {
  return unit === "working" ? addWorkingDays(calendar, acceptedOn, count) : addNaturalDays(calendar, acceptedOn, count);
}

export type RecognitionDeadline = LegalLimit & {
  readonly dueOn: Day;
  /** The limit ends with its last day. */
  readonly dueAt: Date;
  /** First warning at 60 % of the limit. */
  readonly warnAt: Date;
  /** Escalation to the next level at 100 %: the same instant as `dueAt`. */
  readonly escalateAt: Date;
  readonly calendarVersion: string;
};

const WARN_AT_PERCENT = 60;

/** The deadline of a file accepted at an instant, with the instants of warning and escalation. */
export function recognitionDeadline(acceptedAt: Date, facts: Omit<LimitFacts, "acceptedOn">, calendar: WorkingCalendar): RecognitionDeadline {
  const acceptedOn = dayOf(acceptedAt);
  const limit = legalLimit({ ...facts, acceptedOn });
  const last = dueOn(acceptedOn, limit, calendar);
  const warnCount = Math.ceil((limit.count * WARN_AT_PERCENT) / 100);
  const warnOn = limit.unit === "working" ? addWorkingDays(calendar, acceptedOn, warnCount) : addDays(acceptedOn, warnCount);
  return {
    ...limit,
    dueOn: last,
    dueAt: endOfDay(last),
    warnAt: endOfDay(warnOn),
    escalateAt: endOfDay(last),
    calendarVersion: calendar.version,
  };
}

export type Urgency = "calm" | "warned" | "overdue";

export function urgencyAt(now: Date, { warnAt, dueAt }: Pick<RecognitionDeadline, "warnAt" | "dueAt">): Urgency {
  if (now >= dueAt) return "overdue";
  return now >= warnAt ? "warned" : "calm";
}

/** Days left for screens, in the unit of the limit; negative when the limit is over. */
export function daysLeft(today: Day, lastDay: Day, unit: TimeLimit["unit"], calendar: WorkingCalendar): number {
  return unit === "working" ? workingDaysBetween(calendar, today, lastDay) : daysBetween(today, lastDay);
}

/** By when an office looks at a new file, before any legal limit runs (project rule, after 行政许可法 Art. 32). */
export const ACCEPTANCE_WORKING_DAYS = 5;

export const CORRECTION_WORKING_DAYS = 15;

/** Last day for a supplement unless the registrar sets a longer one. */
export function correctionDueOn(requestedOn: Day, calendar: WorkingCalendar, workingDays = CORRECTION_WORKING_DAYS): Day {
  return addWorkingDays(calendar, requestedOn, workingDays);
}
